// Removes a lake from the disk, with its whole history.

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {ASSETS_FOLDER} from '../assets-folder.ts'
import {messageOf} from '../errors.ts'
import {hasLake} from './has-lake.ts'

/**
 * Removes the lake in a folder. Other files in the folder stay.
 *
 * @returns true if the lake is gone; false if a process has it open, in which case nothing was removed
 */
export function removeLake(dir: string): boolean {
  if (!hasLake(dir)) return true
  const database = join(dir, 'lake.db')
  if (isOpen(database)) return false
  for (const name of [...filesOf('lake.db'), ...filesOf('feedback.db'), ASSETS_FOLDER]) {
    rmSync(join(dir, name), {recursive: true, force: true})
  }
  return true
}

/** The files that SQLite keeps for a database. */
function filesOf(database: string): string[] {
  return [database, `${database}-wal`, `${database}-shm`]
}

// SQLite changes the journal mode only for a connection that has the database to itself.
// https://www.sqlite.org/pragma.html#pragma_journal_mode
function isOpen(database: string): boolean {
  const db = new DatabaseSync(database, {timeout: 0})
  try {
    db.exec('PRAGMA journal_mode = DELETE')
    return false
  } catch (error) {
    // A damaged database has no users, and removing it is the remedy.
    return messageOf(error).includes('locked')
  } finally {
    db.close()
  }
}
