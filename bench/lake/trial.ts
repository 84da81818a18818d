// Makes a lake of a number of documents, with a user who may publish. The lake stays in .bench/ until
// the code that makes it changes. Each run adds to its history.

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Accounts, usersFile} from '../../lake/index.ts'
import type {RoleName} from '../../review/roles.ts'
import {sharedContent, type SharedContent} from '../content.ts'
import {contentDocuments, makeLake, writeDataset} from '../dataset.ts'
import {makeOnce, WORK_FOLDER} from '../trial.ts'

/** The user who reads and publishes. */
export const USERNAME = 'writer'

export interface LakeTrial {
  /** Documents of all types. */
  readonly documents: number
  readonly articles: number
  readonly dir: string
}

/** The code that decides the content of the lake. */
const makers = [
  ...['article', 'content', 'dataset', 'prose', 'random', 'lake/trial'].map(
    (name) => `../${name}.ts`,
  ),
  '../../lake',
].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** The smallest lake: the shared documents and one article. */
export const fewestDocuments = countWith(1)

/**
 * Makes a lake, or uses the one that the same code made earlier.
 *
 * @param onProgress Called now and then with the number of documents in the new lake.
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

/** So few shared documents that most documents of a lake of 100 are articles. */
function fewShared(): SharedContent {
  const {settings, therapies, disclaimers, ...shared} = sharedContent()
  return {
    settings,
    therapies,
    disclaimers,
    authors: shared.authors.slice(0, 1),
    reviewers: shared.reviewers.slice(0, 1),
    administrators: [],
    conditions: shared.conditions.slice(0, 2),
    works: shared.works.slice(0, 10),
    faqs: shared.faqs.slice(0, 3),
  }
}

function countWith(articles: number): number {
  return [...contentDocuments(articles, fewShared())].length
}
