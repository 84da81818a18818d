// The lake's storage: one SQLite database that holds every revision of every document, and the log of
// the transactions that created them. It knows SQL, but neither HTTP nor GROQ.

import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite'
import {ENTRY, entryHash, REVISIONS, storedEntry, type ChainedEntry} from './chain.ts'
import type {Condition, View} from './conditions.ts'
import {where} from './conditions.ts'
import {
  contentDigest,
  parseDocument,
  publishedId,
  referencedIds,
  slugsIn,
  type StoredDocument,
} from './document.ts'
import {updateSchema} from './schema.ts'
import {integer, optionalInteger, optionalText, text} from './sql.ts'
import {Stage} from './stage.ts'

/** An entry of the log. */
export interface LoggedTransaction {
  readonly seq: number
  readonly id: string
  readonly author: string
  readonly time: string
  /** JSON text; undefined for an import. */
  readonly mutations: string | undefined
}

/** Which part of the log to read. Bounds are inclusive. */
export interface LogRange {
  readonly documents: readonly string[]
  readonly fromTime?: string | undefined
  readonly toTime?: string | undefined
  readonly fromTransaction?: string | undefined
  readonly toTransaction?: string | undefined
  readonly authors?: readonly string[] | undefined
  readonly limit: number
  readonly newestFirst: boolean
}

/** What a transaction did to one document. */
export interface Change {
  readonly documentId: string
  /** Revision numbers, to be read by `body`; undefined if the document did not exist. */
  readonly before: number | undefined
  readonly after: number | undefined
}

/** What one transaction made of a document, under one of its ids. */
export interface TrailStep {
  /** The number of the transaction. */
  readonly place: number
  readonly author: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly id: string
  /** The digest of its content; undefined where the transaction deleted it. */
  readonly revision: string | undefined
}

/** Which revisions of a search result to take, in the order of their documents' ids. */
export interface Page {
  readonly offset: number
  readonly limit: number
}

/** The storage of one lake. All methods are synchronous. */
export class Store implements Disposable {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #watchers = new Set<() => void>()

  /**
   * Opens a database, creating it if it is new.
   *
   * @param path a file, or ':memory:'
   * @throws if the file was written by a newer version of the lake
   */
  constructor(path: string) {
    this.#db = new DatabaseSync(path, {timeout: 10_000})
    this.#db.function('publishedId', {deterministic: true}, (id) => publishedId(text(id)))
    this.#db.function('contentDigest', {deterministic: true}, (json) =>
      contentDigest(optionalText(json)),
    )
    try {
      this.#db.exec(`
        PRAGMA page_size = 16384; -- bodies are some 10 KB: fewer, longer reads
        PRAGMA journal_mode = WAL; -- readers never wait for a writer, nor it for them
        PRAGMA synchronous = FULL; -- what was acknowledged survives a power cut
        PRAGMA cache_size = -65536; -- in KB
      `)
      this.write(() => this.#migrate())
    } catch (error) {
      this.#db.close()
      throw error
    }
  }

  #migrate(): void {
    const version = updateSchema(this.#db)
    // Version 2 and older stored wrong ids for imported versions of documents.
    if (version < 3) this.#run('UPDATE documents SET published_id = publishedId(id)')
    if (version < 4) {
      this.#run(
        `INSERT INTO trail (revision, published_id, digest)
         SELECT n, publishedId(document), contentDigest(json) FROM revisions`,
      )
    }
    if (version !== 1) return
    // Entries from version 1 get their hashes now. These cannot prove that the entries were
    // unchanged before.
    for (let entry = this.transactionAfter(0); entry; entry = this.transactionAfter(entry.seq)) {
      this.#close(entry.seq)
    }
    for (const row of this.#all('SELECT revision FROM documents')) {
      this.#listSlugs(parseDocument(this.body(integer(row.revision))))
    }
  }

  [Symbol.dispose](): void {
    if (this.#db.isOpen) this.#db.close()
  }

  // Transactions of the database

  /** Runs `work` so that all its reads see one snapshot. */
  read<T>(work: () => T): T {
    return this.#db.isTransaction ? work() : this.#inTransaction('BEGIN', work)
  }

  /** Runs `work` and keeps all its writes, or none of them if it throws. */
  write<T>(work: () => T): T {
    const result = this.#inTransaction('BEGIN IMMEDIATE', work)
    for (const watcher of this.#watchers) watcher()
    return result
  }

  /**
   * Calls back after each commit of this process. Commits of other processes are not announced.
   *
   * @returns a function that stops the calls
   */
  watch(onCommit: () => void): () => void {
    // A new function for each call, so that the same callback can be registered twice.
    const watcher = (): void => onCommit()
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Runs `work` as `write` does, then undoes all its writes. */
  rehearse<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      return work()
    } finally {
      this.#db.exec('ROLLBACK')
    }
  }

  #inTransaction<T>(begin: string, work: () => T): T {
    this.#db.exec(begin)
    try {
      const result = work()
      this.#db.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  // Documents as they are now

  /** The JSON of a document, or undefined if no document has this id. */
  document(id: string): string | undefined {
    return optionalText(
      this.#get(
        'SELECT r.json FROM documents d JOIN revisions r ON r.n = d.revision WHERE d.id = ?',
        id,
      )?.json,
    )
  }

  /**
   * Numbers of the current revisions of documents that meet all conditions, in the order of ids.
   * SQLite sorts and holds only these numbers; callers read the bodies one by one with `body`.
   */
  find(view: View, conditions: readonly Condition[], page?: Page): number[] {
    const clauses = conditions.map((condition) => where(condition, view.idColumn))
    const sql = `SELECT d.revision FROM documents d WHERE ${[view.visible, ...clauses.map((clause) => clause.sql)].join(' AND ')} ORDER BY ${view.idColumn} LIMIT ? OFFSET ?`
    const values = clauses.flatMap((clause) => clause.values)
    return this.#all(sql, ...values, page?.limit ?? -1, page?.offset ?? 0).map((row) =>
      integer(row.revision),
    )
  }

  /** The JSON of a revision that `find` or `changesOf` found. */
  body(revision: number): string {
    return text(this.#get('SELECT json FROM revisions WHERE n = ?', revision)?.json)
  }

  /** The same, in UTF-8. */
  bytes(revision: number): Uint8Array {
    const row = this.#get('SELECT CAST(json AS BLOB) AS bytes FROM revisions WHERE n = ?', revision)
    if (!(row?.bytes instanceof Uint8Array)) throw new TypeError('Expected bytes from SQLite')
    return row.bytes
  }

  /** Ids of other documents with a strong reference to this one. */
  strongReferrers(target: string): string[] {
    return this.#all(
      'SELECT source FROM links WHERE target = ? AND strong AND source <> target ORDER BY source',
      target,
    ).map((row) => text(row.source))
  }

  /** Ids of the documents that refer to this one. */
  referrers(target: string): string[] {
    return this.#all('SELECT source FROM links WHERE target = ? ORDER BY source', target).map(
      (row) => text(row.source),
    )
  }

  /** What each transaction made of these documents, under all their ids, oldest first. */
  trailOf(publishedIds: readonly string[]): TrailStep[] {
    return this.#all(
      `SELECT r.seq, t.author, t.time, r.document, a.digest FROM trail a
       JOIN revisions r ON r.n = a.revision JOIN transactions t ON t.seq = r.seq
       WHERE a.published_id IN (SELECT value FROM json_each(?)) ORDER BY r.seq, r.n`,
      JSON.stringify(publishedIds),
    ).map((row) => ({
      place: integer(row.seq),
      author: text(row.author),
      at: text(row.time),
      id: text(row.document),
      revision: optionalText(row.digest),
    }))
  }

  // Writing, inside `write`

  /**
   * Opens an entry in the log.
   *
   * @returns the number under which `put` and `delete` record revisions until the entry is sealed
   */
  log(entry: Omit<LoggedTransaction, 'seq' | 'mutations'>): number {
    const {lastInsertRowid} = this.#statement(
      'INSERT INTO transactions (id, author, time) VALUES (?, ?, ?)',
    ).run(entry.id, entry.author, entry.time)
    return Number(lastInsertRowid)
  }

  /**
   * Closes the entry that `log` opened: nothing more is recorded under its number.
   *
   * @param mutations JSON text
   */
  seal(seq: number, mutations: string): void {
    this.#run('UPDATE transactions SET mutations = ? WHERE seq = ?', mutations, seq)
    this.#close(seq)
  }

  #close(seq: number): void {
    this.#chain(storedEntry(this.#get(ENTRY, seq) ?? {}, this.#all(REVISIONS, seq)))
  }

  // Chains an entry to the one before it, permanently.
  #chain(entry: ChainedEntry): void {
    const before = this.#get(
      'SELECT hash FROM transactions WHERE seq < ? ORDER BY seq DESC LIMIT 1',
      entry.seq,
    )
    const hash = entryHash(optionalText(before?.hash) ?? null, entry)
    this.#run('UPDATE transactions SET hash = ? WHERE seq = ?', hash, entry.seq)
  }

  /** True if the log has a transaction with this id. */
  hasTransaction(id: string): boolean {
    return this.#get('SELECT 1 FROM transactions WHERE id = ?', id) !== undefined
  }

  /** Makes this the document's current state. */
  put(seq: number, document: StoredDocument): void {
    const {_id: id, _type: type, _rev: rev} = document
    const revision = this.#record(seq, id, rev, JSON.stringify(document))
    this.#run(
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
    this.#run('DELETE FROM documents WHERE id = ?', id)
    this.#unlist(id)
  }

  // A document changed twice in one transaction has one revision: its last state.
  #record(seq: number, id: string, rev: string, json: string | null): number {
    const revision = integer(
      this.#get(
        `INSERT INTO revisions (document, seq, rev, json) VALUES (?, ?, ?, ?)
         ON CONFLICT (document, seq) DO UPDATE SET rev = excluded.rev, json = excluded.json
         RETURNING n`,
        id,
        seq,
        rev,
        json,
      )?.n,
    )
    this.#run(
      `INSERT INTO trail (revision, published_id, digest) VALUES (?, ?, ?)
       ON CONFLICT (revision) DO UPDATE SET digest = excluded.digest`,
      revision,
      publishedId(id),
      contentDigest(json ?? undefined),
    )
    return revision
  }

  #unlist(id: string): void {
    this.#run('DELETE FROM links WHERE source = ?', id)
    this.#run('DELETE FROM slugs WHERE document = ?', id)
  }

  #listReferences(document: StoredDocument): void {
    const sql = 'INSERT INTO links (target, source, strong) VALUES (?, ?, ?)'
    for (const {target, strong} of referencedIds(document)) {
      this.#run(sql, target, document._id, strong ? 1 : 0)
    }
  }

  #listSlugs(document: StoredDocument): void {
    const sql = 'INSERT INTO slugs (field, value, document) VALUES (?, ?, ?)'
    for (const {field, value} of slugsIn(document)) this.#run(sql, field, value, document._id)
  }

  // History

  /**
   * The document at one of its revisions; undefined if it never had that revision. A revision is named
   * by the id of its transaction, or, if it was imported, also by the `_rev` in the dataset.
   */
  documentAtRevision(id: string, rev: string): string | undefined {
    return optionalText(
      this.#get(
        `SELECT r.json FROM revisions r JOIN transactions t ON t.seq = r.seq
         WHERE r.document = ? AND (r.rev = ? OR t.id = ?) ORDER BY r.seq DESC LIMIT 1`,
        id,
        rev,
        rev,
      )?.json,
    )
  }

  /** The document as it stood at a time (ISO 8601, UTC); undefined if it did not exist then. */
  documentAtTime(id: string, time: string): string | undefined {
    return optionalText(
      this.#get(
        `SELECT json FROM revisions r JOIN transactions t ON t.seq = r.seq
         WHERE document = ? AND t.time <= ? ORDER BY r.seq DESC LIMIT 1`,
        id,
        time,
      )?.json,
    )
  }

  /** The current document, or its last state before it was deleted. */
  lastState(id: string): string | undefined {
    return optionalText(
      this.#get(
        `SELECT json FROM revisions WHERE document = ? AND json IS NOT NULL
         ORDER BY seq DESC LIMIT 1`,
        id,
      )?.json,
    )
  }

  /** The transactions that touched any of some documents. */
  transactions(range: LogRange): LoggedTransaction[] {
    const clauses = [
      `seq IN (SELECT seq FROM revisions WHERE document IN (SELECT value FROM json_each(?)))`,
    ]
    const values: SQLInputValue[] = [JSON.stringify(range.documents)]
    const add = (clause: string, value: string | undefined): void => {
      if (value === undefined) return
      clauses.push(clause)
      values.push(value)
    }
    add('time >= ?', range.fromTime)
    add('time <= ?', range.toTime)
    add('seq >= (SELECT seq FROM transactions WHERE id = ?)', range.fromTransaction)
    add('seq <= (SELECT seq FROM transactions WHERE id = ?)', range.toTransaction)
    add(
      'author IN (SELECT value FROM json_each(?))',
      range.authors && JSON.stringify(range.authors),
    )
    return this.#all(
      `SELECT seq, id, author, time, mutations FROM transactions WHERE ${clauses.join(' AND ')}
       ORDER BY seq ${range.newestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
      ...values,
      range.limit,
    ).map(loggedTransaction)
  }

  /** The number of a transaction; undefined if the log has none with this id. */
  transactionNumber(id: string): number | undefined {
    const row = this.#get('SELECT seq FROM transactions WHERE id = ?', id)
    return row && integer(row.seq)
  }

  /** The newest transaction; undefined if nothing was ever written. */
  lastTransaction(): LoggedTransaction | undefined {
    const row = this.#get('SELECT * FROM transactions ORDER BY seq DESC LIMIT 1')
    return row && loggedTransaction(row)
  }

  /** The first transaction after one with this number. */
  transactionAfter(seq: number): LoggedTransaction | undefined {
    const row = this.#get('SELECT * FROM transactions WHERE seq > ? ORDER BY seq LIMIT 1', seq)
    return row && loggedTransaction(row)
  }

  /** What a transaction did, document by document, in the order in which it touched them. */
  changesOf(seq: number): Change[] {
    return this.#all(
      `SELECT r.document, r.n AS current, r.json IS NULL AS deleted, (
         SELECT CASE WHEN p.json IS NULL THEN NULL ELSE p.n END FROM revisions p
         WHERE p.document = r.document AND p.seq < r.seq ORDER BY p.seq DESC LIMIT 1
       ) AS previous
       FROM revisions r WHERE r.seq = ? ORDER BY r.n`,
      seq,
    ).map((row) => ({
      documentId: text(row.document),
      before: optionalInteger(row.previous),
      after: row.deleted === 1 ? undefined : integer(row.current),
    }))
  }

  /** The result of a transaction: each document's id, and its JSON unless it was deleted. */
  revisionsOf(seq: number): {id: string; json: string | undefined}[] {
    return this.#all('SELECT document, json FROM revisions WHERE seq = ? ORDER BY n', seq).map(
      (row) => ({id: text(row.document), json: optionalText(row.json)}),
    )
  }

  /** Ids of the documents that a transaction touched. */
  documentsOf(seq: number): string[] {
    return this.#all('SELECT document FROM revisions WHERE seq = ? ORDER BY n', seq).map((row) =>
      text(row.document),
    )
  }

  /** Collects documents that will enter the lake together, or not at all. */
  stage(): Stage {
    return new Stage(this.#db, (work) => this.write(() => work((entry) => this.#chain(entry))))
  }

  // SQLite, with each statement prepared once

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #get(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue> | undefined {
    return this.#statement(sql).get(...values)
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return this.#statement(sql).all(...values)
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#statement(sql).run(...values)
  }
}

function loggedTransaction(row: Readonly<Record<string, SQLOutputValue>>): LoggedTransaction {
  return {
    seq: integer(row.seq),
    id: text(row.id),
    author: text(row.author),
    time: text(row.time),
    mutations: optionalText(row.mutations),
  }
}
