// Looks for anything in a lake that its own code did not write. Checks the log against its chain of
// hashes, the current state against the log, and the bytes of assets against their names.

import {createHash} from 'node:crypto'
import {createReadStream, existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {pipeline} from 'node:stream/promises'
import {isDeepStrictEqual} from 'node:util'
import {assetFile} from '../assets/assets.ts'
import {messageOf} from '../errors.ts'
import {LakeProblem} from '../problem.ts'
import {ENTRY, entryHash, REVISIONS, storedEntry} from '../store/chain.ts'
import {parseDocument, publishedId, referencedIds, slugsIn} from '../store/document.ts'
import {SCHEMA_VERSION, schemaVersion, updateSchema} from '../store/schema.ts'
import {integer, optionalInteger, optionalText, text} from '../store/sql.ts'

/** A sign of tampering or damage, which look the same. */
export interface LakeFinding {
  /** The affected entry, document or file. */
  readonly what: string
  readonly problem: string
  readonly hint: string
}

/** The end of the chain. A saved head later shows whether the log is still the same. */
interface Head {
  readonly seq: number
  readonly hash: string
}

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
 * @throws LakeProblem if there is no lake, or one that older or newer software wrote
 */
export async function verifyLake(dir: string, options: VerifyOptions = {}): Promise<Verification> {
  const {expect, onProgress = () => {}} = options
  const path = join(dir, 'lake.db')
  if (!existsSync(path)) throw new LakeProblem(`There is no lake in ${dir}.`, 'Check the path.')
  using db = new DatabaseSync(path, {readOnly: true, timeout: 10_000})
  const files = await assetPaths(dir)
  const run = new Run(db, dir, files.length, onProgress)
  const missing: AssetOfDocument[] = []
  run.guard('lake.db', () => {
    db.exec('BEGIN')
    checkVersion(db)
    run.count()
    run.guard('lake.db', () => checkStructure(run))
    run.guard('lake.db', () => checkChain(run, expect))
    run.guard('lake.db', () => missing.push(...checkDocuments(run)))
    db.exec('COMMIT')
    checkMissing(run, missing)
  })
  for (const file of files) await checkAsset(run, file)
  const {transactions, documents, head, findings, found} = run
  return {transactions, documents, assets: files.length, head, findings, found}
}

const MAX_FINDINGS = 100

/** One running verification: where it looks, and what it has found so far. */
class Run {
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

  /** Reports data that cannot be read as a finding too. */
  guard(what: string, check: () => void): void {
    try {
      check()
    } catch (error) {
      if (error instanceof LakeProblem) throw error
      this.report(what, `it cannot be read (${messageOf(error)})`, RESTORE)
    }
  }
}

const RESTORE =
  'Restore the lake from a backup that verifies, and find out who could write to its files'
const REBUILD = `The log tells what is right, if nothing is found in it. ${RESTORE}`

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

// The file itself: pages, indexes, and tables and triggers as this software makes them.
function checkStructure(run: Run): void {
  for (const row of run.db.prepare('PRAGMA integrity_check(10)').iterate()) {
    const message = text(row.integrity_check)
    if (message !== 'ok') run.report('lake.db', `the file is damaged: ${message}`, RESTORE)
  }
  using fresh = new DatabaseSync(':memory:')
  updateSchema(fresh)
  const [expected, actual] = [definitions(fresh), definitions(run.db)]
  for (const name of new Set([...expected.keys(), ...actual.keys()])) {
    if (expected.get(name) === actual.get(name)) continue
    const problem = !actual.has(name)
      ? 'is missing'
      : expected.has(name)
        ? 'was changed'
        : 'was added by somebody else'
    run.report('lake.db', `its ${name} ${problem}`, RESTORE)
  }
}

/** The SQL of each table, index and trigger, by its kind and name. SQLite's own have none. */
function definitions(db: DatabaseSync): Map<string, string> {
  const rows = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'")
    .all()
  return new Map(rows.map(({type, name, sql}) => [`${text(type)} ${text(name)}`, text(sql)]))
}

function checkChain(run: Run, expect: string | undefined): void {
  const {db} = run
  const entry = db.prepare(ENTRY)
  const revisions = db.prepare(REVISIONS)
  let last = 0
  let previous: string | null = null
  let expected = expect === undefined
  for (const row of db.prepare('SELECT seq, hash FROM transactions ORDER BY seq').iterate()) {
    const seq = integer(row.seq)
    if (seq > last + 1) reportMissing(run, last + 1, seq - 1)
    run.guard(`transaction ${seq}`, () => {
      const stored = storedEntry(entry.get(seq) ?? {}, revisions.all(seq))
      if (row.hash === entryHash(previous, stored)) return
      const what = `transaction ${seq} ("${stored.id}" by ${stored.author})`
      run.report(what, 'it, or the one before it, is not what was written', RESTORE)
    })
    previous = optionalText(row.hash) ?? null
    last = seq
    if (previous === expect) expected = true
    run.progress()
  }
  if (previous !== null) run.head = {seq: last, hash: previous}
  checkEnd(run, last)
  checkOrphans(run)
  if (expected) return
  const problem = `the hash noted earlier, ${expect}, is not in it: it was cut off, or rewritten`
  run.report('the log', problem, RESTORE)
}

function reportMissing(run: Run, first: number, last: number): void {
  if (first === last) run.report(`transaction ${first}`, 'it is missing', RESTORE)
  else run.report(`transactions ${first} to ${last}`, 'they are missing', RESTORE)
}

// SQLite stores the last number that it assigned, and never assigns a number twice.
function checkEnd(run: Run, last: number): void {
  const row = run.db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'transactions'").get()
  const given = optionalInteger(row?.seq) ?? 0
  if (given > last) reportMissing(run, last + 1, given)
  if (given < last) run.report(`transaction ${last}`, 'its number was never given', RESTORE)
}

function checkOrphans(run: Run): void {
  const orphans = run.db.prepare(
    'SELECT n, document FROM revisions WHERE seq NOT IN (SELECT seq FROM transactions)',
  )
  for (const {n, document} of orphans.iterate()) {
    run.report(`revision ${n} of "${document}"`, 'it belongs to no transaction', RESTORE)
  }
}

interface AssetOfDocument {
  readonly id: string
  /** Relative to the folder of the assets. */
  readonly path: string
}

// Checks the tables of the current state against the newest revisions.
// Returns the documents of assets whose files were not there.
function checkDocuments(run: Run): AssetOfDocument[] {
  const {db} = run
  const missing: AssetOfDocument[] = []
  const newest = db.prepare(
    'SELECT n, json FROM revisions WHERE document = ? ORDER BY seq DESC LIMIT 1',
  )
  const indexed = indexedOf(db)
  const rows = db.prepare('SELECT id, published_id, type, revision FROM documents ORDER BY id')
  for (const row of rows.iterate()) {
    const id = text(row.id)
    run.guard(`document "${id}"`, () => {
      const {n, json} = newest.get(id) ?? {}
      if (n !== row.revision || typeof json !== 'string') {
        return run.report(`document "${id}"`, 'it is not at its newest revision', REBUILD)
      }
      const document = parseDocument(json)
      const {_type: type} = document
      const actual = {published: row.published_id, type: row.type, ...indexed(id)}
      const links = referencedIds(document).map(({target, strong}) => pair(target, strong ? 1 : 0))
      const slugs = slugsIn(document).map(({field, value}) => pair(field, value))
      const expected = {
        published: publishedId(id),
        type,
        links: links.toSorted(),
        slugs: slugs.toSorted(),
      }
      if (!isDeepStrictEqual(actual, expected)) {
        run.report(`document "${id}"`, 'the indexes do not say what it says', REBUILD)
      }
      const path =
        type === 'sanity.imageAsset' || type === 'sanity.fileAsset' ? pathOf(id) : undefined
      if (path !== undefined && !existsSync(join(run.dir, path))) missing.push({id, path})
    })
    run.progress()
  }
  checkUnlisted(run)
  return missing
}

/** Prepares to read what the indexes store about a document. */
function indexedOf(db: DatabaseSync): (id: string) => {links: string[]; slugs: string[]} {
  const links = db.prepare('SELECT target, strong FROM links WHERE source = ?')
  const slugs = db.prepare('SELECT field, value FROM slugs WHERE document = ?')
  return (id) => ({
    links: Array.from(links.iterate(id), ({target, strong}) => pair(target, strong)).toSorted(),
    slugs: Array.from(slugs.iterate(id), ({field, value}) => pair(field, value)).toSorted(),
  })
}

// In a form that can be sorted and compared.
function pair(a: unknown, b: unknown): string {
  return JSON.stringify([a, b])
}

// Documents that exist in the log but not in the tables, and the reverse.
function checkUnlisted(run: Run): void {
  const ended = 'it is not among the documents, though nothing in the log ended it'
  const unlisted = `SELECT document FROM
    (SELECT document, max(seq), json IS NULL AS deleted FROM revisions GROUP BY document)
    WHERE NOT deleted AND document NOT IN (SELECT id FROM documents)`
  for (const {document} of run.db.prepare(unlisted).iterate()) {
    run.report(`document "${document}"`, ended, REBUILD)
  }
  const strays = `SELECT source AS document FROM links WHERE source NOT IN (SELECT id FROM documents)
    UNION SELECT document FROM slugs WHERE document NOT IN (SELECT id FROM documents)`
  for (const {document} of run.db.prepare(strays).iterate()) {
    run.report(`document "${document}"`, 'it is in the indexes, but does not exist', REBUILD)
  }
}

/** The file of an asset, relative to the lake's folder; undefined if this is not an asset id. */
function pathOf(id: string): string | undefined {
  const file = assetFile(id)
  return file && join('assets', `${file.kind}s`, file.name)
}

// Files are not part of the snapshot: a missing file counts only if its document still exists.
function checkMissing(run: Run, missing: readonly AssetOfDocument[]): void {
  const document = run.db.prepare('SELECT 1 FROM documents WHERE id = ?')
  for (const {id, path} of missing) {
    if (document.get(id))
      run.report(path, `it is missing, though there is a document "${id}"`, RESTORE)
  }
}

const ASSET_NAME = /^(?<sha1>[0-9a-f]{40})(?:-\d+x\d+)?\.[a-z0-9]+$/

/** The files of assets, within the lake's folder. */
async function assetPaths(dir: string): Promise<string[]> {
  const folders = ['images', 'files'].map(async (folder) => {
    const names = await readdir(join(dir, 'assets', folder)).catch(() => [])
    return names.filter((name) => ASSET_NAME.test(name)).map((name) => join('assets', folder, name))
  })
  return (await Promise.all(folders)).flat()
}

async function checkAsset(run: Run, path: string): Promise<void> {
  const sha1 = createHash('sha1')
  try {
    await pipeline(createReadStream(join(run.dir, path)), sha1)
  } catch (error) {
    // The document, and the file with it, may just have been deleted.
    if (!existsSync(join(run.dir, path))) return run.progress()
    run.report(path, `it cannot be read (${messageOf(error)})`, RESTORE)
    return run.progress()
  }
  if (!basename(path).startsWith(sha1.digest('hex'))) {
    run.report(path, 'its bytes are not those that its name says', RESTORE)
  }
  run.progress()
}
