// The days that readers see must be days on which it can have happened.

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

/** The dates of a document. */
function datesOf(document: Readonly<Record<string, unknown>>): DateField[] {
  const {firstPublished, lastModified, issued, accessed, checkedOn, registration} = document
  const {validFrom, validUntil}: {validFrom?: unknown; validUntil?: unknown} = isObject(
    registration,
  )
    ? registration
    : {}
  return [
    {path: 'firstPublished', value: firstPublished},
    {path: 'lastModified', value: lastModified},
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
  return message === undefined
    ? undefined
    : {path, subject: 'The date', message, hint: 'Correct the date.'}
}

function article(lastModified: string) {
  return {_id: 'article', _type: 'article', firstPublished: '2021-01-31', lastModified}
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
    passes: [{says: 'A page that was last changed today.', document: article('2026-01-01')}],
    fails: [
      {says: 'A page that was last changed tomorrow.', document: article('2026-01-02')},
      {
        says: 'A page that was first published in the year 1021.',
        document: {...article('2021-02-03'), firstPublished: '1021-01-31'},
      },
    ],
  },
  *check({document}, {today}) {
    for (const field of datesOf(document)) {
      const flaw = flawOf(field, today)
      if (flaw) yield flaw
    }
  },
}
