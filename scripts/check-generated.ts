// npm run check:generated: makes the generated files again. It ends with 1 if they were out of date. The
// new files stay, so that they only need to be committed.

import {spawnSync} from 'node:child_process'
import {globSync, readFileSync} from 'node:fs'

const generated = [
  'schemas/schema.json',
  'sanity.types.ts',
  'render/channels/web/bundled/*',
  'exports/contract/*',
  'docs/policy.md',
  'docs/licences.md',
]

/** The generated files that exist, each with its content. */
function readGenerated(): Map<string, string> {
  return new Map(globSync(generated).map((path) => [path, readFileSync(path, 'utf8')]))
}

const before = readGenerated()
const {status} = spawnSync('npm run generate', {shell: true, stdio: 'inherit'})
if (status === 0) {
  const after = readGenerated()
  const paths = new Set([...before.keys(), ...after.keys()])
  const changed = [...paths].filter((path) => before.get(path) !== after.get(path)).toSorted()
  if (changed.length > 0) {
    console.error(
      `\nGenerated files were out of date and are now updated: ${changed.join(', ')}. Commit them.`,
    )
    process.exitCode = 1
  }
} else {
  process.exitCode = status ?? 1
}
