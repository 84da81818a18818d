// A trial: so many articles, as a lake for Countersign and as a site for Hugo, and the commands
// that build them. Made once, under .bench/, and kept until what makes it changes.

import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {dayOf} from '../review/days.ts'
import {sharedContent} from './content.ts'
import {contentDocuments, DECIDED_AT, makeLake, withApprovals, writeDataset} from './dataset.ts'
import {writeHugoSite} from './hugo.ts'
import type {Command} from './measure.ts'

/** Where everything that a bench makes is kept. Not committed. */
export const WORK_FOLDER = '.bench'

export interface Trial {
  readonly articles: number
  readonly dir: string
}

/** Everything of which the content of a trial is made. */
const makers = ['bench', 'lake', 'review'].map((folder) =>
  fileURLToPath(new URL(`../${folder}`, import.meta.url)),
)

/** Makes a trial, or takes the one that is there if it is the same. */
export async function prepareTrial(articles: number): Promise<Trial> {
  const dir = join(WORK_FOLDER, String(articles))
  await makeOnce(dir, makers, async () => {
    const shared = sharedContent()
    const dataset = join(dir, 'data.ndjson')
    await writeDataset(dataset, withApprovals(contentDocuments(articles, shared)))
    await makeLake(join(dir, 'lake'), dataset)
    writeHugoSite(join(dir, 'hugo'), articles, shared)
  })
  return {articles, dir}
}

/**
 * Makes what a folder holds, unless it is there and what makes it is as it was.
 *
 * @param makers the files and folders on which it depends
 */
export async function makeOnce(
  dir: string,
  makers: readonly string[],
  make: () => Promise<void>,
): Promise<void> {
  const stamp = join(dir, 'made-by')
  const maker = digestOf(makers)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === maker) return
  rmSync(dir, {recursive: true, force: true})
  mkdirSync(dir, {recursive: true})
  await make()
  writeFileSync(stamp, maker)
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    const isFolder = statSync(path).isDirectory()
    const names = isFolder ? readdirSync(path, {recursive: true, encoding: 'utf8'}) : ['']
    for (const name of names.toSorted()) {
      const file = join(path, name)
      if (statSync(file).isFile()) hash.update(name).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

const exportScript = fileURLToPath(new URL('../scripts/export.ts', import.meta.url))

/** The real export command, both channels, into a folder that is not there yet. */
export function exportCommand({dir}: Trial, nodeOptions: readonly string[] = []): Command {
  const source = join(dir, 'lake')
  return {
    program: process.execPath,
    args: [
      ...nodeOptions,
      '--import',
      import.meta.resolve('tsx'),
      exportScript,
      '--source',
      source,
      '--out',
      freshFolder(dir, 'out'),
      // Approvals last only so long: a trial is of the day on which all was approved.
      '--as-of',
      dayOf(DECIDED_AT),
      '--json',
    ],
  }
}

/** Hugo on the same articles, into a folder that is not there yet, with nothing cached. */
export function hugoCommand({dir}: Trial): Command {
  return {
    program: 'hugo',
    args: [
      '--quiet',
      '--gc=false',
      `--source=${join(dir, 'hugo')}`,
      `--destination=${freshFolder(dir, 'hugo-out')}`,
      `--cacheDir=${freshFolder(dir, 'hugo-cache')}`,
    ],
  }
}

/** Removes what an earlier run wrote, and waits until the disk is done with it. */
function freshFolder(dir: string, name: string): string {
  const folder = join(process.cwd(), dir, name)
  rmSync(folder, {recursive: true, force: true})
  spawnSync('sync')
  return folder
}
