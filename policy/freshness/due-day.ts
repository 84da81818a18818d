// When a document is due for review. All rules about due reviews use this.

import {dueAfter, isReviewedAgain} from '../../review/due.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Context} from '../rule.ts'

/** The day on which a document is due for review, YYYY-MM-DD; undefined if no approval counts. */
export function dueDay(
  {_id, _type, reviewInterval}: StoredDocument,
  {settled}: Pick<Context, 'settled'>,
): string | undefined {
  const record = settled.get(_id)
  if (record === undefined || record.state === 'retracted' || !isReviewedAgain(_type))
    return undefined
  return dueAfter(record, reviewInterval)
}
