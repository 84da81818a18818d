// Holds an import until all of it has been checked.

import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {revisionOf} from '../../review/revision.ts'
import {digest, type ChainedEntry, type ChainedRevision} from './chain.ts'
import {referencedIds, slugsIn, type StoredDocument} from './document.ts'
import {integer, text} from './sql.ts'

/** A document on the stage, with the transaction that will bring it into the lake. */
export interface Staged {
  readonly document: StoredDocument
  readonly transactionId: string
  /** Its origin, to name in an error: the line of a file. */
  readonly line: number
}

/** Runs work as one database transaction, and passes it the function that closes a log entry. */
type Write = (work: (close: (entry: ChainedEntry) => void) => void) => void

/**
 * Documents waiting to enter the lake. They wait in temporary tables, which SQLite keeps on disk and
 * removes by itself. So a dataset of any size is checked as a whole before the lake changes, without
 * filling memory and without blocking other writers.
 */
export class Stage implements Disposable {
  static #count = 0
  readonly #db: DatabaseSync
  readonly #write: Write
  readonly #documents: string
  readonly #links: string
  readonly #slugs: string
  readonly #insertDocument: StatementSync
  readonly #insertLink: StatementSync
  readonly #insertSlug: StatementSync

  constructor(db: DatabaseSync, write: Write) {
    const number = (Stage.#count += 1)
    this.#db = db
    this.#write = write
    this.#documents = `temp.staged_documents_${number}`
    this.#links = `temp.staged_links_${number}`
    this.#slugs = `temp.staged_slugs_${number}`
    db.exec(`
      CREATE TABLE ${this.#documents} (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, rev TEXT NOT NULL,
        tx TEXT NOT NULL, line INTEGER NOT NULL, json TEXT NOT NULL, digest TEXT NOT NULL,
        content TEXT NOT NULL
      );
      CREATE TABLE ${this.#links} (target TEXT, source TEXT, strong INTEGER);
      CREATE TABLE ${this.#slugs} (field TEXT, value TEXT, document TEXT);
    `)
    this.#insertDocument = db.prepare(
      `INSERT INTO ${this.#documents} (id, type, rev, tx, line, json, digest, content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
    )
    this.#insertLink = db.prepare(`INSERT INTO ${this.#links} VALUES (?, ?, ?)`)
    this.#insertSlug = db.prepare(`INSERT INTO ${this.#slugs} VALUES (?, ?, ?)`)
  }

  [Symbol.dispose](): void {
    for (const table of [this.#documents, this.#links, this.#slugs]) {
      this.#db.exec(`DROP TABLE ${table}`)
    }
  }

  /**
   * Adds documents.
   *
   * @returns the first document whose id is already on the stage, with the line of the other one;
   *   documents after it are not added
   */
  add(batch: readonly Staged[]): {duplicate: Staged; firstLine: number} | undefined {
    // Only temporary tables are written, so this takes no lock that other processes need.
    this.#db.exec('BEGIN')
    try {
      return this.#addAll(batch)
    } finally {
      this.#db.exec('COMMIT')
    }
  }

  #addAll(batch: readonly Staged[]): {duplicate: Staged; firstLine: number} | undefined {
    for (const staged of batch) {
      const {document, transactionId, line} = staged
      const {_id: id, _type: type, _rev: rev} = document
      const json = JSON.stringify(document)
      const values = [id, type, rev, transactionId, line, json, digest(json), revisionOf(document)]
      const {changes} = this.#insertDocument.run(...values)
      if (changes === 0) return {duplicate: staged, firstLine: this.#lineOf(id)}
      for (const {target, strong} of referencedIds(document)) {
        this.#insertLink.run(target, id, strong ? 1 : 0)
      }
      for (const {field, value} of slugsIn(document)) this.#insertSlug.run(field, value, id)
    }
    return undefined
  }

  #lineOf(id: string): number {
    const row = this.#db.prepare(`SELECT line FROM ${this.#documents} WHERE id = ?`).get(id)
    return integer(row?.line)
  }

  /** True if a document with this id is on the stage. */
  has(id: string): boolean {
    return this.#db.prepare(`SELECT 1 FROM ${this.#documents} WHERE id = ?`).get(id) !== undefined
  }

  /**
   * Moves all staged documents into the lake at once. An identical document is left alone, so importing
   * a file twice does not create a second revision.
   *
   * @returns how many documents the lake had with other content
   */
  commit(author: string, time: string): {replaced: number} {
    let replaced = 0
    this.#write((close) => {
      replaced = this.#countReplaced()
      this.#db.exec(`
        DELETE FROM ${this.#documents} AS staged WHERE EXISTS (
          SELECT 1 FROM documents d JOIN revisions r ON r.n = d.revision
          WHERE d.id = staged.id AND r.json = staged.json
        );
      `)
      this.#db
        .prepare(
          `INSERT INTO transactions (id, author, time)
           SELECT tx, ?, ? FROM ${this.#documents} GROUP BY tx ORDER BY min(n)`,
        )
        .run(author, time)
      this.#db.exec(`
        INSERT INTO revisions (document, seq, rev, json)
          SELECT s.id, t.seq, s.rev, s.json
          FROM ${this.#documents} s JOIN transactions t ON t.id = s.tx ORDER BY s.n;
        INSERT INTO trail (revision, published_id, digest)
          SELECT r.n, publishedId(r.document), s.content
          FROM ${this.#documents} s
          JOIN transactions t ON t.id = s.tx
          JOIN revisions r ON r.document = s.id AND r.seq = t.seq;
        INSERT INTO documents (id, published_id, type, revision)
          SELECT s.id, publishedId(s.id), s.type, r.n
          FROM ${this.#documents} s
          JOIN transactions t ON t.id = s.tx
          JOIN revisions r ON r.document = s.id AND r.seq = t.seq
          WHERE TRUE
          ON CONFLICT (id) DO UPDATE SET type = excluded.type, revision = excluded.revision;
        DELETE FROM links WHERE source IN (SELECT id FROM ${this.#documents});
        INSERT INTO links (target, source, strong)
          SELECT l.target, l.source, l.strong
          FROM ${this.#links} l JOIN ${this.#documents} s ON s.id = l.source;
        DELETE FROM slugs WHERE document IN (SELECT id FROM ${this.#documents});
        INSERT INTO slugs (field, value, document)
          SELECT l.field, l.value, l.document
          FROM ${this.#slugs} l JOIN ${this.#documents} s ON s.id = l.document;
      `)
      for (const entry of this.#entries()) close(entry)
    })
    return {replaced}
  }

  #countReplaced(): number {
    const counted = this.#db
      .prepare(
        `SELECT count(*) AS n FROM ${this.#documents} s
         JOIN documents d ON d.id = s.id JOIN trail t ON t.revision = d.revision
         WHERE t.digest <> s.content`,
      )
      .get()
    return integer(counted?.n)
  }

  // The entries that `commit` created, in order. Bodies were digested when they were staged, before any
  // other writer had to wait.
  *#entries(): Generator<ChainedEntry> {
    const transactions = this.#db
      .prepare(
        `SELECT seq, id, author, time FROM transactions
         WHERE id IN (SELECT tx FROM ${this.#documents}) ORDER BY seq`,
      )
      .all()
    const revisions = this.#db.prepare(
      `SELECT r.n, r.document, r.rev, s.digest
       FROM revisions r JOIN ${this.#documents} s ON s.id = r.document
       WHERE r.seq = ? ORDER BY r.n`,
    )
    for (const transaction of transactions) {
      const seq = integer(transaction.seq)
      yield {
        seq,
        id: text(transaction.id),
        author: text(transaction.author),
        time: text(transaction.time),
        mutations: null,
        revisions: revisions.all(seq).map(({n, document, rev, digest}): ChainedRevision => ({
          n: integer(n),
          document: text(document),
          rev: text(rev),
          json: text(digest),
        })),
      }
    }
  }
}
