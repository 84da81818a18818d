// What one verification has done and found so far.

import type {DatabaseSync} from 'node:sqlite'
import {diskTrouble} from '../../disk/trouble.ts'
import {messageOf} from '../errors.ts'
import {LakeProblem} from '../problem.ts'
import {integer} from '../store/sql.ts'

/** A sign of tampering or damage, which look the same. */
export interface LakeFinding {
  /** The affected entry, document or file. */
  readonly what: string
  readonly problem: string
  readonly hint: string
}

/** The end of the chain. A saved head later shows whether the log is still the same. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

const MAX_FINDINGS = 100

/** One running verification: where it looks, and what it has found so far. */
export class Run {
  readonly db: DatabaseSync
  readonly dir: string
  transactions = 0
  documents = 0
  head: Head | undefined
  readonly findings: LakeFinding[] = []
  found = 0
  #done = 0
  readonly #files: number
  readonly #onProgress: (done: number, total: number) => void

  constructor(
    db: DatabaseSync,
    dir: string,
    files: number,
    onProgress: (done: number, total: number) => void,
  ) {
    this.db = db
    this.dir = dir
    this.#files = files
    this.#onProgress = onProgress
  }

  count(): void {
    const rows = (table: string): number =>
      integer(this.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n)
    this.transactions = rows('transactions')
    this.documents = rows('documents')
  }

  report(what: string, problem: string, hint: string): void {
    this.found += 1
    if (this.findings.length < MAX_FINDINGS) this.findings.push({what, problem, hint})
  }

  progress(): void {
    this.#done += 1
    this.#onProgress(this.#done, this.transactions + this.documents + this.#files)
  }

  /** Reports data that cannot be read as a finding too. Even reading needs some room on the disk. */
  guard(what: string, check: () => void): void {
    try {
      check()
    } catch (error) {
      if (error instanceof LakeProblem || diskTrouble(error)?.isFull) throw error
      this.report(what, `it cannot be read (${messageOf(error)})`, RESTORE)
    }
  }
}

export const RESTORE =
  'Restore the lake from a backup that verifies, and find out who could write to its files'
export const REBUILD = `The log tells what is right, if nothing is found in it. ${RESTORE}`
