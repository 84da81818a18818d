// The days that readers see must be days on which it can have happened.

import {z} from 'zod'
import {formatDay} from '../../review/day-words.ts'
import {exampleSettledAs} from '../examples/settled.ts'
import {isObject} from '../references.ts'
import type {Flaw, Rule} from '../rule.ts'
import type {Today} from '../today.ts'

/** Earlier days are slips of the finger: 1023 for 2023. */
const FIRST_DAY = '1900-01-01'

interface DateField {
  readonly path: string
  /** YYYY-MM-DD, or a year. */
  readonly value: unknown
  readonly mayLieAhead?: boolean
  /** The day of the first approval, if the date only says something before it. */
  readonly approvedOn?: string | undefined
}

/** The dates of a document that readers see, or on which the rules rely. */
function datesOf(
  document: Readonly<Record<string, unknown>>,
  approvedOn: string | undefined,
): DateField[] {
  const {firstPublished, issued, accessed, checkedOn, registration} = document
  const {validFrom, validUntil}: {validFrom?: unknown; validUntil?: unknown} = isObject(
    registration,
  )
    ? registration
    : {}
  return [
    {path: 'firstPublished', value: firstPublished, approvedOn},
    {path: 'issued', value: typeof issued === 'number' ? String(issued) : undefined},
    {path: 'accessed', value: accessed},
    {path: 'checkedOn', value: checkedOn},
    {path: 'validUntil', value: document.validUntil, mayLieAhead: true},
    {path: 'registration.validFrom', value: validFrom},
    {path: 'registration.validUntil', value: validUntil, mayLieAhead: true},
  ]
}

/**
 * What is wrong with a day on which something happened, as a phrase that follows its path; undefined if it can
 * be true.
 *
 * @param day YYYY-MM-DD, or a year.
 */
export function misdated(day: string, today: Today): string | undefined {
  if (today.isBefore(firstDayOf(day)))
    return `is ${inWords(day)}, which is after today, ${formatDay(today.date)}`
  return tooEarly(day)
}

/** The first day of a year, or the day itself. */
function firstDayOf(day: string): string {
  return day.length === 4 ? `${day}-01-01` : day
}

/** A year stays as it is. */
function inWords(day: string): string {
  return z.iso.date().safeParse(day).success ? formatDay(day) : day
}

function tooEarly(day: string): string | undefined {
  return day < FIRST_DAY.slice(0, day.length)
    ? `is ${inWords(day)}, which is before 1900`
    : undefined
}

function afterApproval(day: string, approvedOn: string | undefined): string | undefined {
  return approvedOn !== undefined && day > approvedOn
    ? `is ${inWords(day)}, which is after the first approval here, ${formatDay(approvedOn)}: readers do not see it`
    : undefined
}

function flawOf(
  {path, value, mayLieAhead = false, approvedOn}: DateField,
  today: Today,
): Flaw | undefined {
  if (typeof value !== 'string') return undefined
  const message = mayLieAhead
    ? tooEarly(value)
    : (misdated(value, today) ?? afterApproval(value, approvedOn))
  const hint = approvedOn === undefined ? 'Correct the date.' : 'Correct the date, or remove it.'
  return message === undefined ? undefined : {path, subject: 'The date', message, hint}
}

function article(firstPublished: string) {
  return {_id: 'article', _type: 'article', firstPublished}
}

export const plausibleDates: Rule = {
  id: 'freshness/dates',
  title: 'Dates that can be true',
  severity: 'warning',
  rationale:
    'Readers judge by its dates whether health information is up to date. A date in the future or in another century is a slip, and makes them doubt the rest.',
  sources: [
    {
      title: 'MedlinePlus: Evaluating Health Information',
      url: 'https://medlineplus.gov/evaluatinghealthinformation.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A page that came out elsewhere before its first approval here.',
        document: article('2021-01-31'),
        context: exampleSettledAs('article', {firstPublished: '2025-12-01'}),
      },
    ],
    fails: [
      {says: 'A page that comes out elsewhere tomorrow.', document: article('2026-01-02')},
      {
        says: 'A page that came out elsewhere in the year 1021.',
        document: article('1021-01-31'),
      },
      {
        says: 'A page that came out elsewhere after its first approval here.',
        document: article('2025-12-02'),
        context: exampleSettledAs('article', {firstPublished: '2025-12-01'}),
      },
    ],
  },
  *check({document}, {today, settled}) {
    for (const field of datesOf(document, settled.get(document._id)?.firstPublished)) {
      const flaw = flawOf(field, today)
      if (flaw) yield flaw
    }
  },
}
