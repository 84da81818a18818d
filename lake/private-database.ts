// A database beside that of the lake, such as that of the accounts. Only the owner of its file may read it.

import {DatabaseSync} from 'node:sqlite'
import {makePrivately} from './private-file.ts'

/**
 * Opens a database. What is written to it is on the disk before the write returns. A missing file is created. Several
 * processes may have it open at once.
 *
 * @param file a path, or ':memory:'
 * @param setUp SQL that is run each time: settings of the connection, and tables that may be missing
 */
export function openPrivately(file: string, setUp: string): DatabaseSync {
  makePrivately(file)
  const db = new DatabaseSync(file, {timeout: 10_000, enableForeignKeyConstraints: true})
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    db.exec(setUp)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}
