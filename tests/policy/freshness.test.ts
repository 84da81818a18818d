// Every approved document becomes due for review, and readers stop getting it if the review never happens.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {exampleSettled} from '../../policy/examples/settled.ts'
import {reviewExpired} from '../../policy/freshness/expired.ts'
import {longestInterval} from '../../policy/freshness/interval.ts'
import {reviewOverdue} from '../../policy/freshness/overdue.ts'
import {reviewSoon} from '../../policy/freshness/soon.ts'
import {emptyContext, type SettledRecord} from '../../policy/rule.ts'
import {daysAfter, monthsAfter} from '../../review/days.ts'
import {faq} from '../support/library.ts'

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
  return check({...faq, reviewInterval}, {...emptyContext, today, settled}, rules)
}

function ids(...args: Parameters<typeof found>): string[] {
  return found(...args).map(({rule}) => rule)
}

test.each([
  ['2026-03-02', []],
  ['2026-03-03', ['freshness/soon']],
  ['2026-05-01', ['freshness/soon']],
  ['2026-05-02', ['freshness/overdue']],
  ['2026-07-30', ['freshness/overdue']],
  ['2026-07-31', ['freshness/expired']],
  ['2031-01-01', ['freshness/expired']],
])('what is due on 2 May 2026 is, on %s: %j', (today, expected) => {
  expect(ids(today, approvedOn('2024-05-02'))).toEqual(expected)
  expect(ids(today, approvedOn('2025-09-09', '2026-05-02'))).toEqual(expected)
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
  expect(message).toContain('2026-05-02')
  expect(message).toContain('2026-07-31')
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
  expect(finding?.message).toContain('2027-03-01')
})

describe('on any day', () => {
  const day = fc.integer({min: 0, max: 20_000}).map((days) => daysAfter('1990-01-01', days))
  const months = fc.integer({min: 1, max: 36})
  const later = fc.integer({min: -100, max: 2000})

  test('an approval is fresh, soon due, overdue or expired: just one of these', () => {
    fc.assert(
      fc.property(day, months, later, (decidedOn, reviewInterval, days) => {
        const today = daysAfter(decidedOn, days)
        const due = monthsAfter(decidedOn, reviewInterval)
        const expected =
          today >= daysAfter(due, 90)
            ? ['freshness/expired']
            : today >= due
              ? ['freshness/overdue']
              : today >= daysAfter(due, -60)
                ? ['freshness/soon']
                : []
        expect(ids(today, approvedOn(decidedOn), reviewInterval)).toEqual(expected)
      }),
    )
  })

  test('as days go by, it only ever gets older', () => {
    const order = [undefined, ...stages.map(({id}) => id)]
    fc.assert(
      fc.property(day, months, later, fc.nat(1000), (decidedOn, reviewInterval, days, more) => {
        const ageAfter = (passed: number): number =>
          order.indexOf(ids(daysAfter(decidedOn, passed), approvedOn(decidedOn), reviewInterval)[0])
        expect(ageAfter(days + more)).toBeGreaterThanOrEqual(ageAfter(days))
      }),
    )
  })
})
