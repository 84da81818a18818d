// Loads a dataset in Sanity's export format into a lake: all of it, or nothing.
//
// The format: `data.ndjson`, a document a line; beside it `images/` and `files/`, to which
// documents point with `{"_sanityAsset": "image@file://./images/name.png"}`; and `assets.json`,
// with what is known of assets beyond their bytes. A `.tar.gz` holds such a folder.

import {randomUUID} from 'node:crypto'
import {mkdtemp, readdir, readFile, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {z} from 'zod'
import {
  assetDetails,
  describeAsset,
  keepAsset,
  type AssetDocument,
  type AssetHome,
} from '../assets/assets.ts'
import type {AssetKind} from '../assets/files.ts'
import {LakeError, messageOf} from '../errors.ts'
import {stateOf, type Lake} from '../lake.ts'
import {mapObjects, type JsonObject} from '../map-objects.ts'
import {isTooDeep, MAX_DEPTH} from '../nesting.ts'
import type {LakeProblem} from '../problem.ts'
import {documentId, storedDocument, type StoredDocument} from '../store/document.ts'
import type {Stage, Staged} from '../store/stage.ts'
import {unpack} from './archive.ts'
import {readLines, type Line} from './ndjson.ts'
import {datasetProblem} from './problem.ts'

export interface ImportOptions {
  /** The author in the log. The default is the lake's identity. */
  readonly author?: string
  /** Called from time to time with the number of documents read so far. */
  readonly onProgress?: (documents: number) => void
}

/** The size of a transaction in Sanity's own importer. */
const BATCH = 100

/**
 * Loads a dataset. It replaces documents that the lake already has; other documents stay. `_rev`,
 * `_createdAt` and `_updatedAt` are kept if the file has them. References may dangle.
 *
 * @param source an `.ndjson` file, a folder that holds `data.ndjson`, or a `.tar.gz` of one
 * @throws LakeProblem if anything in it is wrong; the lake is then unchanged
 */
export async function importDataset(
  lake: Lake,
  source: string,
  options: ImportOptions = {},
): Promise<{documents: number; assets: number}> {
  const {store, home, identity} = stateOf(lake)
  await using opened = await openSource(source)
  using stage = store.stage()
  const assets = new AssetImport(home, opened, await readAssetDetails(opened))
  const time = new Date().toISOString()
  let documents = 0
  for await (const lines of batches(readLines(opened.data), BATCH)) {
    const transactionId = randomUUID()
    const batch: Staged[] = []
    for (const line of lines) {
      const parsed = parseLine(opened, line)
      const content = mayPoint(line.text) ? await assets.resolve(parsed, line.number) : parsed
      const document = complete(opened, line, content, {transactionId, time})
      batch.push({document, transactionId, line: line.number})
    }
    addToStage(opened, stage, batch)
    documents += batch.length
    options.onProgress?.(documents)
  }
  if (documents === 0) {
    const hint = 'Expected at least one document, each on a line of its own'
    throw datasetProblem({file: source}, 'the dataset is empty', hint)
  }
  await assets.addUnreferenced()
  stageAssets(stage, assets.documents(), time)
  stage.commit(options.author ?? identity, time)
  return {documents, assets: assets.documents().length}
}

/** A dataset on disk, ready to be read. */
interface Source extends AsyncDisposable {
  /** As the caller named it, for errors. */
  readonly name: string
  readonly data: string
  /** The folder to which asset paths are relative. */
  readonly base: string
}

async function openSource(source: string): Promise<Source> {
  const kind = await stat(source).catch(() => undefined)
  if (!kind) {
    const hint = 'Check the path'
    throw datasetProblem({file: source}, 'there is no such file or folder', hint)
  }
  if (kind.isDirectory()) return folderSource(source, source, () => Promise.resolve())
  if (/\.(?:tar\.gz|tgz)$/i.test(source)) {
    const folder = await mkdtemp(join(tmpdir(), 'lake-import-'))
    const remove = (): Promise<void> => rm(folder, {recursive: true, force: true})
    try {
      await unpack(source, folder)
      return await folderSource(source, folder, remove)
    } catch (error) {
      await remove()
      throw error
    }
  }
  const base = dirname(source)
  return {name: source, data: source, base, [Symbol.asyncDispose]: () => Promise.resolve()}
}

// Sanity's archives hold one folder, named after the dataset, with everything else in it.
async function folderSource(
  name: string,
  folder: string,
  dispose: () => Promise<void>,
): Promise<Source> {
  const subfolders = (await readdir(folder, {withFileTypes: true}))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
  for (const base of [folder, ...subfolders]) {
    const data = join(base, 'data.ndjson')
    if (await stat(data).catch(() => undefined)) {
      return {name, data, base, [Symbol.asyncDispose]: dispose}
    }
  }
  const hint = 'A dataset in a folder or an archive keeps its documents in a file of that name'
  throw datasetProblem({file: name}, 'there is no data.ndjson in it', hint)
}

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const jsonObject = z.record(z.string(), z.unknown())

function parseLine({name: file}: Source, {number: line, text}: Line): JsonObject {
  const hint = 'Each line must hold one whole document as JSON, and nothing else'
  const {data} = jsonObject.safeParse(parseJsonLine(file, line, text, hint))
  if (!data) throw datasetProblem({file, line}, 'the line is not a JSON object', hint)
  if (isTooDeep(data)) {
    const problem = `the document is nested more than ${MAX_DEPTH} levels deep`
    throw datasetProblem({file, line}, problem, 'Split it into several documents')
  }
  return data
}

function parseJsonLine(file: string, line: number, text: string, hint: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const problem = `the line is not valid JSON (${messageOf(error)})`
    throw datasetProblem({file, line}, problem, hint, {cause: error})
  }
}

const importedDocument = storedDocument.extend({_id: documentId, _type: z.string().min(1)})

function complete(
  {name: file}: Source,
  {number: line}: Line,
  content: JsonObject,
  {transactionId, time}: {transactionId: string; time: string},
): StoredDocument {
  for (const attribute of ['_id', '_type'] as const) {
    if (content[attribute] !== undefined) continue
    const of = typeof content._id === 'string' ? ` "${content._id}"` : ''
    const problem = `the document${of} has no ${attribute}`
    throw datasetProblem({file, line}, problem, `Give it a string as its ${attribute}`)
  }
  const document = importedDocument.safeParse({
    _createdAt: time,
    _updatedAt: time,
    _rev: transactionId,
    ...content,
  })
  if (document.success) return document.data
  const [issue] = document.error.issues
  const problem = `the document "${String(content._id)}" has an invalid ${issue?.path.join('.') ?? 'shape'}`
  throw datasetProblem({file, line}, problem, issue?.message ?? 'Correct it')
}

function addToStage({name: file}: Source, stage: Stage, batch: readonly Staged[]): void {
  const found = stage.add(batch)
  if (!found) return
  const {line, document} = found.duplicate
  const problem = `the document "${document._id}" is there already, on line ${found.firstLine}`
  throw datasetProblem({file, line}, problem, 'Remove one of the two, or give it another _id')
}

// A raw export lists asset documents among the others. They are used unchanged.
function stageAssets(stage: Stage, assets: readonly AssetDocument[], time: string): void {
  const transactionId = randomUUID()
  const stamps = {_createdAt: time, _updatedAt: time, _rev: transactionId}
  stage.add(
    assets
      .filter((asset) => !stage.has(asset._id))
      .map((asset) => ({
        document: storedDocument.parse({...stamps, ...asset}),
        transactionId,
        line: 0,
      })),
  )
}

const assetDetailsFile = z.record(z.string(), jsonObject)

async function readAssetDetails({name, base}: Source): Promise<Record<string, JsonObject>> {
  const text = await readFile(join(base, 'assets.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return {}
  try {
    return assetDetailsFile.parse(JSON.parse(text))
  } catch (error) {
    const problem = `its assets.json cannot be read (${messageOf(error)})`
    const hint = 'Expected a JSON object with one object for each asset'
    throw datasetProblem({file: name}, problem, hint, {cause: error})
  }
}

/** The attribute that points to a file of the dataset. */
const POINTER = '_sanityAsset'

const ASSET_POINTER = /^(?<kind>image|file)@file:\/\/(?<path>.+)$/

// Brings in the assets of one dataset, each once.
class AssetImport {
  readonly #home: AssetHome
  readonly #source: Source
  readonly #details: Readonly<Record<string, JsonObject>>
  readonly #byPath = new Map<string, AssetDocument>()

  constructor(home: AssetHome, source: Source, details: Readonly<Record<string, JsonObject>>) {
    this.#home = home
    this.#source = source
    this.#details = details
  }

  documents(): AssetDocument[] {
    const byId = new Map(Array.from(this.#byPath.values(), (asset) => [asset._id, asset]))
    return Array.from(byId.values())
  }

  /** The document, with each pointer to a file replaced by a reference to the asset. */
  async resolve(document: JsonObject, line: number): Promise<JsonObject> {
    const ids = new Map<unknown, string>()
    for (const pointer of pointersIn(document)) ids.set(pointer, await this.#idFor(pointer, line))
    return mapObjects(document, (object) =>
      Object.fromEntries(
        Object.entries(object).map(([name, value]) =>
          name === POINTER ? ['asset', {_type: 'reference', _ref: ids.get(value)}] : [name, value],
        ),
      ),
    )
  }

  async #idFor(pointer: unknown, line: number): Promise<string> {
    const groups = typeof pointer === 'string' ? ASSET_POINTER.exec(pointer)?.groups : undefined
    const {kind, path} = groups ?? {}
    if ((kind !== 'image' && kind !== 'file') || path === undefined) {
      throw this.#error(
        line,
        `the asset "${String(pointer)}" is not a file of this dataset`,
        'Expected image@file://./images/… or file@file://./files/…; assets are not fetched from elsewhere',
      )
    }
    return (await this.#load(kind, this.#inside(path, line), line))._id
  }

  #inside(path: string, line: number): string {
    const full = resolve(this.#source.base, decodePath(path))
    if (full.startsWith(resolve(this.#source.base) + sep)) return full
    const hint = 'Assets must lie inside the folder of the dataset'
    throw this.#error(line, `the asset "${path}" lies outside the dataset`, hint)
  }

  async #load(kind: AssetKind, path: string, line: number | undefined): Promise<AssetDocument> {
    const known = this.#byPath.get(`${kind}@${path}`)
    if (known) return known
    const bytes = await readFile(path).catch((error: unknown) => {
      const problem = `the asset file "${this.#shortName(path)}" cannot be read (${messageOf(error)})`
      throw this.#error(line, problem, 'Add the file to the dataset, or remove what points to it')
    })
    const details = assetDetails.parse({filename: basename(path)})
    const asset = await describeAsset(this.#home, kind, bytes, details).catch((error: unknown) => {
      if (!(error instanceof LakeError)) throw error
      const problem = `the asset file "${this.#shortName(path)}" is not usable: ${error.message}`
      throw this.#error(line, problem, 'Replace it with a valid image')
    })
    await keepAsset(this.#home, asset, bytes)
    const described = {
      ...asset,
      ...this.#details[`${kind}-${String(asset.assetId)}`],
      ...identityOf(asset),
    }
    this.#byPath.set(`${kind}@${path}`, described)
    return described
  }

  /** Also imports assets in the dataset's folders that no document points to. */
  async addUnreferenced(): Promise<void> {
    for (const kind of ['image', 'file'] as const) {
      const folder = join(resolve(this.#source.base), `${kind}s`)
      const names = this.#source.data.endsWith(`${sep}data.ndjson`)
        ? await readdir(folder).catch(() => [])
        : []
      for (const name of names.filter(isVisible).sort())
        await this.#load(kind, join(folder, name), undefined)
    }
  }

  #shortName(path: string): string {
    return path.slice(resolve(this.#source.base).length + 1)
  }

  #error(line: number | undefined, problem: string, hint: string): LakeProblem {
    return datasetProblem({file: this.#source.name, line}, problem, hint)
  }
}

// Most documents point to no asset and need no search. Their text shows this, unless escapes hide the
// name.
function mayPoint(text: string): boolean {
  return text.includes(POINTER) || text.includes('\\u')
}

function pointersIn(document: JsonObject): unknown[] {
  const pointers: unknown[] = []
  mapObjects(document, (object) => {
    if (POINTER in object) pointers.push(object[POINTER])
    return object
  })
  return pointers
}

// Desktop systems put hidden files of their own into folders.
function isVisible(name: string): boolean {
  return !name.startsWith('.')
}

// assets.json must not override attributes that are derived from the bytes.
function identityOf({_id, _type, assetId, sha1hash, path, url, size, extension}: AssetDocument) {
  return {_id, _type, assetId, sha1hash, path, url, size, extension}
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
