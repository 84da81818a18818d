// The approved content of a release, as a file: `approved.ndjson`. The gate writes it; everything
// that renders reads only it, and so cannot see an unapproved word. Each line is a document's
// canonical JSON, hence the SHA-256 of a line is the revision that was countersigned. The file is
// itself a dataset in Sanity's export format.
import {createHash, type Hash} from 'node:crypto'
import {closeSync, createReadStream, openSync, readSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'

import {z} from 'zod'

import type {StoredDocument} from '../review/revision.ts'
import type {FileRecord} from './release.ts'

/** Its name in a release. */
const approvedFile = 'approved.ndjson'

const line = z.looseObject({_id: z.string(), _type: z.string()})

/** Reads one line of the file. */
export const parseLine = (text: string): StoredDocument => line.parse(JSON.parse(text))

/** Writes the file line by line, in little memory. */
export class ApprovedWriter implements Disposable {
  readonly #descriptor: number
  readonly #hash: Hash = createHash('sha256')
  #bytes = 0
  #pending: string[] = []
  #pendingLength = 0

  /** @param dir The folder of the release. */
  constructor(dir: string) {
    this.#descriptor = openSync(join(dir, approvedFile), 'wx')
  }

  add(canonicalJson: string): void {
    this.#pending.push(canonicalJson, '\n')
    this.#pendingLength += canonicalJson.length
    if (this.#pendingLength > 1_000_000) this.#flush()
  }

  /** Completes the file and says what it holds. */
  finish(): FileRecord {
    this.#flush()
    return {path: approvedFile, bytes: this.#bytes, sha256: this.#hash.digest('hex')}
  }

  #flush(): void {
    const chunk = Buffer.from(this.#pending.join(''))
    this.#pending = []
    this.#pendingLength = 0
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    for (let done = 0; done < chunk.length;) done += writeSync(this.#descriptor, chunk, done)
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}

/** The lines of the file, in order. */
export function approvedLines(dir: string): AsyncIterable<string> {
  const input = createReadStream(join(dir, approvedFile), {
    encoding: 'utf8',
    highWaterMark: 1 << 20,
  })
  return createInterface({input, crlfDelay: Infinity})
}

const lineStart = /^\{"_id":"([^"\\]+)"/

/** Finds single documents in the file of a release without holding the file in memory. */
export class ApprovedIndex implements Disposable {
  readonly #descriptor: number
  readonly #places = new Map<string, {offset: number; length: number}>()

  private constructor(dir: string) {
    this.#descriptor = openSync(join(dir, approvedFile), 'r')
  }

  static async open(dir: string): Promise<ApprovedIndex> {
    const index = new ApprovedIndex(dir)
    let offset = 0
    for await (const text of approvedLines(dir)) {
      const length = Buffer.byteLength(text)
      const id = lineStart.exec(text)?.[1] ?? parseLine(text)._id
      index.#places.set(id, {offset, length})
      offset += length + 1
    }
    return index
  }

  get(id: string): StoredDocument | undefined {
    const place = this.#places.get(id)
    if (!place) return undefined
    const buffer = Buffer.alloc(place.length)
    readSync(this.#descriptor, buffer, 0, place.length, place.offset)
    return parseLine(buffer.toString('utf8'))
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}
