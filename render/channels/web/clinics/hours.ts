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
}

/** Cached, because a format takes longer to make than to use. */
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
  const {days} = formatsOf(language)
  return html`<ul class="hours">
    !${grouped(openingHours, language).map(({first, last, hours}) => {
      const named =
        first === last ? days.format(day(first)) : days.formatRange(day(first), day(last))
      const times = hours.length === 0 ? [clinics.closed] : hours
      return html`<li>
        <span class="hours-days">${named}:</span>
        <span class="hours-times">!${times.map((time) => html`<span>${time}</span> `)}</span>
      </li> `
    })}
  </ul>`
}

function grouped(openingHours: readonly OpeningSpan[], language: string): Days[] {
  const {times} = formatsOf(language)
  const groups: Days[] = []
  for (const [index, {value}] of dayOptions.entries()) {
    const hours = openingHours
      .filter(({days}) => days.includes(value))
      .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
      .map(({opens, closes}) => times.formatRange(time(opens), time(closes)))
    const group = groups.at(-1)
    if (group && group.hours.join('\n') === hours.join('\n')) group.last = index
    else groups.push({first: index, last: index, hours})
  }
  return groups
}

function day(index: number): Date {
  return new Date(Date.parse(MONDAY) + index * DAY)
}

function time(clock: string): Date {
  return new Date(`${MONDAY}T${clock}:00Z`)
}
