// The Studio's configuration.
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'

import {schemaTypes} from './schemas/index.ts'

export default defineConfig({
  name: 'countersign',
  title: 'Countersign',
  projectId: 'countersign',
  dataset: 'production',
  plugins: [structureTool()],
  schema: {types: schemaTypes},
  releases: {enabled: false},
  scheduledPublishing: {enabled: false},
  tasks: {enabled: false},
  announcements: {enabled: false},
})
