// Writes the approved content of a release, line by line. A file whose lines are all those of a file of the release
// before is not written: it is taken from the store.

import {createHash} from 'node:crypto'
import {closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import type {TextPlace} from '../../model/standing/settled.ts'
import {APPROVED_FOLDER, approvedPath, ApprovedReader, beginsFile} from '../release/approved.ts'
import {writeInto, type FileRecord} from '../release/release.ts'
import type {KeptFile, Store} from '../store/store.ts'
import {
  changed,
  placesIn,
  type ApprovedBefore,
  type ApprovedFile,
  type ApprovedLine,
} from './before.ts'

/** A file of the new release. */
interface NewFile {
  readonly path: string
  readonly type: string
  readonly lines: ApprovedLine[]
  /** Absent until it is complete. A file of the release before that is the same is kept already. */
  record?: FileRecord | KeptFile
}

interface ApprovedWriterOptions {
  /** The folder of the release. */
  readonly dir: string
  readonly store: Store
  readonly before?: ApprovedBefore | undefined
}

/** Documents come in the model's order of types, and in order of id. Nothing is on the disk before `flush`. */
export class ApprovedWriter implements Disposable {
  readonly #options: ApprovedWriterOptions
  readonly #files: NewFile[] = []
  readonly #places = new Map<string, TextPlace>()
  /** Of the last file, if it is being written. */
  #descriptor: number | undefined
  #pending: Uint8Array[] = []
  #pendingBytes = 0
  #hash = createHash('sha256')
  #end = 0

  constructor(options: ApprovedWriterOptions) {
    this.#options = options
    mkdirSync(join(options.dir, APPROVED_FOLDER))
  }

  /**
   * Adds a text.
   *
   * @param canonicalJson In UTF-8.
   * @returns Where it is after `flush`.
   */
  add(
    {id, type, sha256}: {readonly id: string; readonly type: string; readonly sha256: string},
    canonicalJson: Uint8Array,
  ): TextPlace {
    const file = this.#fileFor(id, type)
    if (this.#descriptor === undefined) this.#open(file)
    file.lines.push({id, sha256, length: canonicalJson.length})
    return this.#write(file.path, id, canonicalJson)
  }

  /** Adds a text that the release before has. */
  keep(line: ApprovedLine, type: string): void {
    const file = this.#fileFor(line.id, type)
    file.lines.push(line)
    if (this.#descriptor !== undefined) this.#copy(file.path, line)
  }

  /** Where a text is after `finish`. */
  placeOf(id: string): TextPlace | undefined {
    return this.#places.get(id)
  }

  /** Writes to disk what was added, so that other threads can read it. */
  flush(): void {
    if (this.#descriptor === undefined) return
    const chunk = Buffer.concat(this.#pending)
    this.#pending = []
    this.#pendingBytes = 0
    this.#hash.update(chunk)
    writeAll(this.#descriptor, chunk)
  }

  /** Completes the last file. */
  finish(): void {
    const file = this.#files.at(-1)
    if (!file) return
    const kept =
      this.#descriptor === undefined
        ? this.#options.before?.fileWith(file.path, file.lines)
        : undefined
    if (kept) this.#take(file, kept)
    else {
      if (this.#descriptor === undefined) this.#open(file)
      this.#close(file)
    }
  }

  /**
   * Takes lines out, and gives the files to the store. The files are those that would have been written without these
   * lines.
   */
  without(isDropped: (id: string) => boolean): ApprovedFile[] {
    const written = new Map(this.#files.map((file) => [file.path, file]))
    const files = filesOf(this.#files, isDropped).map((file) => {
      const same = written.get(file.path)
      return same && hasLines(same, file.lines) ? same : file
    })
    const [before, after] = [new Set(this.#files), new Set(files)]
    const fresh = files.filter((file) => !before.has(file))
    for (const file of fresh) file.record = this.#writeAnew(file)
    for (const file of this.#files) {
      if (after.has(file)) continue
      rmSync(this.#pathOf(file.path))
      for (const {id} of file.lines) this.#places.delete(id)
    }
    for (const {path, lines} of fresh) {
      renameSync(this.#pathOf(newPath(path)), this.#pathOf(path))
      this.#setPlaces(path, lines)
    }
    return files.map((file) => ({file: this.#kept(file), lines: file.lines}))
  }

  [Symbol.dispose](): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
  }

  #fileFor(id: string, type: string): NewFile {
    const last = this.#files.at(-1)
    const file = fileFor(id, {type, last})
    if (file === last) return file
    this.finish()
    this.#files.push(file)
    return file
  }

  /** Begins to write a file, with the lines that were kept so far. */
  #open({path, lines}: NewFile): void {
    this.#descriptor = openSync(this.#pathOf(path), 'wx')
    this.#hash = createHash('sha256')
    this.#end = 0
    for (const line of lines) this.#copy(path, line)
  }

  #copy(path: string, line: ApprovedLine): void {
    const {before} = this.#options
    if (before) this.#write(path, line.id, before.textOf(line))
  }

  #write(path: string, id: string, text: Uint8Array): TextPlace {
    const place = {path, offset: this.#end, length: text.length}
    this.#places.set(id, place)
    this.#end += text.length + 1
    this.#pending.push(text, LINE_END)
    this.#pendingBytes += text.length + 1
    if (this.#pendingBytes > 1_000_000) this.flush()
    return place
  }

  #close(file: NewFile): void {
    this.flush()
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
    file.record = {path: file.path, bytes: this.#end, sha256: this.#hash.digest('hex')}
  }

  #take(file: NewFile, kept: KeptFile): void {
    if (!this.#options.store.place([kept], this.#options.dir)) throw changed(kept.path)
    file.record = kept
    this.#setPlaces(file.path, file.lines)
  }

  #setPlaces(path: string, lines: readonly ApprovedLine[]): void {
    for (const [{id}, place] of placesIn(path, lines)) this.#places.set(id, place)
  }

  /** Writes lines beside the files that have them now. */
  #writeAnew({path, lines}: NewFile): FileRecord {
    using reader = new ApprovedReader(this.#options.dir)
    const texts = lines.flatMap(({id}) => {
      const place = this.#places.get(id)
      return place ? [reader.bytes(place), LINE_END] : []
    })
    return {...writeInto(this.#options.dir, newPath(path), Buffer.concat(texts)), path}
  }

  #kept({path, record}: NewFile): KeptFile {
    if (!record) throw new Error('finish() was not called')
    return 'mark' in record ? record : this.#options.store.adopt(this.#pathOf(path), record)
  }

  #pathOf(path: string): string {
    return join(this.#options.dir, path)
  }
}

/** Where a file is written before it replaces another. */
function newPath(path: string): string {
  return `${path}.new`
}

function hasLines(file: NewFile, lines: readonly ApprovedLine[]): boolean {
  return (
    file.lines.length === lines.length && lines.every(({id}, index) => file.lines[index]?.id === id)
  )
}

/** The file that a document belongs to: the last one, or a new one. */
function fileFor(
  id: string,
  {type, last}: {readonly type: string; readonly last: NewFile | undefined},
): NewFile {
  return last?.type === type && !beginsFile(id)
    ? last
    : {path: approvedPath(type, id), type, lines: []}
}

/** The files of some lines. */
function filesOf(
  files: readonly NewFile[],
  isDropped: (id: string) => boolean,
): readonly NewFile[] {
  const found: NewFile[] = []
  for (const {type, lines} of files) {
    for (const line of lines) {
      if (isDropped(line.id)) continue
      const last = found.at(-1)
      const file = fileFor(line.id, {type, last})
      if (file !== last) found.push(file)
      file.lines.push(line)
    }
  }
  return found
}

const LINE_END = Buffer.from('\n')

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(descriptor, bytes, done, bytes.length - done)
  }
}
