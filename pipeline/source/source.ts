// Where content comes from: an embedded lake, a dataset file, or hosted Sanity. The rest of the
// pipeline sees the same `@sanity/client` for each of them.

import {readdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {z} from 'zod'
import {syncFolder, syncTree} from '../../disk/durable.ts'
import {exists} from '../../disk/exists.ts'
import {
  assetMark,
  documentMarks,
  hasLake,
  importDataset,
  lakeClient,
  openLake,
  removeLake,
  type Lake,
} from '../../lake/index.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {Failure} from '../failure.ts'
import {administratorsIn, IMPORTER} from './administrators.ts'
import {DEFAULT_LAKE, SAMPLE_CONTENT} from './default-lake.ts'
import {marksOf, type Mark} from './marks.ts'
import {requestFrom, isNetworkError, isRefusal, isServiceError} from './request.ts'

export interface ContentSource extends AsyncDisposable {
  /** For messages, as in "the lake in .lake". */
  readonly description: string
  /** Sees published content only. */
  readonly client: SanityClient
  /** Whether the source keeps past revisions. A dataset file does not. */
  readonly hasHistory: boolean
  /**
   * The published documents, by id and in its order.
   *
   * @throws Failure if the source refuses or cannot be reached.
   */
  readonly marks: () => Promise<ReadonlyMap<string, Mark>>
  /**
   * The ids of the users who may import decisions of other people. Only called for a source with
   * a history.
   *
   * @throws Failure if a hosted project's members cannot be read.
   */
  readonly administrators: () => Promise<ReadonlySet<string>>
  /** Another text after each change of the file of an image asset; undefined if there is none. */
  readonly imageMark: (id: string) => Promise<string | undefined>
  /**
   * The bytes of the file at an image asset's `path`, or undefined if there is no such file.
   *
   * @throws Failure if the source answers with an error or cannot be reached.
   */
  readonly readImage: (path: string) => Promise<Uint8Array | undefined>
  /**
   * The files of a dataset that documents refer to and that cannot be used, by the id in the references.
   * Each with its problem: the end of a sentence about the file.
   */
  readonly unusableFiles: ReadonlyMap<string, string>
}

/** How to reach a project on hosted Sanity. */
export interface HostedProject {
  readonly projectId: string
  readonly dataset: string
  readonly token?: string | undefined
  /** A host other than Sanity's own, such as an embedded lake that is served over HTTP. */
  readonly apiHost?: string | undefined
}

/** Opens the default lake. If there is none yet, makes it from the sample content first. */
export async function openDefaultSource(): Promise<ContentSource> {
  await ensureLake(DEFAULT_LAKE, SAMPLE_CONTENT)
  return openLakeSource(DEFAULT_LAKE)
}

/**
 * Makes a lake from a dataset, unless there is a lake already.
 *
 * @returns Whether it was made.
 * @throws LakeProblem if the dataset cannot be imported, Failure if the folder holds other files.
 */
export async function ensureLake(dir: string, dataset: string): Promise<boolean> {
  if (hasLake(dir)) return false
  return fillLake(dir, dataset, (fresh) => place(fresh, dir))
}

/**
 * Makes a lake from a dataset. It replaces the lake that is in the folder, if there is one.
 *
 * @throws as `ensureLake` does, and Failure if a process has the old lake open. The old lake then stays.
 */
export async function makeLake(dir: string, dataset: string): Promise<void> {
  await fillLake(dir, dataset, (fresh) => {
    if (removeLake(dir) && place(fresh, dir)) return
    throw new Failure(
      `The lake in ${dir} is in use. It was not changed.`,
      'Stop the process that has it open, then try again.',
    )
  })
}

/** Makes a lake in a folder of its own, so that an interrupted run leaves no half-made lake. */
async function fillLake<Result>(
  dir: string,
  dataset: string,
  move: (fresh: string) => Result,
): Promise<Result> {
  if (exists(dir) && !hasLake(dir) && !isFree(dir)) {
    throw new Failure(
      `${dir} holds something other than a lake.`,
      'Name an empty folder, or one that does not exist yet.',
    )
  }
  const fresh = `${dir}.new-${process.pid}`
  try {
    using lake = openLake({dir: fresh})
    await importDataset(lake, dataset)
    lake.close()
    await syncTree(fresh)
    return move(fresh)
  } finally {
    rmSync(fresh, {recursive: true, force: true})
  }
}

/**
 * Moves a new lake to its place in one step, or file by file into a folder that holds users already.
 *
 * @returns Whether it did. Otherwise another process has made a lake there meanwhile.
 */
function place(fresh: string, dir: string): boolean {
  try {
    renameSync(fresh, dir)
  } catch (error) {
    if (hasLake(dir)) return false
    if (!exists(dir)) throw error
    // The database comes last, because a folder without one is not a lake.
    for (const name of readdirSync(fresh).toSorted()) {
      renameSync(join(fresh, name), join(dir, name))
    }
    syncFolder(dir)
  }
  syncFolder(dirname(resolve(dir)))
  return true
}

/** Whether a lake may be made at a path. The users of a removed lake stay, and do not count. */
function isFree(path: string): boolean {
  return (
    statSync(path).isDirectory() && readdirSync(path).every((name) => name.startsWith('users.db'))
  )
}

/**
 * Opens a source by its path: a lake's folder, a dataset file (`.ndjson`, `.ndjson.gz`, `.tar.gz`), or a folder
 * that holds an unpacked dataset.
 *
 * @throws Failure if there is nothing at the path, LakeProblem if a dataset there cannot be imported.
 */
export async function openPathSource(path: string): Promise<ContentSource> {
  const stats = statSync(path, {throwIfNoEntry: false})
  if (!stats) {
    throw new Failure(
      `There is no content at ${path}.`,
      'Name a lake folder, an .ndjson, .ndjson.gz or .tar.gz dataset, or "sanity".',
    )
  }
  if (stats.isDirectory() && hasLake(path)) return openLakeSource(path)
  return openDatasetSource(path)
}

/** Where hosted Sanity serves images. An embedded lake answers requests for any host. */
const CDN = 'https://cdn.sanity.io'

/** Opens a project on hosted Sanity. It sends no request yet. */
export function openHostedSource(project: HostedProject): ContentSource {
  const client = createClient({
    ...project,
    ...(project.apiHost === undefined ? {} : {useProjectHostname: false}),
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'published',
  })
  // `@sanity/image-url` derives the image host from the API host in the same way.
  const imageHost =
    project.apiHost?.replace(/^https:\/\/api\./, 'https://cdn.').replace(/\/+$/, '') ?? CDN
  const description = `Sanity project ${project.projectId}, dataset ${project.dataset}`
  return {
    description,
    client,
    hasHistory: true,
    marks: () => marksOf(client, description),
    // What is at an address of Sanity's image host never changes.
    imageMark: async () => '',
    administrators: () => administratorsOf(client, description),
    readImage: (path) =>
      readImage((request) => fetch(request), `${imageHost}/${path}`, description),
    unusableFiles: new Map(),
    [Symbol.asyncDispose]: async () => {},
  }
}

function openLakeSource(dir: string): ContentSource {
  const lake = openLake({dir})
  return {
    ...lakeSource(lake, `the lake in ${dir}`),
    unusableFiles: new Map(),
    hasHistory: true,
    // Who wrote a text counts too, so an entry about a draft is a change.
    marks: async () => marksIn(lake, 'entry'),
    imageMark: (id) => assetMark(lake, id),
    administrators: async () => administratorsIn(dir),
    [Symbol.asyncDispose]: async () => lake.close(),
  }
}

/** Imports a dataset file into a temporary lake, and reads that. */
async function openDatasetSource(path: string): Promise<ContentSource> {
  await using opened = new AsyncDisposableStack()
  const dir = await mkdtemp(join(tmpdir(), 'countersign-'))
  opened.defer(() => rm(dir, {recursive: true, force: true}))
  const lake = opened.use(openLake({dir}))
  const unusableFiles = new Map<string, string>()
  await importDataset(lake, path, {
    onUnusableFile: ({file, problem}) => unusableFiles.set(file, problem),
  })
  const source = opened.move()
  return {
    ...lakeSource(lake, `the dataset ${basename(dirname(resolve(path)))}/${basename(path)}`),
    unusableFiles,
    hasHistory: false,
    marks: async () => marksIn(lake, 'content'),
    // The file was just made from the dataset, and its bytes fit the id.
    imageMark: async (id) => ((await assetMark(lake, id)) === undefined ? undefined : ''),
    administrators: async () => new Set(),
    [Symbol.asyncDispose]: () => source.disposeAsync(),
  }
}

const project = z.object({
  members: z.array(z.object({id: z.string(), roles: z.array(z.object({name: z.string()}))})),
})

/**
 * The ids of a project's administrators, as far as the token may know them.
 *
 * @throws Failure if the members cannot be read for another reason. Without them, decisions that an
 *   administrator imported would be reported as forged.
 */
async function administratorsOf(
  client: SanityClient,
  description: string,
): Promise<ReadonlySet<string>> {
  const members = await membersOf(client).catch((error: unknown) => {
    if (isRefusal(error)) return []
    if (!isServiceError(error) && !isNetworkError(error) && !(error instanceof z.ZodError)) {
      throw error
    }
    throw new Failure(
      `The members of ${description} could not be read: ${error.message}.`,
      'Try again. If the error stays, check the status of that service.',
      {cause: error},
    )
  })
  return new Set([
    IMPORTER,
    ...members
      .filter(({roles}) => roles.some(({name}) => name === 'administrator'))
      .map(({id}) => id),
  ])
}

async function membersOf(client: SanityClient) {
  const {projectId} = client.config()
  return project.parse(await client.request<unknown>({url: `/projects/${projectId}`})).members
}

/**
 * The client with which a command writes drafts. It sees drafts as well as published content.
 *
 * @throws Failure if the source keeps no drafts.
 */
export function draftsClient({client, description, hasHistory}: ContentSource): SanityClient {
  if (hasHistory) return client.withConfig({perspective: 'raw'})
  throw new Failure(
    `${description} cannot be changed: it is a file.`,
    'Import it into a lake, and name that lake with --source.',
  )
}

/** @param by What changes with a document. */
function marksIn(lake: Lake, by: 'entry' | 'content'): ReadonlyMap<string, Mark> {
  return new Map(documentMarks(lake).map((mark) => [mark.id, {type: mark.type, state: mark[by]}]))
}

function lakeSource(lake: Lake, description: string) {
  return {
    description,
    client: lakeClient(lake, {perspective: 'published'}),
    readImage: (path: string) => readImage(lake.fetch, `${CDN}/${path}`, description),
  }
}

async function readImage(
  fetch: (request: Request) => Promise<Response>,
  url: string,
  description: string,
): Promise<Uint8Array | undefined> {
  const response = await requestFrom(description, () => fetch(new Request(url)))
  if (response.status === 404) return undefined
  if (!response.ok) {
    throw new Failure(
      `The image ${url} could not be read: ${`${response.status} ${response.statusText}`.trim()}.`,
      'Try again. If the error stays, check the status of that service.',
    )
  }
  return await requestFrom(description, () => response.bytes())
}
