// Settings of Sanity's own command line: schema extraction and generated types.

import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  typegen: {
    path: './pipeline/source/query.ts',
    schema: 'schemas/schema.json',
    generates: 'sanity.types.ts',
    overloadClientMethods: false,
  },
})
