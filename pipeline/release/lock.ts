// Lets one export at a time write to an exports folder. The lock is that of a database: the system takes it away from
// a process that ends, however it ends, so a dead export locks nobody out.

import {rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as wait} from 'node:timers/promises'
import {z} from 'zod'
import {Failure} from '../failure.ts'

/** The name of the database. It stays empty. */
const LOCK_FILE = '.lock.db'

/** https://www.sqlite.org/rescode.html#busy */
const busy = z.object({errcode: z.literal(5)})

/** The file is no database: https://www.sqlite.org/rescode.html#notadb */
const foreign = z.object({errcode: z.literal(26)})

/** How long an export waits before it tries again, in milliseconds. */
const PAUSE = 100

/**
 * Waits until no other export writes to a folder, and keeps others waiting until the lock is disposed of.
 *
 * @param out The exports folder. It must exist.
 * @param onWait Called once if another export is at work.
 * @throws Failure if a folder is in the way of the lock; the system's error if the folder cannot be written
 */
export async function lockExports(out: string, onWait: () => void): Promise<Disposable> {
  const path = join(out, LOCK_FILE)
  if (statSync(path, {throwIfNoEntry: false})?.isDirectory()) {
    throw new Failure(
      `${path} is a folder, where the file belongs that lets one export at a time write.`,
      'Move this folder away, and export again.',
    )
  }
  try {
    return await lock(path, onWait)
  } catch (error) {
    if (!foreign.safeParse(error).success) throw error
    // No export made this file, so none holds it.
    rmSync(path, {force: true})
    return await lock(path, onWait)
  }
}

async function lock(path: string, onWait: () => void): Promise<Disposable> {
  const database = new DatabaseSync(path, {timeout: 0})
  try {
    for (let isWaiting = false; !isLocked(database); isWaiting = true) {
      if (!isWaiting) onWait()
      await wait(PAUSE)
    }
  } catch (error) {
    database.close()
    throw error
  }
  return {[Symbol.dispose]: () => database.close()}
}

function isLocked(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (busy.safeParse(error).success) return false
    throw error
  }
}
