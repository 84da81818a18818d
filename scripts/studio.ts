// The built Studio that `npm start` serves: made at first use, and again when what it is made of has
// changed.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, globSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {Failure} from '../pipeline/failure.ts'

/** Not committed. */
const folder = '.studio'

/** Everything that ends up in the Studio. */
const sources = [
  'sanity.config.ts',
  'sanity.cli.ts',
  'package-lock.json',
  'lake/browser/*.ts',
  '{pipeline,policy,review,schemas,studio}/**/*.{ts,tsx,css,json}',
]

/**
 * Builds the Studio, unless it is there and as new as its sources.
 *
 * @param onBuild Called before a build, which takes a while.
 * @returns its folder
 * @throws Failure if it cannot be built
 */
export async function ensureStudio(onBuild: () => void): Promise<string> {
  const stamp = join(folder, '.made-of')
  const digest = digestOf(globSync(sources).toSorted())
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return folder
  onBuild()
  await build()
  writeFileSync(stamp, digest)
  return folder
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function build(): Promise<void> {
  const sanity = fileURLToPath(import.meta.resolve('sanity/package.json')).replace(
    /package\.json$/,
    'bin/sanity',
  )
  const args = [sanity, 'build', folder, '--yes', '--no-auto-updates']
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe']})
  const output: Uint8Array[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Uint8Array) => output.push(chunk))
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      reject(
        new Failure(
          `The Studio could not be built:\n${Buffer.concat(output).toString()}`,
          'Mend what it says, or start with --no-studio.',
        ),
      )
    })
  })
}
