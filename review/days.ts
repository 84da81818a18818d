// Days and how to count them. Everything counts in UTC, so that it is the same in every zone.

/** The day of an instant, YYYY-MM-DD. */
export function dayOf(instant: string): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** The day that it is now, YYYY-MM-DD. */
export function today(): string {
  return dayOf(new Date().toISOString())
}

/**
 * So many days later; earlier, if there are less than none.
 *
 * @param day YYYY-MM-DD
 */
export function daysAfter(day: string, days: number): string {
  const date = midnight(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/**
 * So many months later, or on the last day of a shorter month.
 *
 * @param day YYYY-MM-DD
 */
export function monthsAfter(day: string, months: number): string {
  const date = midnight(day)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, lastDay))
  return date.toISOString().slice(0, 10)
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
