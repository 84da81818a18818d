// The approved content of a release, as a file: `approved.ndjson`. The gate writes it; everything
// that renders reads only it, and so cannot see an unapproved word. Each line is a document's
// canonical JSON, hence the SHA-256 of a line is the revision that was countersigned. The file is
// itself a dataset in Sanity's export format.

import {createHash, type Hash} from 'node:crypto'
import {closeSync, createReadStream, openSync, readSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import type {FileSpan} from '../../model/standing/settled.ts'
import {storedDocument, type StoredDocument} from '../../review/revision.ts'
import type {FileRecord} from './release.ts'

/** Its name in a release. */
const APPROVED_FILE = 'approved.ndjson'

function parseLine(text: string): StoredDocument {
  return storedDocument.parse(JSON.parse(text))
}

/** Writes the file line by line, in little memory. */
export class ApprovedWriter implements Disposable {
  readonly #descriptor: number
  readonly #hash: Hash = createHash('sha256')
  #end = 0
  #pending: string[] = []
  #pendingLength = 0

  /** @param dir The folder of the release. */
  constructor(dir: string) {
    this.#descriptor = openSync(join(dir, APPROVED_FILE), 'wx')
  }

  add(canonicalJson: string): FileSpan {
    const place = {offset: this.#end, length: Buffer.byteLength(canonicalJson)}
    this.#end += place.length + 1
    this.#pending.push(canonicalJson, '\n')
    this.#pendingLength += canonicalJson.length
    if (this.#pendingLength > 1_000_000) this.flush()
    return place
  }

  /** Completes the file and says what it holds. */
  finish(): FileRecord {
    this.flush()
    return {path: APPROVED_FILE, bytes: this.#end, sha256: this.#hash.digest('hex')}
  }

  /** Lets others read what was added. */
  flush(): void {
    const chunk = Buffer.from(this.#pending.join(''))
    this.#pending = []
    this.#pendingLength = 0
    this.#hash.update(chunk)
    for (let done = 0; done < chunk.length;) done += writeSync(this.#descriptor, chunk, done)
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}

/** The documents of the file, in order. */
export async function* approvedDocuments(dir: string): AsyncGenerator<StoredDocument> {
  for await (const text of approvedLines(dir)) yield parseLine(text)
}

/** Those that are no articles, in order: what articles may need to know comes first in the file. */
export async function* documentsBesideArticles(dir: string): AsyncGenerator<StoredDocument> {
  for await (const content of approvedDocuments(dir)) {
    if (content._type === 'article') return
    yield content
  }
}

function approvedLines(dir: string): AsyncIterable<string> {
  const input = createReadStream(join(dir, APPROVED_FILE), {
    encoding: 'utf8',
    highWaterMark: 1 << 20,
  })
  return createInterface({input, crlfDelay: Infinity})
}

const LINE_START = /^\{"_id":"([^"\\]+)"/

/** Reads single documents of the file, each from its place. */
export class ApprovedReader implements Disposable {
  readonly #descriptor: number

  /** @param dir The folder of the release. */
  constructor(dir: string) {
    this.#descriptor = openSync(join(dir, APPROVED_FILE), 'r')
  }

  read({offset, length}: FileSpan): StoredDocument {
    const buffer = Buffer.alloc(length)
    readSync(this.#descriptor, buffer, 0, length, offset)
    return parseLine(buffer.toString('utf8'))
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}

/** Finds single documents of the file by id, without holding the file in memory. */
export class ApprovedIndex implements Disposable {
  readonly #reader: ApprovedReader
  readonly #places = new Map<string, FileSpan>()

  private constructor(dir: string) {
    this.#reader = new ApprovedReader(dir)
  }

  static async open(dir: string): Promise<ApprovedIndex> {
    const index = new ApprovedIndex(dir)
    let offset = 0
    for await (const text of approvedLines(dir)) {
      const length = Buffer.byteLength(text)
      const id = LINE_START.exec(text)?.[1] ?? parseLine(text)._id
      index.#places.set(id, {offset, length})
      offset += length + 1
    }
    return index
  }

  get(id: string): StoredDocument | undefined {
    const place = this.#places.get(id)
    return place && this.#reader.read(place)
  }

  [Symbol.dispose](): void {
    this.#reader[Symbol.dispose]()
  }
}
