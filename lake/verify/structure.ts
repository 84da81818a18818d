// Verifies the database file itself: its pages, and the tables, indexes and triggers that this software
// makes.

import {DatabaseSync} from 'node:sqlite'
import {updateSchema} from '../store/schema.ts'
import {text} from '../store/sql.ts'
import {RESTORE, type Run} from './run.ts'

/** Reports damaged pages, and definitions that differ from those of this software. */
export function checkStructure(run: Run): void {
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
        : 'was not made by Countersign'
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
