// Builds the Studio that `npm start` serves: at first use, and after its sources changed.

import {spawn} from 'node:child_process'
import {existsSync, globSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {atomically} from '../../lake/index.ts'
import {digestOfFiles} from '../../pipeline/digest.ts'
import {Failure} from '../../pipeline/failure.ts'
import {guideSources, writeGuides} from './guides.ts'
import {keepFilesHere} from './own-files.ts'

/** Git ignores it. */
const FOLDER = '.studio'

/** The files that the Studio and the guides beside it are built from. */
const sources = [
  ...guideSources,
  'scripts/shared/own-files.ts',
  'sanity.config.ts',
  'sanity.cli.ts',
  'package-lock.json',
  'lake/browser/*.ts',
  '{model,policy,render,review,schemas,studio}/**/*.{ts,tsx,css,json}',
]

/**
 * Builds the Studio, unless a build from the same sources exists.
 *
 * @param onBuild Called before a build, which can take a minute.
 * @returns The folder of the build.
 * @throws Failure if the build fails.
 */
export async function ensureStudio(onBuild: () => void): Promise<string> {
  const stamp = join(FOLDER, '.made-of')
  const digest = digestOfFiles('.', globSync(sources).toSorted())
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return FOLDER
  onBuild()
  // An interrupted build cannot be served.
  await atomically(FOLDER, async (fresh) => {
    await build(fresh)
    keepFilesHere(fresh)
    writeGuides(join(fresh, 'guides'))
    writeFileSync(join(fresh, '.made-of'), digest)
    rmSync(FOLDER, {recursive: true, force: true})
  })
  return FOLDER
}

function build(target: string): Promise<void> {
  const {resolve: pathOf} = createRequire(import.meta.url)
  const sanity = join(dirname(pathOf('sanity/package.json')), 'bin', 'sanity')
  const args = [sanity, 'build', target, '--yes', '--no-auto-updates']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A test runner or a shell may set another value. React's code for development takes twice the time.
    env: {...process.env, NODE_ENV: 'production'},
  })
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
          'Fix the problem above, or use npm start -- --no-studio.',
        ),
      )
    })
  })
}
