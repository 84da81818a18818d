// Days and how to say them. Everything counts in UTC, so that a release is the same in every zone.
import type {Decision} from '../review/decision.ts'

/** The day of an instant, YYYY-MM-DD. */
export const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10)

/**
 * When the next review is due: so many months later, or on the last day of a shorter month.
 *
 * @param day YYYY-MM-DD
 */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, lastDay))
  return date.toISOString().slice(0, 10)
}

/** When what was approved is due for review again: as its reviewer said, or after its interval. */
export const nextReviewOf = (
  {decidedAt, nextReview}: Pick<Decision, 'decidedAt' | 'nextReview'>,
  reviewInterval: number,
): string => nextReview ?? monthsAfter(dayOf(decidedAt), reviewInterval)

const formats = new Map<string, Intl.DateTimeFormat>()
const said = new Map<string, string>()

/** A day in words: "February 3, 2021". */
export function sayDay(day: string, language: string): string {
  // Kept, since saying a day is slow and a library has few of them.
  const key = `${language} ${day}`
  let words = said.get(key)
  if (words === undefined) {
    words = formatOf(language).format(new Date(`${day}T00:00:00Z`))
    said.set(key, words)
  }
  return words
}

function formatOf(language: string): Intl.DateTimeFormat {
  let format = formats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'})
    formats.set(language, format)
  }
  return format
}
