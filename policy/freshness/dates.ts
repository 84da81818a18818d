// The days that readers see must be days on which it can have happened.

import {exampleSettledAs} from '../examples/settled.ts'
import {isObject} from '../references.ts'
import type {Flaw, Rule} from '../rule.ts'

/** Earlier days are slips of the finger: 1023 for 2023. */
const FIRST_DAY = '1900-01-01'

interface DateField {
  readonly path: string
  /** YYYY-MM-DD, or a year. */
  readonly value: unknown
  readonly mayLieAhead?: boolean
}

/** The dates of a document that readers see. */
function datesOf(document: Readonly<Record<string, unknown>>): DateField[] {
  const {firstPublished, issued, registration} = document
  const {validFrom, validUntil}: {validFrom?: unknown; validUntil?: unknown} = isObject(
    registration,
  )
    ? registration
    : {}
  return [
    {path: 'firstPublished', value: firstPublished},
    {path: 'issued', value: typeof issued === 'number' ? String(issued) : undefined},
    {path: 'registration.validFrom', value: validFrom},
    {path: 'registration.validUntil', value: validUntil, mayLieAhead: true},
  ]
}

/**
 * What is wrong with a day on which something happened, as a phrase that follows its path; undefined if it can
 * be true.
 *
 * @param day YYYY-MM-DD, or a year.
 * @param today YYYY-MM-DD
 */
export function misdated(day: string, today: string): string | undefined {
  // A year is compared with years, so it ends where the text does.
  if (day > today.slice(0, day.length)) return `is ${day}, which is after today, ${today}`
  return tooEarly(day)
}

function tooEarly(day: string): string | undefined {
  return day < FIRST_DAY.slice(0, day.length) ? `is ${day}, which is before 1900` : undefined
}

function flawOf({path, value, mayLieAhead = false}: DateField, today: string): Flaw | undefined {
  if (typeof value !== 'string') return undefined
  const message = mayLieAhead ? tooEarly(value) : misdated(value, today)
  return message === undefined ? undefined : {path, message, hint: 'Correct the date.'}
}

/**
 * What is wrong with the day on which a document came out elsewhere, if its first approval here was earlier.
 *
 * @param approvedOn YYYY-MM-DD; undefined if it was never approved.
 */
function lateElsewhere(day: unknown, approvedOn: string | undefined): Flaw | undefined {
  if (typeof day !== 'string' || approvedOn === undefined || day <= approvedOn) return undefined
  return {
    path: 'firstPublished',
    message: `is ${day}, but the text was first approved here on ${approvedOn}: readers see that day alone`,
    hint: 'Correct the day, or remove it if the text did not come out elsewhere before.',
  }
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
    const flaws = datesOf(document).flatMap((field) => flawOf(field, today) ?? [])
    yield* flaws
    if (flaws.some(({path}) => path === 'firstPublished')) return
    const late = lateElsewhere(document.firstPublished, settled.get(document._id)?.firstPublished)
    if (late) yield late
  },
}
