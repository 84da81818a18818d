// Which of several decisions is the newest: by the log, or else by the instants that they state.

import {describe, expect, test} from 'vitest'
import {isRetracted, newest, type Decision, type DecisionKind} from '../../review/decision.ts'
import {dueOn} from '../../review/next-review.ts'
import {caseOf, withoutLog} from '../../review/trail.ts'

/** A decision on the text `now`, with a day for its next review that names it. */
function decided(
  id: 'a' | 'b' | 'c',
  decision: DecisionKind,
  decidedAt: string,
  more: Partial<Decision> = {},
): Decision {
  const nextReview = {a: '2030-01-01', b: '2030-02-02', c: '2030-03-03'}[id]
  return {
    id,
    subject: 'article',
    revision: 'now',
    decision,
    kind: 'clinical',
    reviewer: 'rae',
    decidedAt,
    nextReview,
    ...more,
  }
}

const signers = new Map([['rae', {roles: ['reviewer'], fields: [], registration: undefined}]])

const TEN = '2026-05-01T10:00:00Z'
/** An hour before TEN, though later as a string. */
const NINE = '2026-05-01T11:00:00+02:00'
/** The same instant as TEN. */
const TEN_TOO = '2026-05-01T12:00:00+02:00'

interface Newest {
  readonly id: string | undefined
  readonly due: string | undefined
}

const cases: [string, Decision[], Newest][] = [
  ['no decision', [], {id: undefined, due: undefined}],
  [
    'only a request for changes',
    [decided('a', 'changesRequested', TEN)],
    {id: 'a', due: undefined},
  ],
  [
    'a retraction an hour after an approval, in another time zone',
    [decided('a', 'retracted', TEN), decided('b', 'approved', NINE)],
    {id: 'a', due: undefined},
  ],
  [
    'an approval an hour after a retraction, in another time zone',
    [decided('a', 'approved', TEN), decided('b', 'retracted', NINE)],
    {id: 'a', due: '2030-01-01'},
  ],
  [
    'an approval and a retraction in one instant, stated in two time zones',
    [decided('a', 'retracted', TEN), decided('b', 'approved', TEN_TOO)],
    {id: 'a', due: undefined},
  ],
  [
    'two approvals in one instant',
    [decided('b', 'approved', TEN_TOO), decided('a', 'approved', TEN)],
    {id: 'b', due: '2030-02-02'},
  ],
  [
    'a request for changes after an approval',
    [decided('a', 'approved', NINE), decided('b', 'changesRequested', TEN)],
    {id: 'b', due: undefined},
  ],
  [
    'an approval that is later in the log, though it states an earlier time',
    [decided('a', 'approved', NINE, {place: 2}), decided('b', 'retracted', TEN, {place: 1})],
    {id: 'a', due: '2030-01-01'},
  ],
  [
    'three decisions of one import, which share a place',
    [
      decided('a', 'approved', TEN, {place: 7}),
      decided('b', 'retracted', NINE, {place: 7}),
      decided('c', 'approved', NINE, {place: 7}),
    ],
    {id: 'a', due: '2030-01-01'},
  ],
]

describe.each(cases)('%s', (_what, decisions, expected) => {
  test.each([
    ['as given', decisions],
    ['reversed', decisions.toReversed()],
  ])('%s', (_order, inSomeOrder) => {
    const due = (published: string | undefined) =>
      dueOn(
        {
          type: 'article',
          revision: published,
          authors: [],
          plan: [{kind: 'clinical', people: 1}],
          reviewInterval: undefined,
        },
        caseOf(withoutLog(inSomeOrder), {type: 'article', signers}),
      )
    expect(newest(inSomeOrder)?.id).toBe(expected.id)
    expect(due('now')).toBe(expected.due)
    // No decision is on these texts, so the day counts from the newest that settles any text.
    expect(due('edited')).toBe(expected.due)
    expect(due(undefined)).toBe(expected.due)
  })
})

test.each<[string, Decision[], boolean]>([
  ['no decision', [], false],
  ['a retraction of another text', [decided('a', 'retracted', TEN, {revision: 'old'})], false],
  ['a retraction', [decided('a', 'approved', NINE), decided('b', 'retracted', TEN)], true],
  ['an approval since', [decided('a', 'retracted', NINE), decided('b', 'approved', TEN)], false],
  [
    'both in one instant',
    [decided('a', 'retracted', TEN), decided('b', 'approved', TEN_TOO)],
    true,
  ],
  [
    'an approval later in the log',
    [decided('a', 'retracted', TEN, {place: 1}), decided('b', 'approved', NINE, {place: 2})],
    false,
  ],
])('whether a text is retracted: %s', (_what, decisions, expected) => {
  expect(isRetracted(decisions, 'now')).toBe(expected)
  expect(isRetracted(decisions.toReversed(), 'now')).toBe(expected)
})
