// npm run generate: writes the JSON Schemas that build jobs rely on. They come from the Zod schemas
// that type the pipeline's output. The folder has no other files.

import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {z} from 'zod'
import {manifestSchema} from '../pipeline/release/manifest.ts'
import {
  clinicsBundle,
  heldBundle,
  indexBundle,
  pageBundles,
  withdrawnBundle,
} from '../render/channels/app/contract.ts'
import {redirectsSchema} from '../render/channels/redirects.ts'
import {goneSchema} from '../render/channels/web/machines/gone.ts'
import {pageTypes} from '../review/governed.ts'

const contracts = {
  ...Object.fromEntries(pageTypes.map((type) => [`app.${type}`, pageBundles[type]])),
  'app.withdrawn': withdrawnBundle,
  'app.held': heldBundle,
  'app.index': indexBundle,
  'app.clinics': clinicsBundle,
  redirects: redirectsSchema,
  'web.gone': goneSchema,
  manifest: manifestSchema,
}

const FOLDER = 'exports/contract'

const files = Object.entries(contracts).map(([name, schema]) => {
  const jsonSchema = z.toJSONSchema(schema, {target: 'draft-2020-12'})
  return {path: `${FOLDER}/${name}.schema.json`, text: `${JSON.stringify(jsonSchema, null, 2)}\n`}
})

// A file of a page type that no longer exists must not stay.
rmSync(FOLDER, {recursive: true, force: true})
mkdirSync(FOLDER, {recursive: true})
for (const {path, text} of files) writeFileSync(path, text)
