// A lake's SQLite database: its settings, its transactions and its prepared statements.

import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite'
import {makePrivately} from '../private-file.ts'
import {contentDigest, publishedId} from './document.ts'
import {optionalText, text} from './sql.ts'

/** All methods are synchronous. */
export class Database implements Disposable {
  readonly sqlite: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #watchers = new Set<() => void>()

  /** @param path a file, or ':memory:'. A missing file is created, readable by its owner only. */
  constructor(path: string) {
    makePrivately(path)
    this.sqlite = new DatabaseSync(path, {timeout: 10_000})
    this.sqlite.function('publishedId', {deterministic: true}, (id) => publishedId(text(id)))
    this.sqlite.function('contentDigest', {deterministic: true}, (json) =>
      contentDigest(optionalText(json)),
    )
    try {
      this.sqlite.exec(`
        PRAGMA page_size = 16384; -- bodies are some 10 KB: fewer, longer reads
        PRAGMA journal_mode = WAL; -- readers and the writer never wait for each other
        PRAGMA synchronous = FULL; -- what was acknowledged survives a power cut
        PRAGMA cache_size = -65536; -- in KB
      `)
    } catch (error) {
      this.sqlite.close()
      throw error
    }
  }

  [Symbol.dispose](): void {
    if (this.sqlite.isOpen) this.sqlite.close()
  }

  /** Runs `work` so that all its reads see one snapshot. */
  read<T>(work: () => T): T {
    return this.sqlite.isTransaction ? work() : this.#inTransaction('BEGIN', work)
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
    this.sqlite.exec('BEGIN IMMEDIATE')
    try {
      return work()
    } finally {
      this.sqlite.exec('ROLLBACK')
    }
  }

  #inTransaction<T>(begin: string, work: () => T): T {
    this.sqlite.exec(begin)
    try {
      const result = work()
      this.sqlite.exec('COMMIT')
      return result
    } catch (error) {
      if (this.sqlite.isTransaction) this.sqlite.exec('ROLLBACK')
      throw error
    }
  }

  /** A prepared statement. Each is prepared once. */
  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.sqlite.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  /** The first row, if any. */
  get(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue> | undefined {
    return this.statement(sql).get(...values)
  }

  /** All rows. */
  all(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return this.statement(sql).all(...values)
  }

  /** Changes something. */
  run(sql: string, ...values: SQLInputValue[]): void {
    this.statement(sql).run(...values)
  }
}
