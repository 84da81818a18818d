// Days and how to count them. Everything counts in UTC, so that it is the same in every zone.

/** The day of an instant, YYYY-MM-DD. */
export function dayOf(instant: string): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** The current day in UTC, YYYY-MM-DD. */
export function today(): string {
  return dayOf(new Date().toISOString())
}

/**
 * Adds days to a day; a negative number subtracts them.
 *
 * @param day YYYY-MM-DD
 */
export function daysAfter(day: string, days: number): string {
  const date = midnight(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/**
 * Adds months to a day. If the resulting month is too short, returns its last day.
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
