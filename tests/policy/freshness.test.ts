// Every approved document becomes due for review, and is withheld if the review is long overdue.

import fc from 'fast-check'
import {createSchema, type SchemaType} from 'sanity'
import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {requiredDisclaimer} from '../../policy/disclaimers/required.ts'
import {exampleDisclaimers} from '../../policy/examples/disclaimers.ts'
import {exampleSettled} from '../../policy/examples/settled.ts'
import {plausibleDates} from '../../policy/freshness/dates.ts'
import {reviewExpired} from '../../policy/freshness/expired.ts'
import {longestInterval} from '../../policy/freshness/interval.ts'
import {reviewOverdue} from '../../policy/freshness/overdue.ts'
import {reviewSoon} from '../../policy/freshness/soon.ts'
import {emptyContext, type SettledRecord} from '../../policy/rule.ts'
import {todayIs} from '../../policy/today.ts'
import {daysAfter} from '../../review/days.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {limits, type Limit} from '../../schemas/data/limits.ts'
import {documentTypes, objectTypes} from '../../schemas/index.ts'
import {article, author, disclaimer, faq, work} from '../support/library.ts'

const stages = [reviewSoon, reviewOverdue, reviewExpired]

function approvedOn(decidedOn: string, nextReview?: string): SettledRecord {
  return exampleSettled({decidedOn, nextReview})
}

function found(
  today: string,
  record: SettledRecord | undefined,
  reviewInterval: unknown = 24,
  rules = [...stages, longestInterval],
) {
  const settled = new Map(record ? [['faq', record]] : [])
  return check({...faq, reviewInterval}, {...emptyContext, today: todayIs(today), settled}, rules)
}

function ids(...args: Parameters<typeof found>): string[] {
  return found(...args).map(({rule}) => rule)
}

/** Each day around the boundaries of a review that is due on 2 May 2026, and the finding on it. */
const usual: [today: string, rule: string | undefined][] = [
  ['2026-03-02', undefined],
  ['2026-03-03', 'freshness/soon'],
  ['2026-05-01', 'freshness/soon'],
  ['2026-05-02', 'freshness/overdue'],
  ['2026-07-30', 'freshness/overdue'],
  ['2026-07-31', 'freshness/expired'],
  ['2031-01-01', 'freshness/expired'],
]
const shortNotice: typeof usual = [
  ['2026-04-24', undefined],
  ['2026-04-25', 'freshness/soon'],
]
const shortGrace: typeof usual = [
  ['2026-05-31', 'freshness/overdue'],
  ['2026-06-01', 'freshness/expired'],
]
const noGrace: typeof usual = [
  ['2026-05-01', 'freshness/soon'],
  ['2026-05-02', 'freshness/expired'],
]

describe.each([
  {name: 'the usual numbers', limits: {}, days: usual},
  {name: '7 days of notice', limits: {'freshness/soon': 7}, days: shortNotice},
  {name: '30 days of grace', limits: {'freshness/expired': 30}, days: shortGrace},
  {name: 'no grace', limits: {'freshness/expired': 0}, days: noGrace},
])('with $name, a review that is due on 2 May 2026', ({limits, days}) => {
  const settings = Object.entries(limits).map(([rule, limit]) => ({rule, limit, reason: 'Test.'}))

  test.each(days)('leads on %s to the finding %s', (today, rule) => {
    for (const record of [approvedOn('2024-05-02'), approvedOn('2025-09-09', '2026-05-02')]) {
      const context = {
        ...emptyContext,
        settings,
        today: todayIs(today),
        settled: new Map([['faq', record]]),
      }
      const findings = check({...faq, reviewInterval: 24}, context, stages)
      expect(findings.map((finding) => finding.rule)).toEqual(rule === undefined ? [] : [rule])
    }
  })

  test.each(days)(
    'of a disclaimer affects its pages on %s only after its grace period (%s)',
    (today, rule) => {
      const context = {
        ...emptyContext,
        ...exampleDisclaimers([disclaimer], {
          settings,
          today: todayIs(today),
          settled: new Map([['disclaimer', approvedOn('2025-05-02')]]),
        }),
      }
      expect(check(faq, context, [requiredDisclaimer])).toHaveLength(
        rule === 'freshness/expired' ? 1 : 0,
      )
    },
  )
})

test('a document without a valid interval is due after 24 months', () => {
  for (const reviewInterval of [null, 'a', 0, -1, 1.5, 37, Number.NaN, 1e300]) {
    expect(ids('2026-05-01', approvedOn('2024-05-02'), reviewInterval)).toEqual(['freshness/soon'])
    expect(ids('2026-05-02', approvedOn('2024-05-02'), reviewInterval)).toEqual([
      'freshness/overdue',
    ])
  }
})

test('only an expired document is withheld', () => {
  expect(stages.map(({severity}) => severity)).toEqual(['warning', 'warning', 'error'])
})

test('the finding names the days', () => {
  const [{message} = {message: ''}] = found('2026-06-01', approvedOn('2024-05-02'))
  expect(message).toContain('May 2, 2026')
  expect(message).toContain('July 31, 2026')
})

test('a document that is not approved, or was retracted, is not due', () => {
  expect(ids('2036-01-01', undefined)).toEqual([])
  expect(ids('2036-01-01', {...approvedOn('2024-05-02'), state: 'retracted'})).toEqual([])
})

test('a document that is approved but held is due like any other', () => {
  expect(ids('2036-01-01', {...approvedOn('2024-05-02'), state: 'held'})).toEqual([
    'freshness/expired',
  ])
})

test('a reviewer may set the next review up to 36 months ahead, but not a day later', () => {
  const decided = '2024-02-29'
  expect(ids('2024-03-01', approvedOn(decided, '2027-02-28'))).toEqual([])
  const [finding] = found('2024-03-01', approvedOn(decided, '2027-03-01'))
  expect(finding).toMatchObject({rule: 'freshness/interval', severity: 'error'})
  expect(finding?.message).toContain('March 1, 2027')
})

describe('on any day', () => {
  const day = fc.integer({min: 0, max: 20_000}).map((days) => daysAfter('1990-01-01', days))
  const months = fc.integer({min: 1, max: 36})
  const later = fc.integer({min: -100, max: 2000})

  test('an approval has at most one of these findings, and only ever moves to the next one', () => {
    const order = [undefined, ...stages.map(({id}) => id)]
    fc.assert(
      fc.property(day, months, later, fc.nat(1000), (decidedOn, reviewInterval, days, more) => {
        const ageAfter = (passed: number): number => {
          const today = daysAfter(decidedOn, passed)
          const [rule, ...others] = ids(today, approvedOn(decidedOn), reviewInterval)
          expect(others).toEqual([])
          return order.indexOf(rule)
        }
        expect(ageAfter(days + more)).toBeGreaterThanOrEqual(ageAfter(days))
      }),
    )
  })
})

/** Dates that may come, each with the reason. */
const ending = {
  'person.registration.validUntil': 'the last day of a registration',
  'citedWork.validUntil': 'the last day on which a work holds',
}

/** Dates that the rule does not know, each with the reason. */
const judgedElsewhere = {
  'article.lastModified': 'readers do not see it',
  'review.decidedAt': 'pipeline/gate/decisions.ts reports it',
  'review.nextReview': 'freshness/interval bounds it',
  'submission.submittedAt': 'no export reads requests for a review',
  'submission.neededBy': 'no export reads requests for a review',
}

/** The numbers that are years, by their bounds. */
const years = Object.entries<Limit>(limits).flatMap(([field, {min = 0}]) =>
  min >= 1000 ? [field] : [],
)

/** The days and times that the Studio's forms ask for, each as the type of its document and its path. */
function datesOfSchema(): string[] {
  const schema = createSchema({name: 'dates', types: [...documentTypes, ...objectTypes]})
  const datesIn = (type: SchemaType | undefined, path: readonly string[]): string[] => {
    if (type?.name === 'date' || type?.name === 'datetime') return [path.join('.')]
    // Blocks hold blocks.
    if (type === undefined || path.length > 8) return []
    if ('fields' in type)
      return type.fields.flatMap((one) => datesIn(one.type, [...path, one.name]))
    return 'of' in type ? type.of.flatMap((one) => datesIn(one, [...path, '[]'])) : []
  }
  return documentTypes.flatMap(({name}) => datesIn(schema.get(name), [name]))
}

function nested(path: readonly string[], value: unknown): object {
  const [first = '', ...rest] = path
  return {[first]: rest.length === 0 ? value : nested(rest, value)}
}

describe('a date of the content', () => {
  const dated = (document: StoredDocument, today: string) =>
    check(document, {...emptyContext, today: todayIs(today)}, [plausibleDates]).map(
      ({path}) => path,
    )
  const registered = (fields: object) => ({
    ...author,
    registration: {body: 'A register', number: '1', validFrom: '2020-01-31', ...fields},
  })

  test('is reported after the day of judgement, and not on it', () => {
    const elsewhere = {...article, firstPublished: '2026-10-15'}
    expect(dated(elsewhere, '2026-10-14')).toEqual(['firstPublished'])
    expect(dated(elsewhere, '2026-10-15')).toEqual([])
    expect(dated({...work, issued: 2027}, '2026-12-31')).toEqual(['issued'])
    expect(dated({...work, issued: 2027}, '2027-01-01')).toEqual([])
    expect(dated(registered({}), '2020-01-30')).toEqual(['registration.validFrom'])
    expect(dated(registered({validUntil: '2030-01-31'}), '2026-10-15')).toEqual([])
  })

  test('is reported before 1900', () => {
    const first = {...article, firstPublished: '1899-12-31'}
    expect(dated(first, '2026-10-15')).toEqual(['firstPublished'])
    expect(dated({...first, firstPublished: '1900-01-01'}, '2026-10-15')).toEqual([])
    expect(dated({...work, issued: 1899}, '2026-10-15')).toEqual(['issued'])
    expect(dated({...work, issued: 1900}, '2026-10-15')).toEqual([])
    expect(dated(registered({validFrom: '1020-01-31'}), '2026-10-15')).toEqual([
      'registration.validFrom',
    ])
  })

  test.each([...datesOfSchema(), ...years].filter((field) => !(field in judgedElsewhere)))(
    'is checked, also in a field that is added: %s',
    (field) => {
      const [_type = '', ...path] = field.split('.')
      const holding = (day: string): StoredDocument => ({
        _id: 'dated',
        ...nested(path, years.includes(field) ? Number(day.slice(0, 4)) : day),
        _type,
      })
      const found = [path.join('.')]
      expect(dated(holding('1899-12-31'), '2026-10-15')).toEqual(found)
      expect(dated(holding('2026-10-15'), '2026-10-15')).toEqual([])
      expect(dated(holding('2027-01-01'), '2026-10-15')).toEqual(field in ending ? [] : found)
    },
  )
})
