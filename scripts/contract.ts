// npm run generate: writes the JSON Schemas that build jobs rely on. They come from the Zod schemas
// that type the pipeline's output.

import {writeFileSync} from 'node:fs'
import {z} from 'zod'
import {manifestSchema} from '../pipeline/release/manifest.ts'
import {indexBundle, pageBundles, withdrawnBundle} from '../render/channels/app/contract.ts'
import {redirectsSchema} from '../render/channels/redirects.ts'
import {pageTypes} from '../review/governed.ts'

const contracts = {
  ...Object.fromEntries(pageTypes.map((type) => [`app.${type}`, pageBundles[type]])),
  'app.withdrawn': withdrawnBundle,
  'app.index': indexBundle,
  redirects: redirectsSchema,
  manifest: manifestSchema,
}

for (const [name, schema] of Object.entries(contracts)) {
  const jsonSchema = z.toJSONSchema(schema, {target: 'draft-2020-12'})
  writeFileSync(`exports/contract/${name}.schema.json`, `${JSON.stringify(jsonSchema, null, 2)}\n`)
}
