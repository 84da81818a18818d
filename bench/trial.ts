// A trial is a number of articles, as a lake for Countersign and as a site for Hugo. This file makes
// it below .bench/, keeps it until the code that makes it changes, and has the commands that build it.

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

/** The folder of everything that the bench makes. Git ignores it. */
export const WORK_FOLDER = '.bench'

export interface Trial {
  readonly articles: number
  readonly dir: string
}

/** The code that decides the content of a trial. */
const makers = ['bench', 'lake', 'review'].map((folder) =>
  fileURLToPath(new URL(`../${folder}`, import.meta.url)),
)

/** Makes a trial, or uses the one that the same code made earlier. */
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
 * Makes the content of a folder, unless an earlier run of the same code made it.
 *
 * @param makers The files and folders of that code.
 */
export async function makeOnce(
  dir: string,
  makers: readonly string[],
  make: () => Promise<void>,
): Promise<void> {
  const stamp = join(dir, 'made-by')
  const maker = sourceDigest(makers)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === maker) return
  rmSync(dir, {recursive: true, force: true})
  mkdirSync(dir, {recursive: true})
  await make()
  writeFileSync(stamp, maker)
}

function sourceDigest(paths: readonly string[]): string {
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

/** The real export command for both channels. It writes to a new folder. */
export function exportCommand(trial: Trial, nodeOptions: readonly string[] = []): Command {
  freshFolder(trial.dir, 'out')
  return exportAgainCommand(trial, nodeOptions)
}

/** The same, without a change since the last export. */
export function exportAgainCommand({dir}: Trial, nodeOptions: readonly string[] = []): Command {
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
      join(process.cwd(), dir, 'out'),
      // Approvals expire, so the export is as of the day of the approvals.
      '--as-of',
      dayOf(DECIDED_AT),
      '--json',
    ],
  }
}

/** Hugo on the same articles. It writes to a new folder and uses no cache. */
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

/** Removes the output of an earlier run, and waits until the disk has finished. */
function freshFolder(dir: string, name: string): string {
  const folder = join(process.cwd(), dir, name)
  rmSync(folder, {recursive: true, force: true})
  spawnSync('sync')
  return folder
}
