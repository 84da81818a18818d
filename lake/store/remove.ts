// Removes a lake from the disk, with everything that was ever written to it.

import {existsSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {messageOf} from '../errors.ts'

/**
 * Removes the lake in a folder, and nothing else that the folder may hold.
 *
 * @returns whether nothing of it is left; false, with nothing removed, while a process has it open
 */
export function removeLake(dir: string): boolean {
  const database = join(dir, 'lake.db')
  if (!existsSync(database)) return true
  if (isOpen(database)) return false
  for (const name of ['lake.db', 'lake.db-wal', 'lake.db-shm', 'assets']) {
    rmSync(join(dir, name), {recursive: true, force: true})
  }
  return true
}

// SQLite changes the journal's mode only for whoever has the database to themselves.
// https://www.sqlite.org/pragma.html#pragma_journal_mode
function isOpen(database: string): boolean {
  const db = new DatabaseSync(database, {timeout: 0})
  try {
    db.exec('PRAGMA journal_mode = DELETE')
    return false
  } catch (error) {
    // A damaged database is nobody's, and its removal is what mends it.
    return messageOf(error).includes('locked')
  } finally {
    db.close()
  }
}
