// The approved content of a release: the files of its folder `approved/`. Rendering reads only these, so it cannot show
// an unapproved word. Each line is a document's canonical JSON, so the SHA-256 of a line is the approved revision. Each
// file is a dataset in Sanity's export format, and so are all together.
//
// A file holds some documents of one type, in order of id. Where a file begins depends on the ids alone, so a change of
// one document changes one file of about 64 lines.

import {closeSync, createReadStream, openSync, readdirSync, readSync} from 'node:fs'
import {join} from 'node:path'
import {contentTypes} from '../../model/index.ts'
import type {TextPlace} from '../../model/standing/settled.ts'
import {storedDocument, type StoredDocument} from '../../review/revision.ts'
import {digest} from '../digest.ts'
import {jsonText} from '../json-text.ts'

/** The name of the folder in a release. */
export const APPROVED_FOLDER = 'approved'

/** Of so many documents, about one begins a file. */
const DOCUMENTS_PER_FILE = 64

/** Whether a file begins with the document of an id, if the document before it has the same type. */
export function beginsFile(id: string): boolean {
  return Number.parseInt(digest(id).slice(0, 8), 16) % DOCUMENTS_PER_FILE === 0
}

/** The path of the file in a release that begins with a document. */
export function approvedPath(type: string, firstId: string): string {
  return `${APPROVED_FOLDER}/${type}-${digest(firstId).slice(0, 16)}.ndjson`
}

/** Whether a path of a release is that of a file of approved content. */
export function isApprovedPath(path: string): boolean {
  return path.startsWith(`${APPROVED_FOLDER}/`)
}

/** The paths of the files in a release, relative to it. */
export function approvedPaths(dir: string): string[] {
  return readdirSync(join(dir, APPROVED_FOLDER)).map((name) => `${APPROVED_FOLDER}/${name}`)
}

/** A line, parsed. Lines of a release that was tampered with may be anything. */
export const approvedText = jsonText(storedDocument)

function parseLine(text: string): StoredDocument {
  return storedDocument.parse(JSON.parse(text))
}

/** All approved documents of a release, file by file. */
export async function* approvedDocuments(dir: string): AsyncGenerator<StoredDocument> {
  for (const path of approvedPaths(dir)) {
    for await (const text of linesOf(join(dir, path))) yield parseLine(text)
  }
}

const ARTICLES = `${APPROVED_FOLDER}/article-`

/** The approved documents that are not articles, in the model's order of types and in order of id. */
export async function documentsBesideArticles(dir: string): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = []
  for (const path of approvedPaths(dir)) {
    if (path.startsWith(ARTICLES)) continue
    for await (const text of linesOf(join(dir, path))) documents.push(parseLine(text))
  }
  return documents.sort(inOrder)
}

const typeOrder = new Map<string, number>(contentTypes.map((type, index) => [type, index]))

function inOrder(a: StoredDocument, b: StoredDocument): number {
  const order = (typeOrder.get(a._type) ?? 0) - (typeOrder.get(b._type) ?? 0)
  return order === 0 ? (a._id < b._id ? -1 : 1) : order
}

const PIECE = 1 << 20

/**
 * The lines of a file. Only a line feed ends a line: JSON may hold other characters that readline
 * takes for line ends, such as U+2028.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, {encoding: 'utf8', highWaterMark: PIECE})
  let rest = ''
  for await (const piece of input) {
    const lines = `${rest}${String(piece)}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Reads single documents by their place. */
export class ApprovedReader implements Disposable {
  readonly #dir: string
  #open: {readonly path: string; readonly descriptor: number} | undefined

  /** @param dir The folder of the release. */
  constructor(dir: string) {
    this.#dir = dir
  }

  read(place: TextPlace): StoredDocument {
    return parseLine(this.bytes(place).toString('utf8'))
  }

  bytes({path, offset, length}: TextPlace): Buffer {
    const buffer = Buffer.alloc(length)
    readSync(this.#descriptorOf(path), buffer, 0, length, offset)
    return buffer
  }

  /** Documents are mostly read in order, so the next one is mostly in the same file. */
  #descriptorOf(path: string): number {
    if (this.#open?.path !== path) {
      this[Symbol.dispose]()
      this.#open = {path, descriptor: openSync(join(this.#dir, path), 'r')}
    }
    return this.#open.descriptor
  }

  [Symbol.dispose](): void {
    if (this.#open) closeSync(this.#open.descriptor)
    this.#open = undefined
  }
}
