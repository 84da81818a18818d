// The approved content of the release that is current, as an export knows it that remembers the last one.

import {z} from 'zod'
import type {TextPlace} from '../../model/standing/settled.ts'
import {digest} from '../digest.ts'
import {Failure} from '../failure.ts'
import {APPROVED_FOLDER, ApprovedReader} from '../release/approved.ts'
import {keptFile, type KeptFile, type Store} from '../store/store.ts'

const approvedLine = z.object({
  id: z.string(),
  /** The digest of the line, in hexadecimal. */
  sha256: z.string(),
  /** In bytes, without its end. */
  length: z.int(),
})

/** A line of a file: which text it holds. */
export type ApprovedLine = z.output<typeof approvedLine>

const approvedFile = z.object({file: keptFile, lines: z.array(approvedLine)})

/** A file of a release, with its lines in order. */
export type ApprovedFile = z.output<typeof approvedFile>

/** Each line of a file, with its place. */
export function* placesIn(
  path: string,
  lines: readonly ApprovedLine[],
): Generator<readonly [line: ApprovedLine, place: TextPlace]> {
  let offset = 0
  for (const line of lines) {
    yield [line, {path, offset, length: line.length}]
    offset += line.length + 1
  }
}

/** What the next export needs to know of the approved content of this one. */
export const approvedFiles = z.array(approvedFile)

/** Finds texts and whole files of that release that have not changed. */
export class ApprovedBefore implements Disposable {
  readonly #reader: ApprovedReader
  readonly #files: ReadonlyMap<string, ApprovedFile>
  readonly #places = new Map<string, TextPlace & {readonly sha256: string}>()

  /**
   * @param dir The folder of the release.
   * @param files Those that were changed since then are left out.
   */
  constructor(dir: string, {files, store}: {files: readonly ApprovedFile[]; store: Store}) {
    this.#reader = new ApprovedReader(dir)
    const sound = files.filter(({file}) => store.has(file))
    this.#files = new Map(sound.map((one) => [one.file.path, one]))
    for (const {file, lines} of sound) {
      for (const [{id, sha256}, place] of placesIn(file.path, lines)) {
        this.#places.set(id, {...place, sha256})
      }
    }
  }

  /** The line of a document, if it has this text. */
  lineOf(id: string, sha256: string): ApprovedLine | undefined {
    const place = this.#places.get(id)
    return place?.sha256 === sha256 ? {id, sha256, length: place.length} : undefined
  }

  /**
   * The text of a line.
   *
   * @throws Failure if the file was changed.
   */
  textOf({id, sha256}: ApprovedLine): Uint8Array {
    const place = this.#places.get(id)
    const bytes = place && this.#reader.bytes(place)
    if (bytes && digest(bytes) === sha256) return bytes
    throw changed(place?.path ?? APPROVED_FOLDER)
  }

  /** The file of a path, if it has these lines. */
  fileWith(path: string, lines: readonly ApprovedLine[]): KeptFile | undefined {
    const known = this.#files.get(path)
    const isSame =
      known?.lines.length === lines.length &&
      known.lines.every(({id, sha256}, index) => {
        const line = lines[index]
        return line?.id === id && line.sha256 === sha256
      })
    return isSame ? known.file : undefined
  }

  [Symbol.dispose](): void {
    this.#reader[Symbol.dispose]()
  }
}

/** Someone changed a file between the look at it and its use. */
export function changed(path: string): Failure {
  return new Failure(
    `${path} in the current release was changed while it was read.`,
    'Export again with --full.',
  )
}
