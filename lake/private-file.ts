// Files that only their owner may read. Anyone who can read a lake's files can read its content.

import {chmodSync, closeSync, existsSync, openSync, readdirSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {makeFolder, PRIVATE_FOLDER} from '../disk/durable.ts'

/** The mode of a file that only its owner may read and write. */
export const PRIVATE_FILE = 0o600

/**
 * Makes an empty file for a database and the folder that it is in, unless they are there. Other users can
 * then use neither. SQLite gives the files that it puts beside a database the same mode.
 *
 * @param path a file, or ':memory:'
 */
export function makePrivately(path: string): void {
  if (path === ':memory:') return
  makeFolder(dirname(path), PRIVATE_FOLDER)
  // Its name reaches the disk when SQLite syncs the folder for its own files.
  if (!existsSync(path)) closeSync(openSync(path, 'a', PRIVATE_FILE))
  restrict(dirname(path), PRIVATE_FOLDER)
  for (const file of [path, `${path}-wal`, `${path}-shm`]) restrict(file, PRIVATE_FILE)
}

/** Makes a folder of older versions private, with all that is in it. */
export function makeTreePrivate(dir: string): void {
  if (!isOpenToOthers(dir)) return
  for (const entry of readdirSync(dir, {recursive: true, withFileTypes: true})) {
    const mode = entry.isDirectory() ? PRIVATE_FOLDER : PRIVATE_FILE
    restrict(join(entry.parentPath, entry.name), mode)
  }
  // Last, so that an interrupted run is repeated.
  restrict(dir, PRIVATE_FOLDER)
}

function restrict(path: string, mode: number): void {
  if (isOpenToOthers(path)) chmodSync(path, mode)
}

function isOpenToOthers(path: string): boolean {
  const mode = statSync(path, {throwIfNoEntry: false})?.mode ?? 0
  return (mode & 0o077) !== 0
}
