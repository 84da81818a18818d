// Which documents the lists of due reviews show.
import {dueOn, urgencyOf} from '../../review/due.ts'
import type {DueRecords} from './records.ts'

/**
 * The published documents whose review is late, or soon due.
 *
 * @param today YYYY-MM-DD
 * @returns their ids, the longest due first
 */
export function idsByUrgency(
  {documents, decisions}: DueRecords,
  urgency: 'overdue' | 'soon',
  today: string,
): string[] {
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  return documents
    .flatMap(({_id, reviewInterval}) => {
      const due = dueOn(decisionsOn.get(_id) ?? [], reviewInterval)
      return due !== undefined && urgencyOf(due, today) === urgency ? [{_id, due}] : []
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map(({_id}) => _id)
}
