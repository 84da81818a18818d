// Where content comes from: an embedded lake, a dataset file, or hosted Sanity. Whatever it is,
// the rest of the pipeline sees the same `@sanity/client`.
import {existsSync, renameSync, rmSync, statSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'

import {createClient, type SanityClient} from '@sanity/client'

import {DatasetError, importDataset, lakeClient, openLake, type Lake} from '../lake/index.ts'
import {Failure} from './failure.ts'

export interface ContentSource extends AsyncDisposable {
  /** For people: "the lake in .lake". */
  readonly description: string
  /** Sees published content only. */
  readonly client: SanityClient
  /** Whether past revisions can be had. A dataset file has none. */
  readonly hasHistory: boolean
  /** The bytes behind an image asset's `url`. */
  readonly readImage: (url: string) => Promise<Uint8Array>
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
const defaultLake = '.lake'

/** The dataset that the default lake is made from. */
const sampleContent = 'content'

/** Opens the default lake; makes it from the sample content where there is none yet. */
export async function openDefaultSource(): Promise<ContentSource> {
  if (!existsSync(join(defaultLake, 'lake.db'))) {
    // Made aside and moved into place whole, so that an interrupted first run leaves no half lake.
    const fresh = `${defaultLake}.new-${process.pid}`
    try {
      using lake = openLake({dir: fresh})
      await importDataset(lake, sampleContent)
      lake.close()
      renameSync(fresh, defaultLake)
    } finally {
      rmSync(fresh, {recursive: true, force: true})
    }
  }
  return openLakeSource(defaultLake)
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

/** Opens hosted Sanity. Nothing is asked of it yet. */
export function openHostedSource(project: HostedProject): ContentSource {
  const client = createClient({
    ...project,
    ...(project.apiHost === undefined ? {} : {useProjectHostname: false}),
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'published',
  })
  return {
    description: `Sanity project ${project.projectId}, dataset ${project.dataset}`,
    client,
    hasHistory: true,
    readImage: (url) => readBytes((request) => fetch(request), url),
    [Symbol.asyncDispose]: async () => {},
  }
}

function openLakeSource(dir: string): ContentSource {
  const lake = openLake({dir})
  return {
    ...lakeSource(lake, `the lake in ${dir}`),
    hasHistory: true,
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
    await importDataset(lake, path)
  } catch (error) {
    await close()
    if (error instanceof DatasetError) throw new Failure(error.message, error.hint, {cause: error})
    throw error
  }
  return {
    ...lakeSource(lake, `the dataset ${basename(dirname(resolve(path)))}/${basename(path)}`),
    hasHistory: false,
    [Symbol.asyncDispose]: close,
  }
}

const lakeSource = (lake: Lake, description: string) => ({
  description,
  client: lakeClient(lake, {perspective: 'published'}),
  readImage: (url: string) => readBytes(lake.fetch, url),
})

async function readBytes(
  fetch: (request: Request) => Promise<Response>,
  url: string,
): Promise<Uint8Array> {
  const response = await fetch(new Request(url))
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim())
  return response.bytes()
}
