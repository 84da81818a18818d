// Who may use a lake: people and programs, with their roles, passwords and tokens. They have a database
// of their own beside the lake's, so that users keep their access when a lake is recreated. Only hashes
// of passwords and tokens are stored; neither can be read back.

import {randomBytes, timingSafeEqual} from 'node:crypto'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'
import {openPrivately} from '../private-database.ts'
import {LakeProblem} from '../problem.ts'
import {newTokenText, passphrase, passwordHash, tokenHash} from './secrets.ts'

/** A user of a lake: a person, or a program that acts by itself. */
export interface User {
  /** The author in the log, and what `identity()` returns. Never changes. */
  readonly id: string
  /** The name to log in with. */
  readonly username: string
  readonly name: string
  readonly email: string | undefined
  readonly role: string
}

/** What is stored about a token. The token itself is not stored. */
export interface TokenDetails {
  /** The first characters of its hash, to tell it from other tokens. */
  readonly id: string
  readonly username: string
  readonly label: string
  /** ISO 8601, UTC. */
  readonly created: string
  readonly expires: string
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT,
    role TEXT NOT NULL,
    -- NULL for a program, which has tokens only.
    password_salt BLOB,
    password_hash BLOB
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tokens (
    hash TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    created TEXT NOT NULL,
    expires TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- What the Studio keeps for each of its users.
  CREATE TABLE IF NOT EXISTS settings (
    user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user, key)
  ) STRICT, WITHOUT ROWID;
`

const userRow = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role: z.string(),
  })
  .transform((row): User => ({...row, email: row.email ?? undefined}))

const passwordRow = z.object({
  password_salt: z.instanceof(Uint8Array),
  password_hash: z.instanceof(Uint8Array),
})

const tokenRow = z.object({
  id: z.string(),
  username: z.string(),
  label: z.string(),
  created: z.string(),
  expires: z.string(),
})

/** An id becomes part of document ids and of the log. */
const USER_ID = /^[a-z0-9][a-z0-9-]{0,63}$/

const DAY_MS = 24 * 60 * 60 * 1000

/** Where the accounts of a lake are kept. */
export function usersFile(dir: string): string {
  return join(dir, 'users.db')
}

/** The accounts of one lake. Several processes may have them open at once. */
export class Accounts implements Disposable {
  readonly #db: DatabaseSync

  /**
   * Opens the accounts. A missing file is created, readable by its owner only.
   *
   * @param file a path, or ':memory:'
   */
  constructor(file: string) {
    this.#db = openPrivately(file, SCHEMA)
  }

  [Symbol.dispose](): void {
    if (this.#db.isOpen) this.#db.close()
  }

  /** Does work and keeps all that it changes here, or nothing if it fails. Nothing else may change these accounts meanwhile. */
  async atomically<T>(work: () => Promise<T>): Promise<T> {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const result = await work()
      this.#db.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  /** All users, in the order of their usernames. */
  users(): User[] {
    return z.array(userRow).parse(this.#db.prepare('SELECT * FROM users ORDER BY username').all())
  }

  /** The known users among these ids. */
  usersById(ids: readonly string[]): User[] {
    const list = JSON.stringify(ids)
    return z
      .array(userRow)
      .parse(
        this.#db
          .prepare('SELECT * FROM users WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
          .all(list),
      )
  }

  /** @throws LakeProblem if no user has this username */
  user(username: string): User {
    const found = this.#find(username)
    if (found) return found
    const known = this.users().map((user) => user.username)
    throw new LakeProblem(
      `There is no user "${username}".`,
      known.length === 0 ? 'Add one first.' : `There are: ${known.join(', ')}.`,
    )
  }

  /**
   * Adds a user. The user cannot log in without a password, or do anything without a token.
   *
   * @param user its id defaults to the username
   * @throws LakeProblem if the name or the id is taken, or either cannot be used
   */
  add({id, ...user}: Omit<User, 'id'> & {readonly id?: string | undefined}): User {
    const added = {...user, id: id ?? user.username}
    for (const text of [added.id, added.username]) {
      if (USER_ID.test(text)) continue
      throw new LakeProblem(
        `"${text}" cannot be used as a name.`,
        'Use 1 to 64 small letters, digits and dashes.',
      )
    }
    if (this.#find(added.username) || this.usersById([added.id]).length > 0) {
      throw new LakeProblem(`There is a user "${added.username}" already.`, 'Choose another name.')
    }
    this.#db
      .prepare('INSERT INTO users (id, username, name, email, role) VALUES (?, ?, ?, ?, ?)')
      .run(added.id, added.username, added.name, added.email ?? null, added.role)
    return added
  }

  /**
   * Removes a user's access at once. The log still names the user as the author of earlier changes.
   *
   * @throws LakeProblem if no user has this username
   */
  remove(username: string): void {
    this.#db.prepare('DELETE FROM users WHERE id = ?').run(this.user(username).id)
  }

  /**
   * Replaces a user's password, and ends every session that the old one opened.
   *
   * @returns the password, which is not stored
   * @throws LakeProblem if no user has this username
   */
  async newPassword(username: string): Promise<string> {
    const {id} = this.user(username)
    const password = passphrase()
    const salt = randomBytes(16)
    const hash = await passwordHash(password, salt)
    this.#db
      .prepare('UPDATE users SET password_salt = ?, password_hash = ? WHERE id = ?')
      .run(salt, hash, id)
    this.#db.prepare('DELETE FROM tokens WHERE user = ? AND label = ?').run(id, SESSION)
    return password
  }

  /** The user with this name and password, or undefined. */
  async userOfPassword(username: string, password: string): Promise<User | undefined> {
    const user = this.#find(username)
    const row = this.#db
      .prepare('SELECT password_salt, password_hash FROM users WHERE username = ?')
      .get(username)
    const known = passwordRow.safeParse(row).data
    // An unknown name takes as long as a wrong password, so the response time reveals neither.
    const hash = await passwordHash(password, known?.password_salt ?? randomBytes(16))
    return known && timingSafeEqual(hash, known.password_hash) ? user : undefined
  }

  /**
   * Creates a token, which acts as its user until it expires.
   *
   * @param label what it is for
   * @returns the token, which is not stored
   * @throws LakeProblem if no user has this username
   */
  newToken(username: string, {label, days}: {label: string; days: number}): string {
    const {id} = this.user(username)
    const token = newTokenText()
    const now = Date.now()
    this.#db
      .prepare('INSERT INTO tokens (hash, user, label, created, expires) VALUES (?, ?, ?, ?, ?)')
      .run(
        tokenHash(token),
        id,
        label,
        new Date(now).toISOString(),
        new Date(now + days * DAY_MS).toISOString(),
      )
    return token
  }

  /** Creates the token of a user who has just logged in. */
  newSession({username}: User): string {
    this.#db.prepare('DELETE FROM tokens WHERE expires < ?').run(new Date().toISOString())
    return this.newToken(username, {label: SESSION, days: SESSION_DAYS})
  }

  /** The user of this token. Undefined if the token is unknown, expired or revoked. */
  userOfToken(token: string): User | undefined {
    const row = this.#db
      .prepare(
        'SELECT u.* FROM tokens t JOIN users u ON u.id = t.user WHERE t.hash = ? AND t.expires > ?',
      )
      .get(tokenHash(token), new Date().toISOString())
    return row && userRow.parse(row)
  }

  /** Whether this token acted as a user until it expired. */
  hasExpired(token: string): boolean {
    const row = this.#db
      .prepare('SELECT 1 FROM tokens WHERE hash = ? AND expires <= ?')
      .get(tokenHash(token), new Date().toISOString())
    return row !== undefined
  }

  /** All tokens that were created and not revoked, including expired ones, but not those of logins. */
  tokens(): TokenDetails[] {
    return z.array(tokenRow).parse(
      this.#db
        .prepare(
          `SELECT substr(t.hash, 1, 8) AS id, u.username, t.label, t.created, t.expires
           FROM tokens t JOIN users u ON u.id = t.user WHERE t.label <> ? ORDER BY t.created`,
        )
        .all(SESSION),
    )
  }

  /** Revokes a token, given as the token itself or as its `id` in `tokens`. Returns whether it existed. */
  revoke(tokenOrId: string): boolean {
    const {changes} = this.#db
      .prepare('DELETE FROM tokens WHERE hash = ? OR substr(hash, 1, 8) = ?')
      .run(tokenHash(tokenOrId), tokenOrId)
    return Number(changes) > 0
  }

  /** A setting that the Studio stores for a user under a key: JSON text. */
  setting(id: string, key: string): string | undefined {
    const row = this.#db
      .prepare('SELECT value FROM settings WHERE user = ? AND key = ?')
      .get(id, key)
    return z.object({value: z.string()}).optional().parse(row)?.value
  }

  setSetting(id: string, key: string, value: string): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO settings (user, key, value) VALUES (?, ?, ?)')
      .run(id, key, value)
  }

  #find(username: string): User | undefined {
    const row = this.#db.prepare('SELECT * FROM users WHERE username = ?').get(username)
    return row && userRow.parse(row)
  }
}

const SESSION = 'login'
const SESSION_DAYS = 7
