// Saves a lake's content in Sanity's export format; import.ts says what that is.

import {createWriteStream} from 'node:fs'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {assetFile, type AssetHome} from '../assets/assets.ts'
import {atomically} from '../atomically.ts'
import {stateOf, type Lake} from '../lake.ts'
import {mapObjects, type JsonObject} from '../map-objects.ts'
import {views} from '../query/perspective.ts'
import {parseDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'
import {packFolder} from './archive.ts'

/**
 * Saves every document, including drafts, as of the moment of the call, in the order of ids. The same
 * content gives the same bytes.
 *
 * @param target decides the format. `….ndjson` holds all documents unchanged, including asset
 *   documents but not the bytes of assets. `….tar.gz` holds documents and assets in Sanity's layout.
 *   Any other path is a new or empty folder with the same layout.
 */
export async function exportDataset(
  lake: Lake,
  target: string,
): Promise<{documents: number; assets: number}> {
  const {store, home} = stateOf(lake)
  if (/\.ndjson$/i.test(target)) {
    return atomically(target, (partial) => writeLines(store, partial))
  }
  if (!/\.(?:tar\.gz|tgz)$/i.test(target)) {
    return atomically(target, (partial) => writeFolder(store, home, partial))
  }
  const folder = await mkdtemp(join(tmpdir(), 'lake-export-'))
  try {
    const written = await writeFolder(store, home, folder)
    await atomically(target, (partial) => packFolder(folder, partial))
    return written
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

type Counts = {documents: number; assets: number}

async function writeLines(store: Store, file: string): Promise<Counts> {
  const revisions = store.find(views.raw, [])
  await writeStream(
    file,
    revisions.values().map((revision) => `${store.body(revision)}\n`),
  )
  return {documents: revisions.length, assets: 0}
}

async function writeFolder(store: Store, home: AssetHome, folder: string): Promise<Counts> {
  // Revisions never change, so these numbers are a snapshot, even if others write meanwhile.
  const revisions = store.find(views.raw, [])
  await mkdir(join(folder, 'images'), {recursive: true})
  await mkdir(join(folder, 'files'), {recursive: true})
  const details = await writeAssets(store, home, folder)
  await writeFile(join(folder, 'assets.json'), `${JSON.stringify(details.byHash)}\n`)
  let documents = 0
  const lines = revisions
    .values()
    .map((revision) => parseDocument(store.body(revision)))
    .filter((document) => !details.exported.has(document._id))
    .map((document) => {
      documents += 1
      return `${JSON.stringify(withPointers(document, details.exported))}\n`
    })
  await writeStream(join(folder, 'data.ndjson'), lines)
  return {documents, assets: details.exported.size}
}

/** Attributes that Sanity's exporter leaves out of assets.json, because the bytes give them. */
const fromBytes = new Set([
  '_id',
  '_type',
  'assetId',
  'extension',
  'mimeType',
  'path',
  'uploadId',
  'url',
])

interface ExportedAssets {
  /** Ids of the assets that are now in the folder, each with the pointer to its file. */
  readonly exported: ReadonlyMap<string, string>
  readonly byHash: Readonly<Record<string, object>>
}

// An asset without bytes in the lake keeps its document, and references to it stay.
async function writeAssets(
  store: Store,
  {files}: AssetHome,
  folder: string,
): Promise<ExportedAssets> {
  const exported = new Map<string, string>()
  const byHash: Record<string, object> = {}
  const among = ['sanity.imageAsset', 'sanity.fileAsset']
  for (const revision of store.find(views.raw, [{kind: 'type', among}])) {
    const document = parseDocument(store.body(revision))
    const asset = assetFile(document._id)
    const bytes = asset && (await files.read(asset.kind, asset.name))
    if (!bytes) continue
    await writeFile(join(folder, `${asset.kind}s`, asset.name), bytes)
    exported.set(document._id, `${asset.kind}@file://./${asset.kind}s/${asset.name}`)
    byHash[`${asset.kind}-${asset.sha1}`] = Object.fromEntries(
      Object.entries(document).filter(([name]) => !fromBytes.has(name)),
    )
  }
  return {exported, byHash}
}

/** Replaces each reference to an exported asset with a pointer to its file. */
function withPointers(document: JsonObject, exported: ReadonlyMap<string, string>): JsonObject {
  return mapObjects(document, (object) => {
    const pointer = exported.get(assetReference(object) ?? '')
    if (pointer === undefined) return object
    const {asset: _asset, ...rest} = object
    return {_sanityAsset: pointer, ...rest}
  })
}

function assetReference({asset}: JsonObject): string | undefined {
  if (typeof asset !== 'object' || asset === null || !('_ref' in asset)) return undefined
  return typeof asset._ref === 'string' ? asset._ref : undefined
}

async function writeStream(file: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), createWriteStream(file))
}
