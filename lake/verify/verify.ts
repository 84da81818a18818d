// Looks for anything in a lake that its own code did not write. Checks the log against its chain of
// hashes, the current state against the log, and the bytes of assets against their names.

import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {pathToFileURL} from 'node:url'
import {z} from 'zod'
import {exists} from '../../disk/exists.ts'
import {LakeProblem} from '../problem.ts'
import {hasLake} from '../store/has-lake.ts'
import {SCHEMA_VERSION, schemaVersion} from '../store/schema.ts'
import {assetPaths, checkAsset, checkMissing, type AssetOfDocument} from './assets.ts'
import {checkDocuments} from './documents.ts'
import {checkChain} from './log.ts'
import {Run, type Head, type LakeFinding} from './run.ts'
import {checkStructure} from './structure.ts'
import {checkTrail} from './trail.ts'

export interface Verification {
  readonly transactions: number
  readonly documents: number
  readonly assets: number
  /** Undefined if nothing was ever written. */
  readonly head: Head | undefined
  /** The first hundred. */
  readonly findings: readonly LakeFinding[]
  /** How many there are. */
  readonly found: number
}

export interface VerifyOptions {
  /** The hash of a head that was saved earlier. It must still be in the chain. */
  readonly expect?: string | undefined
  /** Called after each entry, document and file, with how many are done and how many there are. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Verifies the lake in a folder. Changes nothing. Other processes may use the lake meanwhile; what they
 * write is not verified this time. Memory does not grow with the log.
 *
 * A log that was cut off at its end, or rewritten as a whole, may be consistent in itself. Only a head
 * that was saved earlier in another place reveals this: `expect`.
 *
 * @throws LakeProblem if there is no lake, or one that older or newer software wrote, or one on a read-only
 *   medium that was copied while it was in use
 */
export async function verifyLake(dir: string, options: VerifyOptions = {}): Promise<Verification> {
  const {expect, onProgress = () => {}} = options
  const path = join(dir, 'lake.db')
  if (!hasLake(dir)) throw new LakeProblem(`There is no lake in ${dir}.`, 'Check the path.')
  using db = openReadOnly(path)
  const files = await assetPaths(dir)
  const run = new Run(db, dir, files.length, onProgress)
  const missing: AssetOfDocument[] = []
  run.guard('lake.db', () => {
    db.exec('BEGIN')
    checkVersion(db)
    run.count()
    run.guard('lake.db', () => checkStructure(run))
    run.guard('lake.db', () => checkChain(run, expect))
    run.guard('lake.db', () => checkTrail(run))
    run.guard('lake.db', () => missing.push(...checkDocuments(run)))
    db.exec('COMMIT')
    checkMissing(run, missing)
  })
  for (const file of files) await checkAsset(run, file)
  const {transactions, documents, head, findings, found} = run
  return {transactions, documents, assets: files.length, head, findings, found}
}

/**
 * SQLite makes files beside a database even to read it. On a read-only medium it cannot, but there nothing else
 * writes either, so it can do without them.
 */
function openReadOnly(path: string): DatabaseSync {
  const db = new DatabaseSync(path, {readOnly: true, timeout: 10_000})
  if (!needsToWrite(db)) return db
  db.close()
  if (exists(`${path}-wal`)) {
    throw new LakeProblem(
      `The newest changes in ${path}-wal cannot be read on a read-only medium.`,
      'Copy the folder to a disk that can be written to, and verify the copy.',
    )
  }
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  return new DatabaseSync(url, {readOnly: true})
}

// https://www.sqlite.org/rescode.html
const SQLITE_READONLY = 8
const SQLITE_CANTOPEN = 14
const sqliteError = z.object({errcode: z.number()})

function needsToWrite(db: DatabaseSync): boolean {
  try {
    schemaVersion(db)
    return false
  } catch (error) {
    const {data} = sqliteError.safeParse(error)
    return data !== undefined && [SQLITE_READONLY, SQLITE_CANTOPEN].includes(data.errcode & 0xff)
  }
}

function checkVersion(db: DatabaseSync): void {
  const version = schemaVersion(db)
  if (version === SCHEMA_VERSION) return
  throw version < SCHEMA_VERSION
    ? new LakeProblem(
        `The lake was written by an older version of this software (${version}).`,
        'Open it once, as npm start does: that brings it up to date.',
      )
    : new LakeProblem(
        `The lake was written by a newer version of this software (${version}).`,
        'Verify it with that version.',
      )
}
