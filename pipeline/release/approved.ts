// The file of a release's approved content, `approved.ndjson`. The gate writes it, and lines that a rule
// refuses or that wait for others are taken out. Rendering reads only this file, so it cannot show an
// unapproved word. Each line is a document's canonical JSON, so the
// SHA-256 of a line is the approved revision. The file is a dataset in Sanity's export format.

import {createHash, type Hash} from 'node:crypto'
import {closeSync, createReadStream, openSync, readSync, renameSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import type {FileSpan} from '../../model/standing/settled.ts'
import {storedDocument, type StoredDocument} from '../../review/revision.ts'
import {digest} from '../digest.ts'
import type {FileRecord} from './release.ts'

/** The name of the file in a release. */
export const APPROVED_FILE = 'approved.ndjson'

/** A line that was written, with the id of its document. */
export interface WrittenLine {
  readonly id: string
  readonly place: FileSpan
  /** The digest of the line, in hexadecimal. */
  readonly sha256: string
}

function parseLine(text: string): StoredDocument {
  return storedDocument.parse(JSON.parse(text))
}

const LINE_END = Buffer.from('\n')

/** Writes the file line by line, with little memory. */
export class ApprovedWriter implements Disposable {
  readonly #descriptor: number
  readonly #hash: Hash = createHash('sha256')
  #end = 0
  #pending: Uint8Array[] = []
  #flushed = 0

  /** @param dir The folder of the release. */
  constructor(dir: string) {
    this.#descriptor = openSync(join(dir, APPROVED_FILE), 'wx')
  }

  /**
   * Adds a document, and returns the position of its line.
   *
   * @param canonicalJson In UTF-8.
   */
  add(canonicalJson: Uint8Array): FileSpan {
    const place = {offset: this.#end, length: canonicalJson.length}
    this.#end += place.length + 1
    this.#pending.push(canonicalJson, LINE_END)
    if (this.#end - this.#flushed > 1_000_000) this.flush()
    return place
  }

  /** Completes the file, and returns its size and digest. */
  finish(): FileRecord {
    this.flush()
    return {path: APPROVED_FILE, bytes: this.#end, sha256: this.#hash.digest('hex')}
  }

  /** Writes to disk what was added, so that other threads can read it. */
  flush(): void {
    const chunk = Buffer.concat(this.#pending)
    this.#pending = []
    this.#flushed = this.#end
    this.#hash.update(chunk)
    writeAll(this.#descriptor, chunk)
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}

/** The documents of the file, in order. */
export async function* approvedDocuments(dir: string): AsyncGenerator<StoredDocument> {
  for await (const text of approvedLines(dir)) yield parseLine(text)
}

/** The documents that are not articles, in order. They come first in the file, because articles depend on them. */
export async function* documentsBesideArticles(dir: string): AsyncGenerator<StoredDocument> {
  for await (const content of approvedDocuments(dir)) {
    if (content._type === 'article') return
    yield content
  }
}

/**
 * Takes lines out of the file. It reads and writes piece by piece, so it needs little memory.
 *
 * @param written All lines, in order.
 * @returns The record of the file, and the lines that stay, with their new positions by id.
 */
export function withoutLines(
  dir: string,
  file: FileRecord,
  written: readonly WrittenLine[],
  isDropped: (id: string) => boolean,
): {
  readonly file: FileRecord
  readonly places: ReadonlyMap<string, FileSpan>
  readonly lines: LineDigests
} {
  const places = new Map<string, FileSpan>()
  const kept: FileSpan[] = []
  const lines: LineDigests = []
  let end = 0
  for (const {id, place, sha256} of written) {
    if (isDropped(id)) continue
    places.set(id, {offset: end, length: place.length})
    end += place.length + 1
    lines.push([id, sha256, place.length])
    kept.push({offset: place.offset, length: place.length + 1})
  }
  return {file: kept.length === written.length ? file : copyParts(dir, kept), places, lines}
}

const PIECE = 1 << 20

/** Replaces the file by some of its parts. */
function copyParts(dir: string, parts: readonly FileSpan[]): FileRecord {
  const path = join(dir, APPROVED_FILE)
  const fresh = `${path}.new`
  const from = openSync(path, 'r')
  const to = openSync(fresh, 'wx')
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(PIECE)
  let bytes = 0
  try {
    for (const {offset, length} of parts) {
      for (let done = 0; done < length;) {
        const count = readSync(from, buffer, 0, Math.min(PIECE, length - done), offset + done)
        if (count === 0) throw new Error(`${path} ends too soon`)
        const piece = buffer.subarray(0, count)
        hash.update(piece)
        writeAll(to, piece)
        done += count
        bytes += count
      }
    }
  } finally {
    closeSync(from)
    closeSync(to)
  }
  renameSync(fresh, path)
  return {path: APPROVED_FILE, bytes, sha256: hash.digest('hex')}
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(descriptor, bytes, done, bytes.length - done)
  }
}

/**
 * The lines of the file. Only a line feed ends a line: JSON may hold other characters that readline
 * takes for line ends, such as U+2028.
 */
export async function* approvedLines(dir: string): AsyncGenerator<string> {
  const input = createReadStream(join(dir, APPROVED_FILE), {encoding: 'utf8', highWaterMark: PIECE})
  let rest = ''
  for await (const piece of input) {
    const lines = `${rest}${String(piece)}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** The lines of the file of a release, in order, each with its digest and its length in bytes. */
export const lineDigests = z.array(z.tuple([z.string(), z.string(), z.int()]))

export type LineDigests = z.output<typeof lineDigests>

/** Finds lines of the file of a release by the ids and digests that an export kept. */
export class ApprovedLines implements Disposable {
  readonly #descriptor: number
  readonly #lines = new Map<string, {readonly sha256: string; readonly place: FileSpan}>()

  /** @param dir The folder of the release. */
  constructor(dir: string, digests: LineDigests) {
    this.#descriptor = openSync(join(dir, APPROVED_FILE), 'r')
    let offset = 0
    for (const [id, sha256, length] of digests) {
      this.#lines.set(id, {sha256, place: {offset, length}})
      offset += length + 1
    }
  }

  /** The line of a document, if it is there with this digest. */
  get(id: string, sha256: string): Uint8Array | undefined {
    const line = this.#lines.get(id)
    if (line?.sha256 !== sha256) return undefined
    const bytes = bytesAt(this.#descriptor, line.place)
    return digest(bytes) === sha256 ? bytes : undefined
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}

function bytesAt(descriptor: number, {offset, length}: FileSpan): Buffer {
  const buffer = Buffer.alloc(length)
  readSync(descriptor, buffer, 0, length, offset)
  return buffer
}

const LINE_START = /^\{"_id":"([^"\\]+)"/

/** Reads single documents of the file by their position. */
export class ApprovedReader implements Disposable {
  readonly #descriptor: number

  /** @param dir The folder of the release. */
  constructor(dir: string) {
    this.#descriptor = openSync(join(dir, APPROVED_FILE), 'r')
  }

  read(place: FileSpan): StoredDocument {
    return parseLine(bytesAt(this.#descriptor, place).toString('utf8'))
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}

/** Finds single documents of the file by id. Only their positions are kept in memory. */
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
