// Where an import waits until all of it is known to be right.

import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {referencesIn, type StoredDocument} from './document.ts'
import {integer} from './sql.ts'

/** A document on the stage, with the transaction that will bring it into the lake. */
export interface Staged {
  readonly document: StoredDocument
  readonly transactionId: string
  /** Where it came from, to name it in an error: the line of a file. */
  readonly line: number
}

/**
 * Documents waiting to enter the lake. They wait in temporary tables, which SQLite keeps on disk
 * and removes by itself, so that a dataset of any size is checked whole before the lake changes,
 * without being held in memory and without keeping other writers waiting.
 */
export class Stage implements Disposable {
  static #count = 0
  readonly #db: DatabaseSync
  readonly #write: (work: () => void) => void
  readonly #documents: string
  readonly #links: string
  readonly #insertDocument: StatementSync
  readonly #insertLink: StatementSync

  constructor(db: DatabaseSync, write: (work: () => void) => void) {
    const number = (Stage.#count += 1)
    this.#db = db
    this.#write = write
    this.#documents = `temp.staged_documents_${number}`
    this.#links = `temp.staged_links_${number}`
    db.exec(`
      CREATE TABLE ${this.#documents} (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, rev TEXT NOT NULL,
        tx TEXT NOT NULL, line INTEGER NOT NULL, json TEXT NOT NULL
      );
      CREATE TABLE ${this.#links} (target TEXT, source TEXT, strong INTEGER);
    `)
    this.#insertDocument = db.prepare(
      `INSERT INTO ${this.#documents} (id, type, rev, tx, line, json) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
    )
    this.#insertLink = db.prepare(`INSERT INTO ${this.#links} VALUES (?, ?, ?)`)
  }

  [Symbol.dispose](): void {
    this.#db.exec(`DROP TABLE ${this.#documents}; DROP TABLE ${this.#links};`)
  }

  /**
   * Adds documents.
   * @returns the first whose id is on the stage already, with the line of the other one; those
   *   after it are not added
   */
  add(batch: readonly Staged[]): {duplicate: Staged; firstLine: number} | undefined {
    // Only temporary tables are written, so this takes no lock that another process could want.
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
      const {changes} = this.#insertDocument.run(id, type, rev, transactionId, line, json)
      if (changes === 0) return {duplicate: staged, firstLine: this.#lineOf(id)}
      for (const {target, strong} of referencesIn(document)) {
        this.#insertLink.run(target, id, strong ? 1 : 0)
      }
    }
    return undefined
  }

  #lineOf(id: string): number {
    const row = this.#db.prepare(`SELECT line FROM ${this.#documents} WHERE id = ?`).get(id)
    return integer(row?.line)
  }

  /** True if a document by that id is on the stage. */
  has(id: string): boolean {
    return this.#db.prepare(`SELECT 1 FROM ${this.#documents} WHERE id = ?`).get(id) !== undefined
  }

  /**
   * Brings everything on the stage into the lake at once. A document that the lake has already,
   * exactly so, is left alone: importing a file twice leaves no second revision.
   */
  commit(author: string, time: string): void {
    this.#write(() => {
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
        INSERT INTO documents (id, published_id, type, revision)
          SELECT s.id, CASE WHEN s.id GLOB 'drafts.*' THEN substr(s.id, 8) ELSE s.id END, s.type, r.n
          FROM ${this.#documents} s
          JOIN transactions t ON t.id = s.tx
          JOIN revisions r ON r.document = s.id AND r.seq = t.seq
          WHERE TRUE
          ON CONFLICT (id) DO UPDATE SET type = excluded.type, revision = excluded.revision;
        DELETE FROM links WHERE source IN (SELECT id FROM ${this.#documents});
        INSERT INTO links (target, source, strong)
          SELECT l.target, l.source, l.strong
          FROM ${this.#links} l JOIN ${this.#documents} s ON s.id = l.source;
      `)
    })
  }
}
