// When what was approved falls due for review again. GROQ cannot add months to a day, so that the
// Studio does it.
import {nextReviewOf} from '../../pipeline/dates.ts'
import type {Decision} from '../../review/decision.ts'
import type {DueRecords} from './records.ts'

type Settling = Pick<Decision, 'decision' | 'decidedAt' | 'nextReview'>

/** In months, for types that have no interval of their own. */
const USUAL_INTERVAL = 24

/**
 * The day on which a document is to be reviewed again. Undefined where nothing was approved, or what
 * was has been retracted since.
 *
 * @param decisions All decisions on the document, in any order.
 * @param reviewInterval The field of the document, which may lack it.
 * @returns YYYY-MM-DD
 */
export function dueOn(decisions: readonly Settling[], reviewInterval: unknown): string | undefined {
  const last = decisions
    .filter(({decision}) => decision !== 'changesRequested')
    .toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt))
    .at(-1)
  if (last?.decision !== 'approved') return undefined
  return nextReviewOf(last, typeof reviewInterval === 'number' ? reviewInterval : USUAL_INTERVAL)
}

/** Whether a review is late, or soon will be: within 60 days. Both by days, YYYY-MM-DD. */
export function urgencyOf(due: string, today: string): 'overdue' | 'soon' | 'later' {
  if (due <= today) return 'overdue'
  return due <= daysAfter(today, SOON_DAYS) ? 'soon' : 'later'
}

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

const SOON_DAYS = 60

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
