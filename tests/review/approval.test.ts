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

const clinician = {roles: ['reviewer'], fields: [], registration: undefined}

function revisions(...names: string[]) {
  return names.map((revision) => ({
    revision,
    authors: ['ann'],
    plan: [{kind: 'clinical' as const, people: 1}],
    reviewInterval: undefined,
  }))
}

function decided(decisions: readonly Decision[]) {
  const signers = new Map([
    ...['rae', 'bo', 'ann'].map((name) => [name, clinician] as const),
    ['lee', {...clinician, roles: ['legalReviewer']}],
  ])
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

/** A decision that says that only the form changed. */
function cosmetic(revision: string, day: number, reviewer = 'rae'): Decision {
  return {...decide(revision, 'approved', day, reviewer), cosmetic: true}
}

const TWO_PEOPLE = [{kind: 'clinical' as const, people: 2}]
const WITH_LAWYER = [
  {kind: 'clinical' as const, people: 1},
  {kind: 'legal' as const, people: 1},
]

/** Approvals by the two clinicians, who ask for an urgent correction. */
function hurried(revision: string, day: number, isCosmetic: boolean): Decision[] {
  return ['rae', 'bo'].map((reviewer) => ({
    ...decide(revision, 'approved', day, reviewer),
    urgent: true,
    cosmetic: isCosmetic,
  }))
}

function legal(decision: Decision): Decision {
  return {...decision, kind: 'legal', reviewer: 'lee'}
}

test.each<[string, Decision[], string[], object?]>([
  ['there is no earlier text', [cosmetic('b', 1)], []],
  ['the change is cosmetic', [decide('a', 'approved', 1), cosmetic('b', 2)], ['a']],
  [
    'what has to be corrected now cannot be cosmetic',
    [decide('a', 'approved', 1), {...cosmetic('b', 2), urgent: true}],
    [],
  ],
  ['the change is not cosmetic', [decide('a', 'approved', 1), decide('b', 'approved', 2)], []],
  [
    'all changes since are cosmetic',
    [decide('a', 'approved', 1), cosmetic('c', 2), cosmetic('b', 3)],
    ['c', 'a'],
  ],
  [
    'an older change was not',
    [decide('a', 'approved', 1), decide('c', 'approved', 2), cosmetic('b', 3)],
    ['c'],
  ],
  [
    'an older change was cosmetic and the last one was not',
    [decide('a', 'approved', 1), cosmetic('c', 2), decide('b', 'approved', 3)],
    [],
  ],
  [
    'its approval was renewed since, which says nothing about changes',
    [decide('a', 'approved', 1), cosmetic('b', 2), decide('b', 'approved', 9)],
    ['a'],
  ],
  [
    'a renewal cannot make it cosmetic',
    [decide('a', 'approved', 1), decide('b', 'approved', 2), cosmetic('b', 3)],
    [],
  ],
  [
    'the earlier approval was renewed before',
    [decide('a', 'approved', 1), decide('a', 'approved', 5), cosmetic('b', 6)],
    ['a'],
  ],
  [
    'an approval in between was taken back, because the reviewer compared with that text',
    [
      decide('a', 'approved', 1),
      decide('c', 'approved', 2),
      decide('c', 'changesRequested', 3),
      cosmetic('b', 4),
    ],
    [],
  ],
  [
    'its own approval was taken back and given again',
    [
      decide('a', 'approved', 1),
      cosmetic('b', 2),
      decide('b', 'changesRequested', 3),
      cosmetic('b', 4),
    ],
    [],
  ],
  [
    'the earlier approval was taken back',
    [decide('a', 'approved', 1), decide('a', 'changesRequested', 2), cosmetic('b', 3)],
    [],
  ],
  [
    'a text that was never approved was sent back in between',
    [decide('a', 'approved', 1), decide('c', 'changesRequested', 2), cosmetic('b', 3)],
    ['a'],
  ],
  [
    'a text was retracted in between',
    [decide('a', 'approved', 1), decide('a', 'retracted', 2), cosmetic('b', 3)],
    [],
  ],
  ['both texts were approved at one moment', [decide('a', 'approved', 1), cosmetic('b', 1)], []],
  [
    'another text was approved at the moment of its approval, before or after it',
    [decide('a', 'approved', 1), cosmetic('b', 2), decide('c', 'approved', 2)],
    [],
  ],
  [
    'the earlier text came back and went again',
    [decide('a', 'approved', 1), cosmetic('b', 2), cosmetic('a', 3), cosmetic('b', 4)],
    ['a'],
  ],
  [
    'the text in between has the word of a reviewer who has left',
    [decide('a', 'approved', 1), cosmetic('c', 2, 'gone'), cosmetic('b', 3)],
    [],
  ],
  [
    'the reviewer who said so has left',
    [decide('a', 'approved', 1), cosmetic('b', 2, 'gone'), decide('b', 'approved', 3)],
    [],
  ],
  [
    'the reviewer of the earlier text has left, and another one renewed its approval',
    [decide('a', 'approved', 1, 'gone'), decide('a', 'approved', 2), cosmetic('b', 3)],
    ['a'],
  ],
  [
    'an author of the newer text approved the text in between',
    [decide('a', 'approved', 1), decide('c', 'approved', 2, 'ann'), cosmetic('b', 3)],
    [],
  ],
  [
    'both of two people say so',
    [
      decide('a', 'approved', 1),
      decide('a', 'approved', 2, 'bo'),
      cosmetic('b', 3),
      cosmetic('b', 4, 'bo'),
    ],
    ['a'],
    {plan: TWO_PEOPLE},
  ],
  [
    'one of two people does not say so',
    [
      decide('a', 'approved', 1),
      decide('a', 'approved', 2, 'bo'),
      cosmetic('b', 3),
      decide('b', 'approved', 4, 'bo'),
    ],
    [],
    {plan: TWO_PEOPLE},
  ],
  [
    'one of two people compared with an older text',
    [
      decide('a', 'approved', 1),
      decide('a', 'approved', 2, 'bo'),
      cosmetic('b', 3),
      cosmetic('c', 4),
      cosmetic('c', 5, 'bo'),
      cosmetic('b', 6, 'bo'),
    ],
    [],
    {plan: TWO_PEOPLE},
  ],
  [
    'a word that does not count says nothing of it, beside others that do',
    [
      decide('a', 'approved', 1),
      legal(decide('a', 'approved', 2)),
      decide('b', 'approved', 3, 'gone'),
      cosmetic('b', 4),
      legal(cosmetic('b', 5)),
    ],
    [],
    {plan: WITH_LAWYER},
  ],
  [
    'it is an urgent correction so far, also if its word says that only the form changed',
    [decide('a', 'approved', 1), legal(decide('a', 'approved', 2)), ...hurried('b', 3, true)],
    [],
    {plan: WITH_LAWYER},
  ],
  [
    'the word that completes an urgent correction does not say so',
    [
      decide('a', 'approved', 1),
      legal(decide('a', 'approved', 2)),
      ...hurried('b', 3, true),
      legal(decide('b', 'approved', 4)),
    ],
    [],
    {plan: WITH_LAWYER},
  ],
  [
    'an urgent correction came in between, with which nobody compared',
    [
      decide('a', 'approved', 1),
      legal(decide('a', 'approved', 2)),
      ...hurried('c', 3, true),
      cosmetic('b', 4),
      legal(cosmetic('b', 5)),
    ],
    [],
    {plan: WITH_LAWYER},
  ],
  [
    'an urgent correction was taken back, and approved again with all words',
    [
      decide('a', 'approved', 1),
      legal(decide('a', 'approved', 2)),
      ...hurried('b', 3, true),
      decide('b', 'changesRequested', 4),
      cosmetic('b', 5),
      legal(cosmetic('b', 6)),
    ],
    [],
    {plan: WITH_LAWYER},
  ],
  [
    'words before a request for changes do not count, of which one did not say so',
    [
      decide('a', 'approved', 1),
      decide('a', 'approved', 2, 'bo'),
      decide('b', 'approved', 3),
      decide('b', 'changesRequested', 4),
      cosmetic('b', 5),
      cosmetic('b', 6, 'bo'),
    ],
    ['a'],
    {plan: TWO_PEOPLE},
  ],
  [
    'a person who has left sent the earlier text back',
    [decide('a', 'approved', 1), decide('a', 'changesRequested', 2, 'gone'), cosmetic('b', 3)],
    [],
  ],
  [
    'a text in between never met the plan',
    [
      decide('a', 'approved', 1),
      decide('a', 'approved', 2, 'bo'),
      decide('c', 'approved', 3),
      cosmetic('b', 4),
      cosmetic('b', 5, 'bo'),
    ],
    ['a'],
    {plan: TWO_PEOPLE},
  ],
])('which texts have the same message: %s', (_, decisions, same, more) => {
  const found = revisions('b').map((one) => approvalOf({...one, ...more}, decided(decisions)))
  expect(found.map((approval) => approval?.sameMessage)).toEqual([same])
})

test('a text that was replaced has the message of the one that replaced it, if that was cosmetic', () => {
  const place = (number: number, author: string, id: string, revision: string) => ({
    place: number,
    author,
    at: new Date(Date.UTC(2026, 0, number)).toISOString(),
    id,
    revision,
  })
  const approved = ['a', 'b'].map((revision, index) => {
    const decision = cosmetic(revision, 3 * index + 2, 'person-rae')
    return {decision, filed: [place(3 * index + 2, 'rae', decision.id, 'filed')]}
  })
  const file = {
    trail: ['a', 'b'].flatMap((revision, index) => {
      const first = 3 * index + 1
      return [
        place(first, 'wendy', 'drafts.article', revision),
        place(first + 2, 'wendy', 'article', revision),
      ]
    }),
    decisions: approved,
    administrators: new Set<string>(),
  }
  const about = caseOf(file, {type: 'article', signers: new Map([['person-rae', clinician]])})
  const [b, a] = revisions('b', 'a').map((one) => approvalOf(one, about))
  expect(a).toBeUndefined()
  expect(b?.sameMessage).toEqual(['a'])
})

test('an approval that never counted changes nothing about the message of others', () => {
  const never = decide('c', 'approved', 2)
  const decisions = [decide('a', 'approved', 1), never, cosmetic('b', 3)]
  const file = withoutLog(decisions, ({id}) => id === never.id)
  const about = caseOf(file, {type: 'article', signers: new Map([['rae', clinician]])})
  expect(revisions('b').map((one) => approvalOf(one, about)?.sameMessage)).toEqual([['a']])
})

// Renewals are left out: two approvals of one text never follow each other.
const changes = fc
  .array(fc.record({revision: names, cosmetic: fc.boolean(), isSentBack: fc.boolean()}))
  .map((list) => list.filter(({revision}, index) => revision !== list[index - 1]?.revision))

test('a translation stays only if every approval since its source was cosmetic', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const decisions = list.flatMap(({revision, cosmetic: isCosmetic, isSentBack}, index) => [
        {...decide(revision, 'approved', 2 * index), cosmetic: isCosmetic},
        ...(isSentBack ? [decide(revision, 'changesRequested', 2 * index + 1)] : []),
      ])
      const [last, ...before] = list.toReversed()
      if (!last || last.isSentBack) return
      const [candidate] = revisions(last.revision)
      const same = candidate && approvalOf(candidate, decided(decisions))?.sameMessage
      const others = new Set(before.map(({revision}) => revision))
      others.delete(last.revision)
      const stays = [...others].filter((source) => {
        const from = list.findLastIndex(({revision}) => revision === source)
        return (
          list.slice(from).every((one) => !one.isSentBack) &&
          list.slice(from + 1).every((one) => one.cosmetic)
        )
      })
      expect(new Set(same)).toEqual(new Set(stays))
    }),
  )
})
