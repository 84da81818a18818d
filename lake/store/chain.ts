// The chain that makes the log tamper-evident: each entry's hash covers the one before it, so that
// no entry can be changed, removed, added or moved without changing every hash that follows.

import {hash} from 'node:crypto'
import type {SQLOutputValue} from 'node:sqlite'
import {integer, optionalBytes, text} from './sql.ts'

/** What the hash of an entry covers. */
export interface ChainedEntry {
  readonly seq: number
  readonly id: string
  readonly author: string
  readonly time: string
  /** The digest of the mutations' text; null for an import. */
  readonly mutations: string | null
  /** In the order of their numbers. */
  readonly revisions: readonly ChainedRevision[]
}

export interface ChainedRevision {
  readonly n: number
  readonly document: string
  readonly rev: string
  /** The digest of the JSON; null where the document was deleted. */
  readonly json: string | null
}

/**
 * The hash of an entry: SHA-256, in hex, over the JSON of an array, which says where each value ends.
 *
 * @param previous the hash of the entry before; null for the first
 */
export function entryHash(previous: string | null, entry: ChainedEntry): string {
  const {seq, id, author, time, mutations, revisions} = entry
  const states = revisions.map(({n, document, rev, json}) => [n, document, rev, json])
  return digest(JSON.stringify([previous, seq, id, author, time, mutations, states]))
}

type Row = Readonly<Record<string, SQLOutputValue>>

/** Selects what `storedEntry` needs of an entry by its number, exactly as it is stored. */
export const ENTRY = `SELECT seq, id, author, time, CAST(mutations AS BLOB) AS mutations
  FROM transactions WHERE seq = ?`

/** Selects what `storedEntry` needs of its revisions. */
export const REVISIONS = `SELECT n, document, rev, CAST(json AS BLOB) AS json
  FROM revisions WHERE seq = ? ORDER BY n`

/** An entry, from what `ENTRY` and `REVISIONS` select. */
export function storedEntry(entry: Row, revisions: readonly Row[]): ChainedEntry {
  return {
    seq: integer(entry.seq),
    id: text(entry.id),
    author: text(entry.author),
    time: text(entry.time),
    mutations: digestOf(entry.mutations),
    revisions: revisions.map(({n, document, rev, json}) => ({
      n: integer(n),
      document: text(document),
      rev: text(rev),
      json: digestOf(json),
    })),
  }
}

function digestOf(value: SQLOutputValue | undefined): string | null {
  const bytes = optionalBytes(value)
  return bytes === undefined ? null : digest(bytes)
}

/** The SHA-256 of a text in UTF-8, or of bytes, in hex. */
export function digest(content: string | Uint8Array): string {
  return hash('sha256', content)
}
