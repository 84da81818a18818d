// A text needs the words that its plan asks for: of which kinds, of how many people, in which field.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {progressText} from '../../model/standing/progress.ts'
import type {Decision} from '../../review/decision.ts'
import {planFor, signOffOf, type Plan, type PlanRule} from '../../review/plan.ts'
import {signOffKinds, type SignOffKind} from '../../review/sign-off-kind.ts'

const subject = {
  type: 'article',
  therapies: ['prolotherapy'],
  conditions: ['cancer'],
  audience: 'patients',
}
const TWO_CLINICAL: Plan = [{kind: 'clinical', people: 2}]
const LEGAL: Plan = [{kind: 'legal', people: 1}]

describe('the plan of a text', () => {
  test('asks for one clinical word if the library says nothing', () => {
    expect(planFor(subject, [])).toEqual([{kind: 'clinical', people: 1}])
  })

  test.each(['person', 'siteSettings'])('of type %s never changes', (type) => {
    const plan = planFor({...subject, type}, [
      {requirements: LEGAL},
      {types: [type], requirements: LEGAL},
    ])
    expect(plan).toEqual([{kind: 'administrative', people: 1}])
  })

  test.each<[string, PlanRule, Plan]>([
    ['of its type replaces the usual one', {types: ['article'], requirements: LEGAL}, LEGAL],
    ['of all types replaces the usual one', {requirements: LEGAL}, LEGAL],
    [
      'of another type does not matter',
      {types: ['faq'], requirements: LEGAL},
      planFor(subject, []),
    ],
    [
      'for a therapy that it covers adds to the usual one',
      {therapies: ['prolotherapy', 'other'], requirements: LEGAL},
      [...planFor(subject, []), ...LEGAL],
    ],
    [
      'for a condition that it names asks for more people',
      {conditions: ['cancer'], requirements: TWO_CLINICAL},
      TWO_CLINICAL,
    ],
    [
      'for its audience adds to the usual one',
      {audiences: ['patients'], requirements: [{kind: 'readerPanel', people: 1}]},
      [...planFor(subject, []), {kind: 'readerPanel', people: 1}],
    ],
    [
      'for its therapy and another audience does not matter',
      {therapies: ['prolotherapy'], audiences: ['professionals'], requirements: LEGAL},
      planFor(subject, []),
    ],
  ])('%s', (_, rule, plan) => {
    expect(planFor(subject, [rule])).toEqual(plan)
  })

  const requirement = fc.record({
    kind: fc.constantFrom<SignOffKind>('clinical', 'editorial', 'legal', 'readerPanel'),
    people: fc.integer({min: 1, max: 3}),
  })
  const rule = fc.record(
    {
      types: fc.subarray(['article', 'faq']),
      therapies: fc.subarray(['prolotherapy', 'other']),
      conditions: fc.subarray(['cancer', 'other']),
      audiences: fc.subarray(['patients', 'carers']),
      requirements: fc.array(requirement, {minLength: 1, maxLength: 3}),
    },
    {requiredKeys: ['requirements']},
  )

  test('always asks for a word, and a rule for some texts never takes one away', () => {
    fc.assert(
      fc.property(fc.array(rule), rule, (rules, added) => {
        const before = planFor(subject, rules)
        expect(before.length).toBeGreaterThan(0)
        const after = planFor(subject, [...rules, {...added, therapies: ['prolotherapy']}])
        for (const {kind, people} of before) {
          const same = after.find((one) => one.kind === kind)
          expect(same?.people).toBeGreaterThanOrEqual(people)
        }
      }),
    )
  })
})

let count = 0
function word(reviewer: string, more: Partial<Decision> = {}): Decision {
  count += 1
  return {
    id: `d${count}`,
    subject: 'article',
    revision: 'one',
    decision: 'approved',
    kind: 'clinical',
    reviewer,
    decidedAt: new Date(Date.UTC(2026, 0, 1) + count * 60_000).toISOString(),
    place: count,
    ...more,
  }
}

function later(minutes: number, {decidedAt}: Decision): string {
  return new Date(Date.parse(decidedAt) + minutes * 60_000).toISOString()
}

describe('a plan is met', () => {
  test('by the words of as many different people as it asks for', () => {
    const first = word('ann')
    expect(signOffOf(TWO_CLINICAL, [first]).state).toBe('open')
    expect(signOffOf(TWO_CLINICAL, [first, word('ann')]).state).toBe('open')
    expect(signOffOf(TWO_CLINICAL, [first, word('bo')])).toMatchObject({
      state: 'met',
      words: [{reviewer: 'ann'}, {reviewer: 'bo'}],
    })
  })

  test('by words of its kinds only', () => {
    const plan: Plan = [...LEGAL, {kind: 'clinical', people: 1}]
    expect(signOffOf(plan, [word('ann'), word('bo', {kind: 'editorial'})]).state).toBe('open')
    expect(signOffOf(plan, [word('ann'), word('bo', {kind: 'legal'})]).state).toBe('met')
  })

  test('by people who are qualified in its field', () => {
    const plan: Plan = [{kind: 'clinical', people: 1, field: 'pharmacy'}]
    expect(signOffOf(plan, [word('ann', {fields: ['nursing']}), word('bo')]).state).toBe('open')
    expect(signOffOf(plan, [word('ann', {fields: ['nursing', 'pharmacy']})]).state).toBe('met')
  })

  test('by the newest words: a renewed one takes the place of the same person’s, or of the oldest', () => {
    const [old, second, renewed, third] = [word('ann'), word('bo'), word('ann'), word('cy')]
    expect(signOffOf(TWO_CLINICAL, [old, second, renewed]).words).toEqual([second, renewed])
    expect(signOffOf(TWO_CLINICAL, [old, second, third]).words).toEqual([second, third])
  })

  test('or it says what is open', () => {
    const plan: Plan = [
      {kind: 'clinical', people: 2, field: 'pharmacy'},
      {kind: 'readerPanel', people: 1},
    ]
    const {requirements} = signOffOf(plan, [word('ann', {fields: ['pharmacy']})])
    expect(progressText(requirements)).toBe('1 of 2 clinical (Pharmacy), 0 of 1 reader panel')
  })
})

describe('an urgent correction comes out before its plan is met', () => {
  const plan: Plan = [...TWO_CLINICAL, ...LEGAL]

  test('if two clinical reviewers ask for it within an hour', () => {
    const first = word('ann', {urgent: true})
    const second = word('bo', {urgent: true, decidedAt: later(60, first)})
    expect(signOffOf(plan, [first])).toMatchObject({state: 'open', words: []})
    expect(signOffOf(plan, [first, second])).toMatchObject({
      state: 'urgent',
      words: [first, second],
    })
    expect(signOffOf(plan, [first, second, word('cy', {kind: 'legal'})]).state).toBe('met')
  })

  test.each<[string, Partial<Decision>]>([
    ['the second comes later than an hour', {decidedAt: '2026-01-02T10:00:00Z'}],
    ['the log dates it later than an hour', {filedAt: '2026-01-02T10:00:00Z'}],
    ['the second does not ask for it', {urgent: false}],
    ['both are the same person', {reviewer: 'ann'}],
    ['the second word is not clinical', {kind: 'editorial'}],
  ])('but not if %s', (_, more) => {
    const first = word('ann', {urgent: true})
    expect(signOffOf(plan, [first, word('bo', {urgent: true, ...more})]).state).toBe('open')
  })
})

test('a plan is never met by fewer people than it asks for, nor by words of other kinds', () => {
  const person = fc.constantFrom('ann', 'bo', 'cy')
  const kind = fc.constantFrom(...signOffKinds)
  fc.assert(
    fc.property(
      fc.array(fc.record({kind, people: fc.integer({min: 1, max: 3})}), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.array(fc.record({person, kind}), {maxLength: 8}),
      (plan, given) => {
        const words = given.map((one) => word(one.person, {kind: one.kind}))
        const isMet = plan.every(
          (need) =>
            new Set(given.flatMap((one) => (one.kind === need.kind ? one.person : []))).size >=
            need.people,
        )
        expect(signOffOf(plan, words).state === 'met').toBe(isMet)
      },
    ),
  )
})
