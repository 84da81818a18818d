// A trial is a number of articles. Its lake, and what the other contenders read, are below .bench/. They
// stay there until the code that makes them changes.

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
import type {SharedContent} from './content.ts'
import {contentDocuments, makeLake, withApprovals, writeDataset} from './dataset.ts'
import {say} from './say.ts'

/** The folder of everything that the bench makes. Git ignores it. */
export const WORK_FOLDER = '.bench'

export interface Trial {
  readonly articles: number
  readonly dir: string
}

/** The code that decides what the articles of a trial say. */
export const contentMakers = [
  ...['article', 'content', 'dataset', 'prose', 'random'].map((name) => `./${name}.ts`),
  '../review',
].map((path) => fileURLToPath(new URL(path, import.meta.url)))

const lakeMakers = [...contentMakers, fileURLToPath(new URL('../lake', import.meta.url))]

/** The trial of a number of articles. */
export function trialOf(articles: number): Trial {
  return {articles, dir: join(WORK_FOLDER, String(articles))}
}

/** The folder of a trial's lake. */
export function lakeOf({dir}: Trial): string {
  return join(dir, 'lake')
}

/** Makes the lake of a trial, or uses the one that the same code made earlier. */
export async function prepareLake(trial: Trial, shared: SharedContent): Promise<void> {
  const dir = lakeOf(trial)
  await makeOnce(dir, lakeMakers, async () => {
    const dataset = join(trial.dir, 'data.ndjson')
    await writeDataset(dataset, withApprovals(contentDocuments(trial.articles, shared)))
    await makeLake(dir, dataset, reportProgress)
    rmSync(dataset)
  })
}

function reportProgress(documents: number): void {
  if (documents % 10_000 === 0) say(`  ${documents} documents`)
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

/** Removes files and folders, and waits until the disk has finished. */
export function removeAll(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, {recursive: true, force: true})
  spawnSync('sync')
}
