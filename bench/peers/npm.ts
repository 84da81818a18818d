// Installs the site generators that come from npm, when the bench first needs them. They have a package
// of their own, so that `npm ci` of this project installs none of them.

import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {Failure} from '../../pipeline/failure.ts'
import {say} from '../say.ts'
import {makeOnce, WORK_FOLDER} from '../trial.ts'

/** Where they are installed: below the sites that they build, or Node would not find them. */
const modules = join(WORK_FOLDER, 'node_modules')

const manifests = ['package.json', 'package-lock.json']

const manifest = z.object({version: z.string()})

/**
 * Installs the generators, unless an earlier run did. Returns the version of one.
 *
 * @throws Failure if npm cannot install them
 */
export async function installed(name: string): Promise<string> {
  await makeOnce(modules, manifests.map(sourceOf), async () => {
    say('Installing Eleventy and Astro with npm, once')
    mkdirSync(WORK_FOLDER, {recursive: true})
    for (const file of manifests) copyFileSync(sourceOf(file), join(WORK_FOLDER, file))
    const args = ['ci', '--prefix', '.', '--ignore-scripts', '--no-audit', '--no-fund']
    const {status, stderr} = spawnSync('npm', args, {cwd: WORK_FOLDER, encoding: 'utf8'})
    if (status !== 0) {
      throw new Failure(
        `npm could not install the site generators: ${stderr}`,
        'Connect this machine to a registry of npm packages, or choose other peers with --peers.',
      )
    }
  })
  const text = readFileSync(join(modules, name, 'package.json'), 'utf8')
  return manifest.parse(JSON.parse(text)).version
}

function sourceOf(file: string): string {
  return join(import.meta.dirname, file)
}

/** The program of an installed generator. */
export function programOf(name: string, path: string): string {
  return join(process.cwd(), modules, name, path)
}
