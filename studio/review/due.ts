// Which documents the lists of due reviews show.

import {settingsIn} from '../../model/policy-context.ts'
import {reviewSoon} from '../../policy/freshness/soon.ts'
import {limitOf} from '../../policy/settings/apply.ts'
import {dueOn, urgencyOf} from '../../review/due.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {DueRecords} from './records.ts'

/** How many days before a review is due counts as soon: the number of the rule that warns about it. */
export function noticeIn(settings: StoredDocument | undefined): number {
  return limitOf(reviewSoon, settingsIn(settings))
}

/**
 * The published documents whose review is late, or soon due.
 *
 * @param today YYYY-MM-DD
 * @returns their ids, the longest due first
 */
export function idsByUrgency(
  {documents, decisions, settings}: DueRecords,
  urgency: 'overdue' | 'soon',
  today: string,
): string[] {
  const notice = noticeIn(settings)
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  return documents
    .flatMap(({_id, reviewInterval}) => {
      const due = dueOn(decisionsOn.get(_id) ?? [], reviewInterval)
      return due !== undefined && urgencyOf(due, today, notice) === urgency ? [{_id, due}] : []
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map(({_id}) => _id)
}
