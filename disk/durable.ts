// Makes files and folders reach the disk, so that a power cut cannot take them away. A file that was
// written, and a name that was given, may be in the memory of the system only, until they are synced.

import {closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, statSync} from 'node:fs'
import {open, type FileHandle} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {isErrno} from './errno.ts'

/** The system writes several files at once faster than one after the other. More than this gain nothing. */
const FILES_AT_ONCE = 32

/** The mode of a folder that only its owner may use. */
export const PRIVATE_FOLDER = 0o700

/**
 * Makes a folder, and the folders above it, and syncs their names.
 *
 * @throws the system's error. Node's own way to make several folders hides it, and does not end at all where the
 *   system says that a folder above is missing although it is there, as below `/proc`.
 */
export function makeFolder(path: string, mode = 0o777): void {
  for (const folder of missingFolders(resolve(path))) {
    try {
      mkdirSync(folder, mode)
    } catch (error) {
      // Another process has just made it.
      if (!isErrno(error, 'EEXIST') || !statSync(folder).isDirectory()) throw error
    }
    syncFolder(dirname(folder))
  }
}

/** The folders that have to be made, from the top. */
function missingFolders(path: string): string[] {
  const above = dirname(path)
  if (existsSync(path)) return statSync(path).isDirectory() ? [] : [path]
  return [...missingFolders(above), path]
}

/** Syncs a file; or a folder: all that was written below it, and the names of all files and folders in it. */
export async function syncTree(dir: string): Promise<void> {
  if (!statSync(dir).isDirectory()) return syncFile(dir)
  const entries = readdirSync(dir, {recursive: true, withFileTypes: true})
  await syncFiles(
    entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name)),
  )
  syncFolders(dir)
}

/** Syncs files, but not their names. */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  await using syncing = new Syncing()
  for (const path of paths) await syncing.add(path)
  await syncing.finish()
}

/** Syncs files, but not their names, while other work goes on. Disposing of it waits for the files that were added. */
export class Syncing implements AsyncDisposable {
  readonly #running = new Set<Promise<void>>()
  #failure: {readonly error: unknown} | undefined

  /** Begins to sync a file. It waits while many files are being synced. */
  async add(path: string): Promise<void> {
    while (this.#running.size >= FILES_AT_ONCE) await Promise.race(this.#running)
    const one = syncFile(path)
      .catch((error: unknown) => {
        this.#failure ??= {error}
      })
      .finally(() => this.#running.delete(one))
    this.#running.add(one)
  }

  /**
   * Waits until all files are on the disk.
   *
   * @throws the system's error if one of them is not
   */
  async finish(): Promise<void> {
    await Promise.all(this.#running)
    if (this.#failure) throw this.#failure.error
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running)
  }
}

/** Syncs the names of all files and folders below a folder, but not what is in the files. */
export function syncFolders(dir: string): void {
  // Node's own recursion asks the system about each file.
  for (const entry of readdirSync(dir, {withFileTypes: true})) {
    if (entry.isDirectory()) syncFolders(join(dir, entry.name))
  }
  syncFolder(dir)
}

/** Syncs the names in a folder. Call it after a file or a folder was made, moved or removed there. */
export function syncFolder(dir: string): void {
  const descriptor = openSync(dir, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    // Windows (EPERM) and some network file systems (EINVAL) cannot sync a folder.
    if (!isErrno(error, 'EPERM') && !isErrno(error, 'EINVAL')) throw error
  } finally {
    closeSync(descriptor)
  }
}

async function syncFile(path: string): Promise<void> {
  await using file = await openToSync(path)
  await file.sync()
}

/** Windows syncs only a file that is open for writing. Other systems also sync one that is read-only. */
async function openToSync(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (!isErrno(error, 'EACCES')) throw error
    return open(path, 'r')
  }
}
