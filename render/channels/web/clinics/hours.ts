// Opening hours in the words of a language, with days of the same hours together.

import {html} from 'ghtml'
import type {OpeningSpan} from '../../../../model/clinic.ts'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'
import {FALLBACK_LANGUAGE} from '../../../../schemas/data/languages.ts'
import {dayOptions} from '../../../../schemas/data/options.ts'

/** A Monday. The days of the week are those that follow. */
const MONDAY = '2024-01-01'
const DAY = 24 * 60 * 60 * 1000

interface Formats {
  readonly days: Intl.DateTimeFormat
  readonly times: Intl.DateTimeFormat
  /** What was formatted before, by the two ends of the range. */
  readonly known: Map<string, string>
}

/** Cached, because formats are slow to make and to use, and many clinics have the same hours. */
const formats = new Map<string, Formats>()

function formatsOf(language: string): Formats {
  let found = formats.get(language)
  if (!found) {
    const languages = [language, FALLBACK_LANGUAGE]
    found = {
      days: new Intl.DateTimeFormat(languages, {weekday: 'long', timeZone: 'UTC'}),
      times: new Intl.DateTimeFormat(languages, {
        hour: 'numeric',
        minute: '2-digit',
        timeZone: 'UTC',
      }),
      known: new Map(),
    }
    formats.set(language, found)
  }
  return found
}

/** Days that follow one another and have the same hours. */
interface Days {
  readonly first: number
  last: number
  readonly hours: readonly string[]
}

/** A list of all days of the week, as HTML. Days without hours are closed. */
export function hoursHtml(
  openingHours: readonly OpeningSpan[],
  language: string,
  {clinics}: InterfaceWords,
): string {
  return html`<ul class="hours">
    !${grouped(openingHours, language).map(({first, last, hours}) => {
      const named = rangeOf('days', [day(first), day(last)], language)
      const times = hours.length === 0 ? [clinics.closed] : hours
      return html`<li>
        <span class="hours-days">${named}:</span>
        <span class="hours-times">!${times.map((time) => html`<span>${time}</span> `)}</span>
      </li> `
    })}
  </ul>`
}

function grouped(openingHours: readonly OpeningSpan[], language: string): Days[] {
  const groups: Days[] = []
  for (const [index, {value}] of dayOptions.entries()) {
    const hours = openingHours
      .filter(({days}) => days.includes(value))
      .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
      .map(({opens, closes}) => rangeOf('times', [time(opens), time(closes)], language))
    const group = groups.at(-1)
    if (group && group.hours.join('\n') === hours.join('\n')) group.last = index
    else groups.push({first: index, last: index, hours})
  }
  return groups
}

/** Days or times in words, from one to another. */
function rangeOf(
  kind: 'days' | 'times',
  [from, to]: readonly [number, number],
  language: string,
): string {
  const formats = formatsOf(language)
  const key = `${kind} ${from} ${to}`
  const words = formats.known.get(key) ?? formats[kind].formatRange(from, to)
  formats.known.set(key, words)
  return words
}

function day(index: number): number {
  return Date.parse(MONDAY) + index * DAY
}

function time(clock: string): number {
  return Date.parse(`${MONDAY}T${clock}:00Z`)
}
