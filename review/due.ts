// When what was approved falls due for review again. GROQ cannot add months to a day, so that this
// is worked out here, for Studio, rules and pages alike.

import {dayOf, daysAfter, monthsAfter} from './days.ts'
import type {Decision} from './decision.ts'

/** The longest time between two reviews, in months. */
export const LONGEST_INTERVAL = 36

/** In months, for documents that have no interval of their own. */
const USUAL_INTERVAL = 24

/** What a reviewer said when they approved something. */
interface Approval {
  /** YYYY-MM-DD */
  readonly decidedOn: string
  /** YYYY-MM-DD, if the usual interval does not hold. */
  readonly nextReview?: string | undefined
}

/**
 * The day on which what was approved is due for review: as its reviewer said, or after its interval.
 *
 * @param reviewInterval The field of the document, which may lack it or hold anything.
 * @returns YYYY-MM-DD
 */
export function dueAfter({decidedOn, nextReview}: Approval, reviewInterval: unknown): string {
  return (
    nextReview ??
    monthsAfter(decidedOn, isInterval(reviewInterval) ? reviewInterval : USUAL_INTERVAL)
  )
}

function isInterval(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LONGEST_INTERVAL
  )
}

/** The same of a decision to approve. */
export function nextReviewOf(
  {decidedAt, nextReview}: Pick<Decision, 'decidedAt' | 'nextReview'>,
  reviewInterval: unknown,
): string {
  return dueAfter({decidedOn: dayOf(decidedAt), nextReview}, reviewInterval)
}

/**
 * The day on which a document is to be reviewed again. Undefined where nothing was approved, or what
 * was has been retracted since.
 *
 * @param decisions All decisions on the document, in any order.
 * @param reviewInterval The field of the document, which may lack it.
 * @returns YYYY-MM-DD
 */
export function dueOn(
  decisions: readonly Pick<Decision, 'decision' | 'decidedAt' | 'nextReview'>[],
  reviewInterval: unknown,
): string | undefined {
  const last = decisions
    .filter(({decision}) => decision !== 'changesRequested')
    .toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt))
    .at(-1)
  return last?.decision === 'approved' ? nextReviewOf(last, reviewInterval) : undefined
}

/**
 * Whether a review is late, or soon will be.
 *
 * @param due YYYY-MM-DD
 * @param today YYYY-MM-DD
 * @param notice how many days before a review is due counts as soon
 */
export function urgencyOf(
  due: string,
  today: string,
  notice: number,
): 'overdue' | 'soon' | 'later' {
  if (due <= today) return 'overdue'
  return due <= daysAfter(today, notice) ? 'soon' : 'later'
}
