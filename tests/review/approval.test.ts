// The newest decision on the newest settled revision decides which revision readers see.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {approvalOf, standingOf} from '../../review/approval.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision, DecisionKind} from '../../review/decision.ts'
import {caseOf, withoutLog} from '../../review/trail.ts'

let count = 0
function decide(revision: string, decision: DecisionKind, day: number, reviewer = 'rae'): Decision {
  return {
    id: `d${count++}`,
    subject: 'article',
    revision,
    decision,
    kind: 'clinical',
    reviewer,
    decidedAt: new Date(Date.UTC(2026, 0, day)).toISOString(),
  }
}

function revisions(...names: string[]) {
  return names.map((revision) => ({
    revision,
    authors: ['ann'],
    plan: [{kind: 'clinical' as const, people: 1}],
    reviewInterval: undefined,
  }))
}

function decided(decisions: readonly Decision[]) {
  const clinician = {roles: ['reviewer'], fields: [], registration: undefined}
  const signers = new Map(['rae', 'ann'].map((name) => [name, clinician]))
  return caseOf(withoutLog(decisions), {type: 'article', signers})
}

test.each<[string, string[], Decision[], string, string | undefined]>([
  ['nothing decided', ['b', 'a'], [], 'unapproved', undefined],
  ['the newest approved', ['b', 'a'], [decide('b', 'approved', 1)], 'approved', 'b'],
  ['edited since', ['b', 'a'], [decide('a', 'approved', 1)], 'approved', 'a'],
  [
    'sent back, older approved',
    ['b', 'a'],
    [decide('a', 'approved', 1), decide('b', 'changesRequested', 2)],
    'approved',
    'a',
  ],
  [
    'approved, then sent back',
    ['a'],
    [decide('a', 'approved', 1), decide('a', 'changesRequested', 2)],
    'unapproved',
    undefined,
  ],
  [
    'sent back, then approved',
    ['a'],
    [decide('a', 'changesRequested', 1), decide('a', 'approved', 2)],
    'approved',
    'a',
  ],
  ['retracted', ['a'], [decide('a', 'approved', 1), decide('a', 'retracted', 2)], 'retracted', 'a'],
  [
    'retracted, older approved',
    ['b', 'a'],
    [decide('a', 'approved', 1), decide('b', 'retracted', 2)],
    'retracted',
    'b',
  ],
  [
    'retracted, then edited',
    ['c', 'b'],
    [decide('b', 'approved', 1), decide('b', 'retracted', 2)],
    'retracted',
    'b',
  ],
  [
    'retracted, edited, approved again',
    ['c', 'b'],
    [decide('b', 'retracted', 2), decide('c', 'approved', 3)],
    'approved',
    'c',
  ],
  [
    'approved and retracted at the same moment',
    ['a'],
    [decide('a', 'retracted', 1), decide('a', 'approved', 1)],
    'retracted',
    'a',
  ],
  [
    'retracted, then the older approved text is published again',
    ['a', 'b', 'a'],
    [decide('a', 'approved', 1), decide('b', 'approved', 2), decide('b', 'retracted', 3)],
    'retracted',
    'b',
  ],
  [
    'a draft retracted',
    ['a'],
    [decide('a', 'approved', 1), decide('b', 'retracted', 2)],
    'retracted',
    'a',
  ],
  [
    'approved, then sent back, with an older approved text',
    ['b', 'a'],
    [decide('a', 'approved', 1), decide('b', 'approved', 2), decide('b', 'changesRequested', 3)],
    'unapproved',
    undefined,
  ],
  [
    'retracted later by the log, though earlier by the stated time',
    ['a'],
    [
      {...decide('a', 'retracted', 1), place: 2},
      {...decide('a', 'approved', 2), place: 1},
    ],
    'retracted',
    'a',
  ],
  ['approved by its author', ['a'], [decide('a', 'approved', 1, 'ann')], 'unapproved', undefined],
  [
    'retracted by its author',
    ['a'],
    [decide('a', 'approved', 1), decide('a', 'retracted', 2, 'ann')],
    'retracted',
    'a',
  ],
])('%s', async (_, published, decisions, state, shown) => {
  const standing = await standingOf(revisions(...published), decided(decisions))
  expect(standing.state).toBe(state)
  if (standing.state !== 'unapproved') expect(standing.candidate.revision).toBe(shown)
})

const kinds = fc.constantFrom<DecisionKind>('approved', 'changesRequested', 'retracted')
const names = fc.constantFrom('a', 'b', 'c', 'd')
const decisionLists = fc.array(
  fc.record({revision: names, decision: kinds, day: fc.integer({min: 1, max: 20})}),
)

test('the order in which decisions are read does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, async (list) => {
      const decisions = list.map(({revision, decision, day}) => decide(revision, decision, day))
      const published = revisions('d', 'c', 'b', 'a')
      const one = await standingOf(published, decided(decisions))
      const other = await standingOf(published, decided(decisions.toReversed()))
      expect(other).toEqual(one)
    }),
  )
})

test('a revision is shown only if its newest decision is an approval', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, async (list) => {
      const decisions = list.map(({revision, decision, day}) => decide(revision, decision, day))
      const standing = await standingOf(revisions('d', 'c', 'b', 'a'), decided(decisions))
      if (standing.state !== 'approved') return
      const own = decisions.filter(({revision}) => revision === standing.candidate.revision)
      const newest = Math.max(...own.map(({decidedAt}) => Date.parse(decidedAt)))
      const last = own.filter(({decidedAt}) => Date.parse(decidedAt) === newest)
      expect(last.every(({decision}) => decision === 'approved')).toBe(true)
    }),
  )
})

test('the days that readers see are in order, and no decision after them moves one unless it ends the approval', () => {
  fc.assert(
    fc.property(decisionLists, decisionLists, (list, later) => {
      const decisions = list.map(({revision, decision, day}) => decide(revision, decision, day))
      const after = later.map(({revision, decision, day}) => decide(revision, decision, 20 + day))
      for (const candidate of revisions('a', 'b', 'c', 'd')) {
        const approval = approvalOf(candidate, decided(decisions))
        if (!approval) continue
        const {firstPublished, lastModified} = approval.dates
        const approvals = decisions.filter(({decision}) => decision === 'approved')
        const days = approvals.map(({decidedAt}) => dayOf(decidedAt))
        const own = approvals.filter(({revision}) => revision === candidate.revision)
        expect(days.every((day) => firstPublished <= day)).toBe(true)
        expect(own.every(({decidedAt}) => lastModified <= dayOf(decidedAt))).toBe(true)
        expect(days).toContain(firstPublished)
        expect(own.map(({decidedAt}) => dayOf(decidedAt))).toContain(lastModified)
        expect(firstPublished <= lastModified).toBe(true)
        expect(lastModified <= dayOf(approval.decision.decidedAt)).toBe(true)
        const renewed = approvalOf(candidate, decided([...decisions, ...after]))
        if (renewed) expect(renewed.dates).toEqual(approval.dates)
      }
    }),
  )
})
