// The Studio's configuration.
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'

import {schemaTypes} from './schemas/index.ts'
import {studioLake} from './studio/environment.ts'

export default defineConfig({
  name: 'countersign',
  title: 'Countersign',
  ...studioLake(),
  plugins: [structureTool()],
  schema: {types: schemaTypes},
  // Search by plain GROQ, which the embedded lake answers too.
  search: {strategy: 'groqLegacy'},
  // What the embedded lake does not have, or health content does not want: nothing may be published
  // by any other way than a reviewer's approval.
  releases: {enabled: false},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
  tasks: {enabled: false},
  announcements: {enabled: false},
})
