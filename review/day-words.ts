// Says days in words, as readers and editors see them. It uses UTC, so that a release is the same in every
// time zone.

import {dayOf} from './days.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
const formatted = new Map<string, string>()

/** The language of the Studio. */
const STUDIO = 'en-US'

/** A day in words: "February 3, 2021". */
export function formatDay(day: string, language = STUDIO): string {
  // Cached, because formatting is slow and a library has few distinct days.
  const key = `${language} ${day}`
  let words = formatted.get(key)
  if (words === undefined) {
    words = formatOf(language).format(new Date(`${day}T00:00:00Z`))
    formatted.set(key, words)
  }
  return words
}

/** A moment in words: "February 3, 2021, 14:05 UTC". */
export function formatMoment(instant: string): string {
  return `${formatDay(dayOf(instant))}, ${new Date(instant).toISOString().slice(11, 16)} UTC`
}

/** A language that the system does not know has days in English, and not in the language of the machine. */
function formatOf(language: string): Intl.DateTimeFormat {
  let format = formats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat([language, STUDIO], {dateStyle: 'long', timeZone: 'UTC'})
    formats.set(language, format)
  }
  return format
}
