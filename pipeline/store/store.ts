// Keeps each file of the releases once, under the digest of its bytes. A release is a tree of hard links to these files,
// so a new release needs neither the time nor the space for files that stay the same.

import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {z} from 'zod'
import {isErrno} from '../../disk/errno.ts'
import {exists, statsOf} from '../../disk/exists.ts'
import {markIn} from '../../disk/mark.ts'
import {digest} from '../digest.ts'
import type {FileRecord} from '../release/release.ts'

/** What the manifest tells of a file. */
export function recordOf({path, bytes, sha256}: FileRecord): FileRecord {
  return {path, bytes, sha256}
}

/** The name of the folder. */
export const STORE_FOLDER = 'objects'

export const keptFile = z.object({
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** See `markIn`. */
  mark: z.string(),
})

/** A file that the store keeps. */
export type KeptFile = Readonly<z.output<typeof keptFile>>

/** The mode of files that nobody should change: a change in one release would change all of them. */
const READ_ONLY = 0o444

/** The store of an exports folder. */
export class Store {
  readonly #dir: string
  /** The digests of the files that it has kept itself. */
  readonly #adopted = new Set<string>()

  constructor(out: string) {
    this.#dir = join(out, STORE_FOLDER)
  }

  /**
   * Keeps a file that was just written.
   *
   * @param path Where it is.
   */
  adopt(path: string, file: FileRecord): KeptFile {
    const object = this.#pathOf(file)
    if (this.#adopted.has(file.sha256) || hasBytes(object, file)) {
      rmSync(path)
      this.#link(object, path)
    } else {
      chmodSync(path, READ_ONLY)
      if (exists(object)) rmSync(object, {recursive: true})
      this.#link(path, object)
    }
    this.#adopted.add(file.sha256)
    return {...file, mark: markOf(object) ?? ''}
  }

  /**
   * Puts kept files into a release.
   *
   * @param dir The folder of the release.
   * @returns Whether it did. It puts none there if one of them was changed or removed since it was kept.
   */
  place(files: readonly KeptFile[], dir: string): boolean {
    if (!files.every((file) => this.has(file))) return false
    for (const file of files) this.#link(this.#pathOf(file), join(dir, file.path))
    return true
  }

  /** Whether a kept file is as it was. */
  has(file: KeptFile): boolean {
    return markOf(this.#pathOf(file)) === file.mark
  }

  /** Links a file, and makes the folder if there is none. */
  #link(from: string, to: string): void {
    try {
      linkOrCopy(from, to)
    } catch (error) {
      // Another thread has just kept the same bytes.
      if (isErrno(error, 'EEXIST')) return
      if (isErrno(error, 'ENOTDIR')) this.#removeFilesInTheWay(to)
      else if (!isErrno(error, 'ENOENT')) throw error
      mkdirSync(dirname(to), {recursive: true})
      linkOrCopy(from, to)
    }
  }

  /** Removes the files that no release has any more. Where files have no links, it cannot tell, and removes none. */
  removeUnused(): void {
    if (!exists(this.#dir)) return
    const objects = readdirSync(this.#dir, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => join(parentPath, name))
    const unused = objects.filter((path) => statSync(path).nlink === 1)
    if (unused.length === objects.length) return
    for (const path of unused) rmSync(path)
  }

  /** The store only saves work, so a file that is where its folders belong is removed. */
  #removeFilesInTheWay(path: string): void {
    for (const folder of [this.#dir, dirname(path)]) {
      if (statsOf(folder)?.isDirectory() === false) rmSync(folder)
    }
  }

  #pathOf({sha256}: FileRecord): string {
    return join(this.#dir, sha256.slice(0, 2), sha256.slice(2))
  }
}

/** Whether a file is there with the bytes that it should have. */
function hasBytes(path: string, {sha256}: FileRecord): boolean {
  return exists(path) && digest(readFileSync(path)) === sha256
}

/** Undefined if there is no such file, or if a file is where its folder belongs. */
function markOf(path: string): string | undefined {
  const stats = statsOf(path)
  return stats && markIn(stats)
}

/** Errors of file systems that have no links, or no more of them for this file. */
const NO_LINK = ['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS']

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!NO_LINK.some((code) => isErrno(error, code))) throw error
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}
