// What exports remember: a small database in the exports folder. It only saves work, so it may be deleted at any time.

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'
import {exists} from '../../disk/exists.ts'
import {digest} from '../digest.ts'
import {codeDigest} from './code.ts'

/** The name of the database. */
export const MEMORY_FILE = '.memory.db'

/** Another number than that of the file means other tables. */
const VERSION = 3

const TABLES = `
  PRAGMA journal_mode = WAL;
  -- The digest of the program that wrote all the rest.
  CREATE TABLE program (code TEXT NOT NULL) STRICT;
  -- What an export knows as a whole, by name. Each value is JSON, with its SHA-256.
  CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
  -- The steps of the last export, many in each part. Each value is JSON. The SHA-256 covers all columns.
  CREATE TABLE steps (
    kind TEXT NOT NULL,
    part INTEGER NOT NULL,
    value TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (kind, part)
  ) STRICT;
  PRAGMA user_version = ${VERSION};
`

const version = z.object({user_version: z.literal(VERSION)})
const program = z.object({code: z.string()})
const note = z.object({value: z.string(), sha256: z.string()})
const stepsRow = z.object({part: z.int(), value: z.string(), sha256: z.string()})

/** Opens the memory of an exports folder; undefined if there is none. */
export function openMemory(out: string): Memory | undefined {
  return exists(join(out, MEMORY_FILE)) ? new Memory(out) : undefined
}

/** Opens the memory of an exports folder, or makes one; undefined if the folder takes none. */
export function usableMemory(out: string): Memory | undefined {
  try {
    return new Memory(out)
  } catch {
    return undefined
  }
}

/** Removes the memory of an exports folder. */
export function forget(out: string): void {
  const file = join(out, MEMORY_FILE)
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, {recursive: true, force: true})
}

/** The memory of an exports folder. One that is damaged or foreign is thrown away, never believed. */
export class Memory implements Disposable {
  readonly #out: string
  #database: DatabaseSync
  #wasDamaged: boolean
  #failure: {readonly error: unknown} | undefined

  /**
   * Opens the memory, or makes one. What another version of this program remembered is forgotten.
   *
   * @throws the system's error if the folder cannot be written
   */
  constructor(out: string) {
    const isNew = !exists(join(out, MEMORY_FILE))
    const usable = isNew ? undefined : openUsable(out)
    this.#out = out
    this.#wasDamaged = !isNew && usable === undefined
    this.#database = usable ?? make(out)
  }

  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close()
  }

  /** Whether an old memory could not be used, or not all of it. */
  get wasDamaged(): boolean {
    return this.#wasDamaged
  }

  /** The value that was kept under a name; undefined if there is none, or if it was damaged. */
  recall(name: string): unknown {
    return this.#unlessDamaged(() => {
      const row = this.#database.prepare('SELECT value, sha256 FROM notes WHERE name = ?').get(name)
      if (row === undefined) return undefined
      const {value, sha256} = note.parse(row)
      return digest(`${name}\n${value}`) === sha256 ? parsed(value) : this.#reportDamage()
    })
  }

  /** Keeps a value under a name. */
  keep(name: string, value: object): void {
    const text = JSON.stringify(value)
    this.#write(() =>
      this.#database
        .prepare('INSERT OR REPLACE INTO notes (name, value, sha256) VALUES (?, ?, ?)')
        .run(name, text, digest(`${name}\n${text}`)),
    )
  }

  /** The steps of a kind, part by part. Parts that were damaged are left out. */
  steps(kind: string): unknown[] {
    return this.#unlessDamaged(() => this.#soundParts(kind)) ?? []
  }

  #soundParts(kind: string): unknown[] {
    const rows = this.#database
      .prepare('SELECT part, value, sha256 FROM steps WHERE kind = ?')
      .iterate(kind)
    const sound: unknown[] = []
    for (const row of rows) {
      const {part, value, sha256} = stepsRow.parse(row)
      if (digestOfSteps(kind, part, value) === sha256) sound.push(parsed(value))
      else this.#reportDamage()
    }
    return sound
  }

  /** Keeps a part of the steps of a kind. */
  keepSteps(kind: string, part: number, value: object): void {
    const text = JSON.stringify(value)
    this.#write(() =>
      this.#database
        .prepare('INSERT OR REPLACE INTO steps (kind, part, value, sha256) VALUES (?, ?, ?, ?)')
        .run(kind, part, text, digestOfSteps(kind, part, text)),
    )
  }

  /**
   * Makes everything that was kept last. Without this, it is gone when the memory is closed.
   *
   * @throws the system's error if something could not be written, such as one of a full disk. Nothing is kept then.
   */
  save(): void {
    if (this.#failure) throw this.#failure.error
    if (this.#database.isTransaction) this.#database.exec('COMMIT')
  }

  /** Writes, unless that has failed before. A failure waits for `save`: work goes on without a memory. */
  #write(work: () => void): void {
    if (this.#failure) return
    try {
      if (this.#wasDamaged) this.#makeAnew()
      if (!this.#database.isTransaction) this.#database.exec('BEGIN IMMEDIATE')
      work()
    } catch (error) {
      this.#failure = {error}
    }
  }

  #makeAnew(): void {
    this[Symbol.dispose]()
    this.#database = make(this.#out)
    this.#wasDamaged = false
  }

  #unlessDamaged<Value>(read: () => Value): Value | undefined {
    if (!this.#database.isOpen) return undefined
    try {
      return read()
    } catch {
      // Part of the file cannot be read.
      return this.#reportDamage()
    }
  }

  #reportDamage(): undefined {
    this.#wasDamaged = true
  }
}

function digestOfSteps(kind: string, part: number, value: string): string {
  return digest(`${kind}\n${part}\n${value}`)
}

function parsed(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return value
}

/** A database with the tables of this version; undefined for anything else. */
function openUsable(out: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined
  try {
    database = open(out)
    if (version.safeParse(database.prepare('PRAGMA user_version').get()).success) {
      const {code} = program.parse(database.prepare('SELECT code FROM program').get())
      if (code === codeDigest()) return database
      database.close()
      return make(out)
    }
  } catch {
    // It is no database, or a damaged one.
  }
  if (database?.isOpen) database.close()
  return undefined
}

function open(out: string): DatabaseSync {
  const database = new DatabaseSync(join(out, MEMORY_FILE), {timeout: 10_000})
  // A power cut may damage the file. It is then thrown away.
  database.exec('PRAGMA synchronous = OFF')
  return database
}

function make(out: string): DatabaseSync {
  forget(out)
  const database = open(out)
  database.exec(TABLES)
  database.prepare('INSERT INTO program (code) VALUES (?)').run(codeDigest())
  return database
}
