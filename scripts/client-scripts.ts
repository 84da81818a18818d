// npm run generate: bundles the scripts that some pages of the web channel run. A page names its script by the digest,
// so the code and its digest are kept together. A script is a file `<name>.client.ts` beside the page that runs it.

import {createHash} from 'node:crypto'
import {globSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {build} from 'esbuild'

const SOURCES = 'render/channels/web/**/*.client.ts'
const FOLDER = 'render/channels/web/bundled'

/** Browsers of the last few years. Readers with older ones get the pages without scripts. */
const TARGET = 'es2022'

// The bundle of a script that no longer exists must not stay.
rmSync(FOLDER, {recursive: true, force: true})
mkdirSync(FOLDER, {recursive: true})
for (const source of globSync(SOURCES)) {
  const {outputFiles} = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: TARGET,
    // A script that stands in HTML must not hold the end tag of scripts.
    supported: {'inline-script': false},
    legalComments: 'none',
    charset: 'utf8',
  })
  const code = outputFiles.map(({text}) => text.trim()).join('')
  const digest = createHash('sha256').update(code).digest('base64')
  const path = join(FOLDER, `${basename(source, '.client.ts')}.json`)
  writeFileSync(path, `${JSON.stringify({digest, code}, undefined, 2)}\n`)
}
