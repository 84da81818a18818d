// The lake's storage: one SQLite database that holds every revision of every document, and the log of
// the transactions that created them. It knows SQL, but not HTTP or GROQ.

import {ENTRY, entryHash, REVISIONS, storedEntry, type ChainedEntry} from './chain.ts'
import type {Condition, View} from './conditions.ts'
import {where} from './conditions.ts'
import {Database} from './database.ts'
import {
  contentDigest,
  parseDocument,
  publishedId,
  referencedIds,
  slugsIn,
  type StoredDocument,
} from './document.ts'
import {History, type LoggedTransaction} from './history.ts'
import {updateSchema} from './schema.ts'
import {integer, optionalText, text} from './sql.ts'
import {Stage} from './stage.ts'

/** Which revisions of a search result to take, in the order of their documents' ids. */
export interface Slice {
  readonly offset: number
  readonly limit: number
}

/** What tells whether a published document changed. */
export interface DocumentMark {
  readonly id: string
  readonly type: string
  /** The digest of its content. */
  readonly content: string
  /** The hash of the last entry of the log about it or its drafts, which covers all entries before. */
  readonly entry: string
}

/** The storage of one lake. All methods are synchronous. */
export class Store implements Disposable {
  /** The log, and past states of documents. */
  readonly history: History
  readonly #db: Database

  /**
   * Opens a database, creating it if it is new.
   *
   * @param path a file, or ':memory:'
   * @throws if the file was written by a newer version of the lake
   */
  constructor(path: string) {
    this.#db = new Database(path)
    this.history = new History(this.#db)
    try {
      this.write(() => this.#migrate())
    } catch (error) {
      this.#db[Symbol.dispose]()
      throw error
    }
  }

  #migrate(): void {
    const version = updateSchema(this.#db.sqlite)
    // Version 2 and older stored wrong ids for imported versions of documents.
    if (version < 3) this.#db.run('UPDATE documents SET published_id = publishedId(id)')
    if (version < 4) {
      this.#db.run(
        `INSERT INTO trail (revision, published_id, digest)
         SELECT n, publishedId(document), contentDigest(json) FROM revisions`,
      )
    } else if (version < 5) {
      this.#db.run(
        `UPDATE trail SET digest = contentDigest(json) FROM revisions WHERE n = trail.revision`,
      )
    }
    if (version !== 1) return
    // Entries from version 1 get their hashes now. These cannot prove that the entries were
    // unchanged before.
    for (const {seq} of this.#db.all('SELECT seq FROM transactions ORDER BY seq')) {
      this.#close(integer(seq))
    }
    for (const row of this.#db.all('SELECT revision FROM documents')) {
      this.#listSlugs(parseDocument(this.body(integer(row.revision))))
    }
  }

  [Symbol.dispose](): void {
    this.#db[Symbol.dispose]()
  }

  // Transactions of the database

  /** Runs `work` so that all its reads see one snapshot. */
  read<T>(work: () => T): T {
    return this.#db.read(work)
  }

  /** Runs `work` and keeps all its writes, or none of them if it throws. */
  write<T>(work: () => T): T {
    return this.#db.write(work)
  }

  /** Runs `work` as `write` does, then undoes all its writes. */
  rehearse<T>(work: () => T): T {
    return this.#db.rehearse(work)
  }

  /**
   * Calls back after each commit of this process. Commits of other processes are not announced.
   *
   * @returns a function that stops the calls
   */
  watch(onCommit: () => void): () => void {
    return this.#db.watch(onCommit)
  }

  // Documents as they are now

  /** The JSON of a document, or undefined if no document has this id. */
  document(id: string): string | undefined {
    return optionalText(
      this.#db.get(
        'SELECT r.json FROM documents d JOIN revisions r ON r.n = d.revision WHERE d.id = ?',
        id,
      )?.json,
    )
  }

  /**
   * Numbers of the current revisions of documents that meet all conditions, in the order of ids.
   * SQLite sorts and holds only these numbers; callers read the bodies one by one with `body`.
   */
  find(view: View, conditions: readonly Condition[], slice?: Slice): number[] {
    const clauses = conditions.map((condition) => where(condition, view.idColumn))
    const sql = `SELECT d.revision FROM documents d WHERE ${[view.visible, ...clauses.map((clause) => clause.sql)].join(' AND ')} ORDER BY ${view.idColumn} LIMIT ? OFFSET ?`
    const values = clauses.flatMap((clause) => clause.values)
    return this.#db
      .all(sql, ...values, slice?.limit ?? -1, slice?.offset ?? 0)
      .map((row) => integer(row.revision))
  }

  /** The JSON of a revision that `find` or the history found. */
  body(revision: number): string {
    return text(this.#db.get('SELECT json FROM revisions WHERE n = ?', revision)?.json)
  }

  /** The JSON of a revision, in UTF-8. */
  bytes(revision: number): Uint8Array {
    const row = this.#db.get(
      'SELECT CAST(json AS BLOB) AS bytes FROM revisions WHERE n = ?',
      revision,
    )
    if (!(row?.bytes instanceof Uint8Array)) throw new TypeError('Expected bytes from SQLite')
    return row.bytes
  }

  /** Every published document, in order of id. Documents of the lake itself are left out. */
  marks(): DocumentMark[] {
    return this.#db
      .all(
        `SELECT d.id, d.type, a.digest, (
           SELECT t.hash FROM trail own JOIN revisions r ON r.n = own.revision
           JOIN transactions t ON t.seq = r.seq
           WHERE own.published_id = d.id ORDER BY own.revision DESC LIMIT 1
         ) AS entry
         FROM documents d JOIN trail a ON a.revision = d.revision
         WHERE d.id = d.published_id ORDER BY d.id`,
      )
      .map((row) => ({
        id: text(row.id),
        type: text(row.type),
        content: text(row.digest),
        entry: text(row.entry),
      }))
  }

  /** Ids of other documents with a strong reference to this one. */
  strongReferrers(target: string): string[] {
    return this.#db
      .all(
        'SELECT source FROM links WHERE target = ? AND strong AND source <> target ORDER BY source',
        target,
      )
      .map((row) => text(row.source))
  }

  /** Ids of the documents that refer to this one. */
  referrers(target: string): string[] {
    return this.#db
      .all('SELECT source FROM links WHERE target = ? ORDER BY source', target)
      .map((row) => text(row.source))
  }

  // Writing, inside `write`

  /**
   * Opens an entry in the log.
   *
   * @returns the number under which `put` and `delete` record revisions until the entry is sealed
   */
  log(entry: Omit<LoggedTransaction, 'seq' | 'mutations'>): number {
    const {lastInsertRowid} = this.#db
      .statement('INSERT INTO transactions (id, author, time) VALUES (?, ?, ?)')
      .run(entry.id, entry.author, entry.time)
    return Number(lastInsertRowid)
  }

  /**
   * Closes the entry that `log` opened: nothing more is recorded under its number.
   *
   * @param mutations JSON text
   */
  seal(seq: number, mutations: string): void {
    this.#db.run('UPDATE transactions SET mutations = ? WHERE seq = ?', mutations, seq)
    this.#close(seq)
  }

  #close(seq: number): void {
    this.#chain(storedEntry(this.#db.get(ENTRY, seq) ?? {}, this.#db.all(REVISIONS, seq)))
  }

  // Chains an entry to the one before it, permanently.
  #chain(entry: ChainedEntry): void {
    const before = this.#db.get(
      'SELECT hash FROM transactions WHERE seq < ? ORDER BY seq DESC LIMIT 1',
      entry.seq,
    )
    const hash = entryHash(optionalText(before?.hash) ?? null, entry)
    this.#db.run('UPDATE transactions SET hash = ? WHERE seq = ?', hash, entry.seq)
  }

  /** True if the log has a transaction with this id. */
  hasTransaction(id: string): boolean {
    return this.#db.get('SELECT 1 FROM transactions WHERE id = ?', id) !== undefined
  }

  /** Makes this the document's current state. */
  put(seq: number, document: StoredDocument): void {
    const {_id: id, _type: type, _rev: rev} = document
    const revision = this.#record(seq, id, rev, JSON.stringify(document))
    this.#db.run(
      `INSERT INTO documents (id, published_id, type, revision) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET type = excluded.type, revision = excluded.revision`,
      id,
      publishedId(id),
      type,
      revision,
    )
    this.#unlist(id)
    this.#listReferences(document)
    this.#listSlugs(document)
  }

  /** Deletes the document; its past revisions stay. */
  delete(seq: number, id: string, transactionId: string): void {
    this.#record(seq, id, transactionId, null)
    this.#db.run('DELETE FROM documents WHERE id = ?', id)
    this.#unlist(id)
  }

  // A document changed twice in one transaction has one revision: its last state.
  #record(seq: number, id: string, rev: string, json: string | null): number {
    const revision = integer(
      this.#db.get(
        `INSERT INTO revisions (document, seq, rev, json) VALUES (?, ?, ?, ?)
         ON CONFLICT (document, seq) DO UPDATE SET rev = excluded.rev, json = excluded.json
         RETURNING n`,
        id,
        seq,
        rev,
        json,
      )?.n,
    )
    this.#db.run(
      `INSERT INTO trail (revision, published_id, digest) VALUES (?, ?, ?)
       ON CONFLICT (revision) DO UPDATE SET digest = excluded.digest`,
      revision,
      publishedId(id),
      contentDigest(json ?? undefined),
    )
    return revision
  }

  #unlist(id: string): void {
    this.#db.run('DELETE FROM links WHERE source = ?', id)
    this.#db.run('DELETE FROM slugs WHERE document = ?', id)
  }

  #listReferences(document: StoredDocument): void {
    const sql = 'INSERT INTO links (target, source, strong) VALUES (?, ?, ?)'
    for (const {target, strong} of referencedIds(document)) {
      this.#db.run(sql, target, document._id, strong ? 1 : 0)
    }
  }

  #listSlugs(document: StoredDocument): void {
    const sql = 'INSERT INTO slugs (field, value, document) VALUES (?, ?, ?)'
    for (const {field, value} of slugsIn(document)) this.#db.run(sql, field, value, document._id)
  }

  /** Collects documents that will enter the lake together, or not at all. */
  stage(): Stage {
    return new Stage(this.#db.sqlite, (work) =>
      this.write(() => work((entry) => this.#chain(entry))),
    )
  }
}
