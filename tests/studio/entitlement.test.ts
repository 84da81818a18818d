// Which words a person may give for a text, and whom a writer can ask for them.

import {expect, test} from 'vitest'
import type {Decision} from '../../review/decision.ts'
import {currentIn} from '../../review/next-review.ts'
import {signOffOf, type Plan} from '../../review/plan.ts'
import {
  hasGiven,
  kindsToGive,
  lacksMore,
  mayUrge,
  peopleToAsk,
} from '../../studio/review/entitlement.ts'
import {governanceWith} from '../support/governance.ts'
import {article, author, reviewer} from '../support/library.ts'

const TODAY = '2026-06-01'

function signer(roles: readonly string[], fields: readonly string[] = []) {
  return {roles, fields, registration: undefined}
}

/** A word of a reviewer without fields, whose next review is due on a day. */
function word(by: string, nextReview = '2027-06-01'): Decision {
  return {
    id: `word-${by}`,
    subject: 'article',
    revision: '1',
    decision: 'approved',
    kind: 'clinical',
    reviewer: by,
    fields: [],
    nextReview,
    decidedAt: '2026-05-01T10:00:00Z',
  }
}

function requirementsOf(plan: Plan, words: readonly Decision[] = []) {
  return currentIn(signOffOf(plan, words), {type: 'article', reviewInterval: undefined}, TODAY)
}

const plan: Plan = [
  {kind: 'clinical', people: 2},
  {kind: 'clinical', people: 1, field: 'painMedicine'},
  {kind: 'legal', people: 1},
]

test('a person may give the words that their page allows and that are missing', () => {
  const missing = requirementsOf(plan)
  expect(kindsToGive(missing, 'me', signer(['reviewer', 'legalReviewer']))).toEqual([
    'clinical',
    'legal',
  ])
  expect(kindsToGive(missing, 'me', signer(['editor', 'author']))).toEqual([])
  expect(kindsToGive(missing, 'me', undefined)).toEqual([])
  // Two clinical words are there, and only one of a person qualified in pain medicine is missing.
  const later = requirementsOf(plan, [word('rae'), word('sam')])
  expect(kindsToGive(later, 'me', signer(['reviewer'], ['radiology']))).toEqual([])
  expect(kindsToGive(later, 'me', signer(['reviewer'], ['painMedicine']))).toEqual(['clinical'])
})

test('a person gives each kind of word once, and a clinician can still ask for an urgent correction', () => {
  const both = signer(['reviewer', 'legalReviewer'])
  const open = requirementsOf(plan, [word('rae')])
  expect(kindsToGive(open, 'rae', both)).toEqual(['legal'])
  expect(kindsToGive(open, 'rae', signer(['reviewer']))).toEqual([])
  expect(mayUrge(open, 'rae', signer(['reviewer']))).toBe(true)
  expect(mayUrge(open, 'sam', signer(['reviewer']))).toBe(false)
  expect(mayUrge(open, 'rae', signer(['legalReviewer']))).toBe(false)
  const met = requirementsOf([{kind: 'clinical', people: 1}], [word('rae')])
  expect(mayUrge(met, 'rae', signer(['reviewer']))).toBe(false)
})

test('a word that is due for review has to be given again, also by the same person', () => {
  const requirements = requirementsOf(
    [{kind: 'clinical', people: 2}],
    [word('rae', TODAY), word('sam')],
  )
  expect(hasGiven(requirements, 'sam')).toBe(true)
  expect(hasGiven(requirements, 'rae')).toBe(false)
  expect(kindsToGive(requirements, 'me', signer(['reviewer']))).toEqual(['clinical'])
})

test('a correction can be urgent if words are missing after the word of the reviewer', () => {
  const two: Plan = [{kind: 'clinical', people: 2}]
  expect(lacksMore(requirementsOf(two), 'clinical', signer(['reviewer']))).toBe(true)
  expect(lacksMore(requirementsOf(two, [word('rae')]), 'clinical', signer(['reviewer']))).toBe(
    false,
  )
  const qualified: Plan = [
    {kind: 'clinical', people: 1},
    {kind: 'clinical', people: 1, field: 'painMedicine'},
  ]
  // One word of a reviewer who is qualified in the field meets both.
  const missing = requirementsOf(qualified)
  expect(lacksMore(missing, 'clinical', signer(['reviewer'], ['painMedicine']))).toBe(false)
  expect(lacksMore(missing, 'clinical', signer(['reviewer']))).toBe(true)
})

test('a writer can ask those who may give a word that is missing, but not the authors', () => {
  const expired = {
    ...reviewer,
    _id: 'expired',
    registration: {
      body: 'A register',
      number: '1',
      validFrom: '2020-01-01',
      validUntil: '2021-01-01',
    },
  }
  const governance = governanceWith([
    {...reviewer, _id: 'second', name: 'Sue Second'},
    {...author, roles: ['author', 'reviewer']},
    expired,
  ])
  const request = {id: article._id, type: 'article', authors: ['author']}
  const asked = (requirements: ReturnType<typeof requirementsOf>, me: string) =>
    peopleToAsk({...request, requirements}, governance, me).map(({id}) => id)
  const two: Plan = [{kind: 'clinical', people: 2}]
  expect(asked(requirementsOf(two), 'writer')).toEqual(['reviewer', 'second'])
  expect(asked(requirementsOf(two), 'second')).toEqual(['reviewer'])
  expect(asked(requirementsOf(two, [word('reviewer')]), 'writer')).toEqual(['second'])
})
