// Verifies the current state of documents, and what the indexes say about them, against the log.

import type {DatabaseSync} from 'node:sqlite'
import {isDeepStrictEqual} from 'node:util'
import {parseDocument, publishedId, referencedIds, slugsIn} from '../store/document.ts'
import {text} from '../store/sql.ts'
import {isMissing, pathOf, type AssetOfDocument} from './assets.ts'
import {REBUILD, type Run} from './run.ts'

/**
 * Checks the tables of the current state against the newest revisions.
 *
 * @returns the documents of assets whose files were not there
 */
export function checkDocuments(run: Run): AssetOfDocument[] {
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
      const path = pathOf(document)
      if (path !== undefined && isMissing(run, path)) missing.push({id, path})
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
