// Where content comes from: an embedded lake, a dataset file, or hosted Sanity. Whatever it is,
// the rest of the pipeline sees the same `@sanity/client`.

import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {z} from 'zod'
import {
  Accounts,
  DatasetError,
  importDataset,
  lakeClient,
  openLake,
  removeLake,
  usersFile,
  type Lake,
} from '../../lake/index.ts'
import {Failure} from '../failure.ts'

export interface ContentSource extends AsyncDisposable {
  /** For people: "the lake in .lake". */
  readonly description: string
  /** Sees published content only. */
  readonly client: SanityClient
  /** Whether past revisions can be had. A dataset file has none. */
  readonly hasHistory: boolean
  /**
   * The ids of the users who may bring in decisions of others, as an import does. Only asked of a
   * source with a history.
   */
  readonly administrators: () => Promise<ReadonlySet<string>>
  /** The bytes behind an image asset's `path`. */
  readonly readImage: (path: string) => Promise<Uint8Array>
}

/** What it takes to reach hosted Sanity. */
export interface HostedProject {
  readonly projectId: string
  readonly dataset: string
  readonly token?: string | undefined
  /** Another host than Sanity's own, such as an embedded lake that is served over HTTP. */
  readonly apiHost?: string | undefined
}

/** The lake that commands use when no source is named. */
export const DEFAULT_LAKE = '.lake'

/** The dataset that a new lake is made from. */
export const SAMPLE_CONTENT = 'content'

/** Opens the default lake; makes it from the sample content where there is none yet. */
export async function openDefaultSource(): Promise<ContentSource> {
  await ensureLake(DEFAULT_LAKE, SAMPLE_CONTENT)
  return openLakeSource(DEFAULT_LAKE)
}

/**
 * Makes a lake from a dataset where there is none yet.
 *
 * @returns Whether it was made.
 * @throws Failure if the dataset cannot be imported, or the folder holds something else.
 */
export async function ensureLake(dir: string, dataset: string): Promise<boolean> {
  if (existsSync(join(dir, 'lake.db'))) return false
  await makeLake(dir, dataset)
  return true
}

/**
 * Makes a lake from a dataset in the place of the one that is there, of which nothing is left.
 *
 * @throws Failure as `ensureLake` does, or if a process has the old lake open. Then that one stays.
 */
export async function makeLake(dir: string, dataset: string): Promise<void> {
  if (existsSync(dir) && !existsSync(join(dir, 'lake.db')) && !isFree(dir)) {
    throw new Failure(
      `${dir} holds something else than a lake.`,
      'Name a folder that is empty, or not there yet.',
    )
  }
  // Made aside and moved into place whole, so that an interrupted first run leaves no half lake.
  const fresh = `${dir}.new-${process.pid}`
  try {
    using lake = openLake({dir: fresh})
    await importInto(lake, dataset)
    lake.close()
    if (!removeLake(dir)) {
      throw new Failure(
        `The lake in ${dir} is in use: it was left as it is.`,
        'Stop the process that has it open, then try again.',
      )
    }
    mkdirSync(dir, {recursive: true})
    // The database last: a folder without one is no lake.
    for (const name of readdirSync(fresh).toSorted()) {
      renameSync(join(fresh, name), join(dir, name))
    }
  } finally {
    rmSync(fresh, {recursive: true, force: true})
  }
}

// The users of a lake stay when its content goes.
function isFree(path: string): boolean {
  return (
    statSync(path).isDirectory() && readdirSync(path).every((name) => name.startsWith('users.db'))
  )
}

/**
 * Brings a dataset into a lake, whole or not at all.
 *
 * @throws Failure if it is not there or cannot be imported.
 */
export async function importInto(lake: Lake, dataset: string): Promise<void> {
  try {
    await importDataset(lake, dataset)
  } catch (error) {
    if (error instanceof DatasetError) throw new Failure(error.message, error.hint, {cause: error})
    throw error
  }
}

/**
 * Opens a source by its path: a lake's folder, a dataset file (`.ndjson`, `.tar.gz`), or a folder
 * that holds an unpacked dataset.
 *
 * @throws Failure if there is nothing there, or nothing that can be read.
 */
export async function openPathSource(path: string): Promise<ContentSource> {
  const stats = statSync(path, {throwIfNoEntry: false})
  if (!stats) {
    throw new Failure(
      `There is no content at ${path}.`,
      'Name a lake folder, an .ndjson or .tar.gz dataset, or "sanity".',
    )
  }
  if (stats.isDirectory() && existsSync(join(path, 'lake.db'))) return openLakeSource(path)
  return openDatasetSource(path)
}

/** Where hosted Sanity has its images. An embedded lake answers to any host. */
const CDN = 'https://cdn.sanity.io'

/** Opens hosted Sanity. Nothing is asked of it yet. */
export function openHostedSource(project: HostedProject): ContentSource {
  const client = createClient({
    ...project,
    ...(project.apiHost === undefined ? {} : {useProjectHostname: false}),
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'published',
  })
  // As `@sanity/image-url` makes one of the other.
  const imageHost =
    project.apiHost?.replace(/^https:\/\/api\./, 'https://cdn.').replace(/\/+$/, '') ?? CDN
  return {
    description: `Sanity project ${project.projectId}, dataset ${project.dataset}`,
    client,
    hasHistory: true,
    administrators: () => administratorsOf(client),
    readImage: (path) => readBytes((request) => fetch(request), `${imageHost}/${path}`),
    [Symbol.asyncDispose]: async () => {},
  }
}

function openLakeSource(dir: string): ContentSource {
  const lake = openLake({dir})
  return {
    ...lakeSource(lake, `the lake in ${dir}`),
    hasHistory: true,
    administrators: async () => new Set([IMPORTER, ...administratorsIn(dir)]),
    [Symbol.asyncDispose]: async () => lake.close(),
  }
}

/** A dataset file is read through a lake of its own, made for the occasion. */
async function openDatasetSource(path: string): Promise<ContentSource> {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-'))
  const lake = openLake({dir})
  const close = async (): Promise<void> => {
    lake.close()
    await rm(dir, {recursive: true, force: true})
  }
  try {
    await importInto(lake, path)
  } catch (error) {
    await close()
    throw error
  }
  return {
    ...lakeSource(lake, `the dataset ${basename(dirname(resolve(path)))}/${basename(path)}`),
    hasHistory: false,
    administrators: async () => new Set(),
    [Symbol.asyncDispose]: close,
  }
}

/** Whom the log names for what was imported into a lake's folder. */
const IMPORTER = 'system'

function administratorsIn(dir: string): string[] {
  const file = usersFile(dir)
  if (!existsSync(file)) return []
  using accounts = new Accounts(file)
  return accounts
    .users()
    .filter(({role}) => role === 'administrator')
    .map(({id}) => id)
}

const project = z.object({
  members: z.array(z.object({id: z.string(), roles: z.array(z.object({name: z.string()}))})),
})

/** The project's administrators; nobody if the token may not know. */
async function administratorsOf(client: SanityClient): Promise<ReadonlySet<string>> {
  const {projectId} = client.config()
  const answer: unknown = await client
    .request<unknown>({url: `/projects/${projectId}`})
    .catch(() => undefined)
  const {data} = project.safeParse(answer)
  const members = data?.members ?? []
  return new Set([
    IMPORTER,
    ...members
      .filter(({roles}) => roles.some(({name}) => name === 'administrator'))
      .map(({id}) => id),
  ])
}

function lakeSource(lake: Lake, description: string) {
  return {
    description,
    client: lakeClient(lake, {perspective: 'published'}),
    readImage: (path: string) => readBytes(lake.fetch, `${CDN}/${path}`),
  }
}

async function readBytes(
  fetch: (request: Request) => Promise<Response>,
  url: string,
): Promise<Uint8Array> {
  const response = await fetch(new Request(url))
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim())
  return response.bytes()
}
