// Verifies the log against its chain of hashes.

import {ENTRY, entryHash, REVISIONS, storedEntry} from '../store/chain.ts'
import {integer, optionalInteger, optionalText} from '../store/sql.ts'
import {RESTORE, type Run} from './run.ts'

/**
 * Reports entries that were changed or are missing.
 *
 * @param expect the hash of a head that must be in the chain
 */
export function checkChain(run: Run, expect: string | undefined): void {
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
