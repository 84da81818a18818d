// What exports remember: a small database in the exports folder. It only saves work, so it may be deleted at any time.

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'
import {exists} from '../../disk/exists.ts'
import {digest} from '../digest.ts'

/** The name of the database. */
export const MEMORY_FILE = '.memory.db'

/** Another number than that of the file means other tables. */
const VERSION = 1

const TABLES = `
  PRAGMA journal_mode = WAL;
  -- What one export found, under the digest of all that it depended on.
  CREATE TABLE runs (
    key TEXT PRIMARY KEY,
    -- JSON, and its SHA-256.
    value TEXT NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;
  PRAGMA user_version = ${VERSION};
`

const version = z.object({user_version: z.literal(VERSION)})
const entry = z
  .object({value: z.string(), sha256: z.string()})
  .refine(({value, sha256}) => digest(value) === sha256)

/** Opens the memory of an exports folder; undefined if there is none. */
export function openMemory(out: string): Memory | undefined {
  return exists(join(out, MEMORY_FILE)) ? new Memory(out) : undefined
}

/** The memory of an exports folder. One that is damaged or foreign is thrown away, never believed. */
export class Memory implements Disposable {
  /** Whether an old memory could not be used, and a new one was made. */
  readonly wasDamaged: boolean
  readonly #database: DatabaseSync

  /**
   * Opens the memory, or makes one.
   *
   * @throws the system's error if the folder cannot be written
   */
  constructor(out: string) {
    const file = join(out, MEMORY_FILE)
    const isNew = !exists(file)
    const usable = isNew ? undefined : openUsable(file)
    this.wasDamaged = !isNew && usable === undefined
    this.#database = usable ?? make(file)
  }

  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close()
  }

  /** The value that was kept under a key; undefined if there is none, or if it was damaged. */
  recall(key: string): unknown {
    const {success, data} = entry.safeParse(
      this.#database.prepare('SELECT value, sha256 FROM runs WHERE key = ?').get(key),
    )
    if (!success) return undefined
    const value: unknown = JSON.parse(data.value)
    return value
  }

  /** Keeps a value, and forgets all others: the next export asks for the newest only. */
  keep(key: string, value: object): void {
    const text = JSON.stringify(value)
    this.#database.exec('BEGIN IMMEDIATE')
    this.#database.exec('DELETE FROM runs')
    this.#database
      .prepare('INSERT INTO runs (key, value, sha256) VALUES (?, ?, ?)')
      .run(key, text, digest(text))
    this.#database.exec('COMMIT')
  }
}

/** A database with the tables of this version; undefined for anything else. */
function openUsable(file: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, {timeout: 10_000})
    const isWhole = database.prepare('PRAGMA quick_check').get()?.['quick_check'] === 'ok'
    if (isWhole && version.safeParse(database.prepare('PRAGMA user_version').get()).success) {
      return database
    }
  } catch {
    // It is no database, or a damaged one.
  }
  if (database?.isOpen) database.close()
  return undefined
}

function make(file: string): DatabaseSync {
  for (const name of ['', '-wal', '-shm']) rmSync(`${file}${name}`, {recursive: true, force: true})
  const database = new DatabaseSync(file, {timeout: 10_000})
  database.exec(TABLES)
  return database
}
