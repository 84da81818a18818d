// Reads the past: the log of transactions, and the states that documents had.

import type {SQLInputValue, SQLOutputValue} from 'node:sqlite'
import type {Database} from './database.ts'
import {integer, optionalInteger, optionalText, text} from './sql.ts'

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

/** The past of one lake. */
export class History {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /**
   * The document at one of its revisions; undefined if it never had that revision. A revision is named
   * by the id of its transaction, or, if it was imported, also by the `_rev` in the dataset.
   */
  documentAtRevision(id: string, rev: string): string | undefined {
    return optionalText(
      this.#db.get(
        `SELECT r.json FROM revisions r JOIN transactions t ON t.seq = r.seq
         WHERE r.document = ? AND (r.rev = ? OR t.id = ?) ORDER BY r.seq DESC LIMIT 1`,
        id,
        rev,
        rev,
      )?.json,
    )
  }

  /** Whether a document ever had a text with this digest, under any of its ids. */
  hasText(publishedId: string, digest: string): boolean {
    const sql = 'SELECT 1 FROM trail WHERE published_id = ? AND digest = ?'
    return this.#db.get(sql, publishedId, digest) !== undefined
  }

  /** The document as it was at a time (ISO 8601, UTC); undefined if it did not exist then. */
  documentAtTime(id: string, time: string): string | undefined {
    return optionalText(
      this.#db.get(
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
      this.#db.get(
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
    return this.#db
      .all(
        `SELECT seq, id, author, time, mutations FROM transactions WHERE ${clauses.join(' AND ')}
       ORDER BY seq ${range.newestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
        ...values,
        range.limit,
      )
      .map(loggedTransaction)
  }

  /** The number of a transaction; undefined if the log has none with this id. */
  transactionNumber(id: string): number | undefined {
    const row = this.#db.get('SELECT seq FROM transactions WHERE id = ?', id)
    return row && integer(row.seq)
  }

  /** The newest transaction; undefined if nothing was ever written. */
  lastTransaction(): LoggedTransaction | undefined {
    const row = this.#db.get('SELECT * FROM transactions ORDER BY seq DESC LIMIT 1')
    return row && loggedTransaction(row)
  }

  /** The first transaction after one with this number. */
  transactionAfter(seq: number): LoggedTransaction | undefined {
    const row = this.#db.get('SELECT * FROM transactions WHERE seq > ? ORDER BY seq LIMIT 1', seq)
    return row && loggedTransaction(row)
  }

  /** What a transaction did, document by document, in the order in which it touched them. */
  changesOf(seq: number): Change[] {
    return this.#db
      .all(
        `SELECT r.document, r.n AS current, r.json IS NULL AS deleted, (
         SELECT CASE WHEN p.json IS NULL THEN NULL ELSE p.n END FROM revisions p
         WHERE p.document = r.document AND p.seq < r.seq ORDER BY p.seq DESC LIMIT 1
       ) AS previous
       FROM revisions r WHERE r.seq = ? ORDER BY r.n`,
        seq,
      )
      .map((row) => ({
        documentId: text(row.document),
        before: optionalInteger(row.previous),
        after: row.deleted === 1 ? undefined : integer(row.current),
      }))
  }

  /** What each transaction made of these documents, under all their ids, oldest first. */
  trailOf(publishedIds: readonly string[]): TrailStep[] {
    return this.#db
      .all(
        `SELECT r.seq, t.author, t.time, r.document, a.digest FROM trail a
         JOIN revisions r ON r.n = a.revision JOIN transactions t ON t.seq = r.seq
         WHERE a.published_id IN (SELECT value FROM json_each(?)) ORDER BY r.seq, r.n`,
        JSON.stringify(publishedIds),
      )
      .map((row) => ({
        place: integer(row.seq),
        author: text(row.author),
        at: text(row.time),
        id: text(row.document),
        revision: optionalText(row.digest),
      }))
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
