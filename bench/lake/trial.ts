// A lake of so many documents, with a user who may publish. Made once, under .bench/, and kept until
// what makes it changes. What each run publishes stays in its history.

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Accounts, usersFile} from '../../lake/index.ts'
import type {RoleName} from '../../review/roles.ts'
import {sharedContent, type SharedContent} from '../content.ts'
import {contentDocuments, makeLake, writeDataset} from '../dataset.ts'
import {makeOnce, WORK_FOLDER} from '../trial.ts'

/** Who reads and publishes. */
export const USERNAME = 'writer'

export interface LakeTrial {
  /** Of all types. */
  readonly documents: number
  readonly articles: number
  readonly dir: string
}

/** Everything of which the lake is made. */
const makers = [
  ...['article', 'content', 'dataset', 'prose', 'random', 'lake/trial'].map(
    (name) => `../${name}.ts`,
  ),
  '../../lake',
].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** How many documents a lake of the bench has at least: all that articles point at, and one. */
export const fewestDocuments = countWith(1)

/**
 * Makes a lake, or takes the one that is there if it is the same.
 *
 * @param onProgress called now and then with how many documents the new lake has so far
 */
export async function prepareLake(
  documents: number,
  onProgress: (made: number) => void,
): Promise<LakeTrial> {
  const articles = documents - fewestDocuments + 1
  const dir = join(WORK_FOLDER, `lake-${documents}`)
  await makeOnce(dir, makers, async () => {
    const dataset = join(dir, 'data.ndjson')
    await writeDataset(dataset, contentDocuments(articles, fewShared()))
    await makeLake(dir, dataset, onProgress)
    rmSync(dataset)
    using accounts = new Accounts(usersFile(dir))
    const role: RoleName = 'writer'
    accounts.add({username: USERNAME, name: 'Robin Writer', email: undefined, role})
  })
  return {documents, articles, dir}
}

/** Few enough that a lake of 100 documents is mostly articles too. */
function fewShared(): SharedContent {
  const {settings, therapies, disclaimers, ...shared} = sharedContent()
  return {
    settings,
    therapies,
    disclaimers,
    authors: shared.authors.slice(0, 1),
    reviewers: shared.reviewers.slice(0, 1),
    conditions: shared.conditions.slice(0, 2),
    works: shared.works.slice(0, 10),
    faqs: shared.faqs.slice(0, 3),
  }
}

function countWith(articles: number): number {
  return [...contentDocuments(articles, fewShared())].length
}
