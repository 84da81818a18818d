// When an approved document is due for its next review. GROQ cannot add months to a day, so this is
// calculated here, for the Studio, the rules and the pages.

import {dayOf, daysAfter, monthsAfter} from './days.ts'
import type {Decision} from './decision.ts'
import {isAdministrative} from './governed.ts'

/** The longest time between two reviews, in months. */
export const LONGEST_INTERVAL = 36

/** In months, for documents that have no interval of their own. */
const USUAL_INTERVAL = 24

/** An approval, as far as the day of the next review depends on it. */
interface Approval {
  /** YYYY-MM-DD */
  readonly decidedOn: string
  /** YYYY-MM-DD, if the reviewer set a day. */
  readonly nextReview?: string | undefined
}

/**
 * The day on which an approved text is due for review: the day that its reviewer set, or else the end
 * of its interval.
 *
 * @param reviewInterval The field of the document. It may be missing or hold anything.
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

/**
 * The days on which a reviewer may set the next review: from the day after the decision to the end of the
 * longest interval.
 *
 * @param decidedOn YYYY-MM-DD
 */
export function nextReviewDays(decidedOn: string): {
  readonly earliest: string
  readonly latest: string
} {
  return {
    earliest: daysAfter(decidedOn, 1),
    latest: monthsAfter(decidedOn, LONGEST_INTERVAL),
  }
}

/** The day on which the text that a decision approved is due for review: see `dueAfter`. */
export function nextReviewOf(
  {decidedAt, nextReview}: Pick<Decision, 'decidedAt' | 'nextReview'>,
  reviewInterval: unknown,
): string {
  return dueAfter({decidedOn: dayOf(decidedAt), nextReview}, reviewInterval)
}

/**
 * Whether texts of a type are due for review again some time after their approval. People and site settings
 * are not: they change when the facts do.
 */
export function isReviewedAgain(type: string): boolean {
  return !isAdministrative(type)
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
