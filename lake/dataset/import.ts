// Loads a dataset in Sanity's export format into a lake: all of it, or nothing.
//
// The format is a folder, or a `.tar.gz` of one. `data.ndjson` has one document on each line. Documents
// refer to the files in `images/` and `files/` by `{"_sanityAsset": "image@file://./images/name.png"}`.
// `assets.json` has the details of assets, such as their original file names.

import {randomUUID} from 'node:crypto'
import {z} from 'zod'
import type {AssetDocument} from '../assets/assets.ts'
import {boundExceededBy} from '../bounds.ts'
import {messageOf} from '../errors.ts'
import {stateOf, type Lake} from '../lake.ts'
import type {JsonObject} from '../map-objects.ts'
import {digest} from '../store/chain.ts'
import {documentId, storedDocument, type StoredDocument} from '../store/document.ts'
import type {Stage, Staged} from '../store/stage.ts'
import {AssetImport, mayPoint, readAssetDetails, type UnusableFile} from './import-assets.ts'
import {readLines, type Line} from './ndjson.ts'
import {datasetProblem} from './problem.ts'
import {openSource, type Source} from './source.ts'

export interface ImportOptions {
  /** The author in the log. The default is the lake's identity. */
  readonly author?: string
  /** Called from time to time with the number of documents read so far. */
  readonly onProgress?: (documents: number) => void
  /**
   * Called for each file that a document refers to and that cannot be used, such as a broken picture. The
   * reference then leads nowhere: in place of an id, it has the path of the file. Without this function, the
   * dataset is refused.
   */
  readonly onUnusableFile?: (file: UnusableFile) => void
}

/** What an import brought in. */
export interface Imported {
  readonly documents: number
  /** Pictures and other files. */
  readonly assets: number
  /** How many of the documents had no id. */
  readonly madeIds: number
  /** How many documents the lake had with other content. */
  readonly replaced: number
}

/** The size of a transaction in Sanity's own importer. */
const BATCH = 100

/**
 * Loads a dataset. It replaces documents that the lake already has, and other documents stay. It keeps
 * `_rev`, `_createdAt` and `_updatedAt` if the file has them, and makes the ids that are missing. It passes
 * over documents that describe the dataset itself, and over files that no document refers to and that cannot be
 * used. References may dangle.
 *
 * @param source an `.ndjson` or `.ndjson.gz` file, a folder that holds `data.ndjson`, or a `.tar.gz` of one
 * @throws LakeProblem if anything in it is wrong; the lake is then unchanged
 */
export async function importDataset(
  lake: Lake,
  source: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const {store, home, identity} = stateOf(lake)
  await using opened = await openSource(source)
  using stage = store.stage()
  const assets = new AssetImport(home, opened, await readAssetDetails(opened))
  const time = new Date().toISOString()
  const ids = new MadeIds()
  let documents = 0
  for await (const lines of batches(readLines(opened.data), BATCH)) {
    const transactionId = randomUUID()
    const batch: Staged[] = []
    for (const line of lines) {
      const parsed = parseLine(opened, line)
      if (belongsToDataset(parsed)) continue
      const content = mayPoint(line.text) ? await assets.resolve(parsed, line.number) : parsed
      const document = complete(opened, line, content, {transactionId, time, ids})
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
  const unusable = assets.unusable()
  if (unusable.length > 0 && !options.onUnusableFile) throw assets.unusableProblem()
  for (const file of unusable) options.onUnusableFile?.(file)
  await assets.addUnreferenced()
  stageAssets(stage, assets.documents(), time)
  const {replaced} = stage.commit(options.author ?? identity, time)
  return {documents, assets: assets.documents().length, madeIds: ids.count, replaced}
}

/**
 * Makes ids from content, where Sanity's own importer makes random ones. So a document has the same id
 * whenever its file is read: a finding can be found again, and a second import makes no second document.
 * Equal documents are told apart by their order.
 */
class MadeIds {
  readonly #equal = new Map<string, number>()
  count = 0

  idFor(content: JsonObject): string {
    this.count += 1
    const id = digest(JSON.stringify(content))
    const before = this.#equal.get(id) ?? 0
    this.#equal.set(id, before + 1)
    return before === 0 ? id : digest(`${id} ${before}`)
  }
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

function parseLine({name: file}: Source, {number: line, text}: Line): JsonObject {
  const hint = 'Each line must hold one whole document as JSON, and nothing else'
  const {data} = jsonObject.safeParse(parseJsonLine(file, line, text, hint))
  if (!data) throw datasetProblem({file, line}, 'the line is not a JSON object', hint)
  const bound = boundExceededBy(data)
  if (bound !== undefined) {
    const problem = `a document cannot ${bound}`
    throw datasetProblem({file, line}, problem, 'Split it into several documents')
  }
  return data
}

/**
 * Whether a document describes the dataset that it comes from, such as its groups of users. Releases are
 * content. Sanity's own importer makes the same difference.
 */
function belongsToDataset({_id: id}: JsonObject): boolean {
  return typeof id === 'string' && id.startsWith('_.') && !id.startsWith('_.releases.')
}

function parseJsonLine(file: string, line: number, text: string, hint: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const problem = `the line is not valid JSON (${messageOf(error)})`
    throw datasetProblem({file, line}, problem, hint, {cause: error})
  }
}

const jsonObject = z.record(z.string(), z.unknown())

const importedDocument = storedDocument.extend({_id: documentId, _type: z.string().min(1)})

function complete(
  {name: file}: Source,
  {number: line}: Line,
  content: JsonObject,
  {transactionId, time, ids}: {transactionId: string; time: string; ids: MadeIds},
): StoredDocument {
  if (content._type === undefined) {
    const of = typeof content._id === 'string' ? ` "${content._id}"` : ''
    const problem = `the document${of} has no _type`
    throw datasetProblem({file, line}, problem, 'Give it a string as its _type')
  }
  const document = importedDocument.safeParse({
    _createdAt: time,
    _updatedAt: time,
    _rev: transactionId,
    _id: content._id ?? ids.idFor(content),
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
