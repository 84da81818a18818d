// What the decision form says if other users act while a reviewer has it open.

import {expect, test} from 'vitest'
import {begunWith, overtakenSince} from '../../studio/review/overtaken.ts'

const request = {
  id: 'submission-1',
  subject: 'faq-rest',
  revision: 'first',
  reviewers: ['person-ann', 'person-bea'],
  asked: ['Ann', 'Bea'],
  requirements: [],
  submittedAt: '2026-01-01T10:00:00Z',
}

function decisionBy(name: string) {
  return {
    id: `review-${name}`,
    subject: 'faq-rest',
    revision: 'first',
    decision: 'changesRequested' as const,
    kind: 'clinical' as const,
    reviewer: `person-${name.toLowerCase()}`,
    by: name,
    decidedAt: '2026-01-01T11:00:00Z',
  }
}

const asked = {submissions: [request], decisions: [], revision: 'first', me: 'person-bea'}

function begun(now: typeof asked) {
  return begunWith(now, true) ?? expect.unreachable()
}

test('a reviewer reads what another reviewer decided meanwhile', () => {
  const now = {...asked, decisions: [decisionBy('Ann')]}
  expect(overtakenSince(begun(asked), now)).toMatchObject({
    decision: {what: 'Ann asked for changes', decidedAt: '2026-01-01T11:00:00Z'},
    isChanged: false,
  })
})

test('a reviewer reads nothing of the kind after a decision of their own', () => {
  expect(overtakenSince(begun(asked), asked)).toBeUndefined()
  const now = {...asked, decisions: [decisionBy('Bea')]}
  expect(overtakenSince(begun(asked), now)).toBeUndefined()
})

test('a reviewer reads that the text has changed, also if that was before the pane was opened', () => {
  const changed = {decision: undefined, isChanged: true}
  expect(overtakenSince(begun(asked), {...asked, revision: 'second'})).toEqual(changed)
  const late = {...asked, revision: 'second'}
  expect(overtakenSince(begunWith(late, false) ?? expect.unreachable(), late)).toEqual(changed)
})

test('a text that waits for no decision of the reviewer has nothing to be overtaken', () => {
  expect(begunWith({...asked, me: 'person-cleo'}, false)).toBeUndefined()
  expect(begunWith({...asked, decisions: [decisionBy('Ann')]}, false)).toBeUndefined()
})
