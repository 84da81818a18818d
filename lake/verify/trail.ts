// Checks the audit trail against the revisions: each has one step in it, which says what it holds.

import {contentDigest, publishedId} from '../store/document.ts'
import {optionalText, text} from '../store/sql.ts'
import {REBUILD, type Run} from './run.ts'

export function checkTrail(run: Run): void {
  const steps = run.db.prepare(
    `SELECT r.n, r.document, r.json, a.revision, a.published_id, a.digest
     FROM revisions r FULL JOIN trail a ON a.revision = r.n`,
  )
  for (const {n, document, json, revision, published_id, digest} of steps.iterate()) {
    const what = `revision ${n ?? revision} of "${document ?? published_id}"`
    run.guard(what, () => {
      const isRight =
        n === revision &&
        published_id === publishedId(text(document)) &&
        digest === contentDigest(optionalText(json))
      if (!isRight) run.report(what, 'the audit trail does not say what it holds', REBUILD)
    })
  }
}
