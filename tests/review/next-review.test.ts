// The next review that the Studio shows for an open document.

import {expect, test} from 'vitest'
import type {Decision} from '../../review/decision.ts'
import {nextReviewDay} from '../../review/next-review.ts'
import {caseOf, withoutLog} from '../../review/trail.ts'

const clinician = {roles: ['reviewer'], fields: [], registration: undefined}

function decidedBy(...decisions: readonly Decision[]) {
  return caseOf(withoutLog(decisions), {type: 'faq', signers: new Map([['person-r', clinician]])})
}

function approved(revision: string, year: number, nextReview?: string): Decision {
  return {
    id: `review-${year}`,
    subject: 'a',
    revision,
    decision: 'approved',
    kind: 'clinical',
    reviewer: 'person-r',
    decidedAt: `${year}-01-01T10:00:00Z`,
    nextReview,
  }
}

function textOf(revision: string) {
  return {
    revision,
    plan: [{kind: 'clinical' as const, people: 1}],
    reviewInterval: 12,
    authors: [],
  }
}

test('an approved draft has the next review that its own approval gives', () => {
  const old = approved('1', 2025, '2025-06-01')
  const texts = {type: 'faq', draft: textOf('2'), published: textOf('1')}
  expect(nextReviewDay(texts, decidedBy(old))).toBe('2025-06-01')
  expect(nextReviewDay(texts, decidedBy(old, approved('2', 2026)))).toBe('2027-01-01')
})
