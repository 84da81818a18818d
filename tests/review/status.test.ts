// The status of a document, as writers and reviewers see it.

import {expect, test} from 'vitest'
import type {Decision, DecisionKind} from '../../review/decision.ts'
import {statusOf, type Progress, type Status} from '../../review/status.ts'

function decided(decision: DecisionKind, revision: string, day: number): Decision {
  return {
    id: `${decision}-${day}`,
    subject: 'a',
    revision,
    decision,
    kind: 'clinical',
    reviewer: 'person-r',
    decidedAt: `2026-01-0${day}T10:00:00Z`,
  }
}

function submitted(revision: string, day: number) {
  return {
    id: `submission-${day}`,
    subject: 'a',
    revision,
    reviewers: ['person-r'],
    submittedAt: `2026-01-0${day}T10:00:00Z`,
  }
}

const cases: [string, Partial<Progress>, Status][] = [
  ['a new draft', {draft: '1'}, 'draft'],
  ['no text at all', {}, 'draft'],
  ['a draft that was submitted', {draft: '1', submissions: [submitted('1', 1)]}, 'inReview'],
  [
    'a draft that was edited after its submission',
    {draft: '2', submissions: [submitted('1', 1)]},
    'draft',
  ],
  [
    'a draft that was sent back',
    {
      draft: '1',
      submissions: [submitted('1', 1)],
      decisions: [decided('changesRequested', '1', 2)],
    },
    'changesRequested',
  ],
  [
    'a draft that was sent back and edited',
    {
      draft: '2',
      submissions: [submitted('1', 1)],
      decisions: [decided('changesRequested', '1', 2)],
    },
    'changesRequested',
  ],
  [
    'a draft that was sent back, edited and submitted again',
    {
      draft: '2',
      submissions: [submitted('1', 1), submitted('2', 3)],
      decisions: [decided('changesRequested', '1', 2)],
    },
    'inReview',
  ],
  [
    'a draft that was sent back and submitted again without a change',
    {
      draft: '1',
      submissions: [submitted('1', 1), submitted('1', 3)],
      decisions: [decided('changesRequested', '1', 2)],
    },
    'inReview',
  ],
  ['an approved draft', {draft: '1', decisions: [decided('approved', '1', 1)]}, 'approved'],
  [
    'an approved draft that is published',
    {published: '1', decisions: [decided('approved', '1', 1)]},
    'published',
  ],
  [
    'a draft with the same text as the published document',
    {draft: '1', published: '1', decisions: [decided('approved', '1', 1)]},
    'published',
  ],
  [
    'an edit of an approved text',
    {draft: '2', published: '1', decisions: [decided('approved', '1', 1)]},
    'editedSinceApproval',
  ],
  [
    'an edit that was published without approval',
    {published: '2', decisions: [decided('approved', '1', 1)]},
    'editedSinceApproval',
  ],
  [
    'a text that is due for review today',
    {published: '1', decisions: [decided('approved', '1', 1)], reviewDue: '2026-02-01'},
    'reviewDue',
  ],
  [
    'a text that is due for review tomorrow',
    {published: '1', decisions: [decided('approved', '1', 1)], reviewDue: '2026-02-02'},
    'published',
  ],
  [
    'a retracted text',
    {
      published: '1',
      decisions: [decided('approved', '1', 1), decided('retracted', '1', 2)],
    },
    'retracted',
  ],
  [
    'a new text after a retraction',
    {
      draft: '2',
      published: '1',
      decisions: [decided('approved', '1', 1), decided('retracted', '1', 2)],
      submissions: [submitted('2', 3)],
    },
    'inReview',
  ],
  [
    'a revision that was approved after it was sent back',
    {
      draft: '1',
      decisions: [decided('changesRequested', '1', 1), decided('approved', '1', 2)],
    },
    'approved',
  ],
  [
    'a draft that was approved and then sent back in another time zone',
    {
      draft: '2',
      decisions: [
        {...decided('approved', '1', 1), decidedAt: '2026-01-01T10:00:00+02:00'},
        {...decided('changesRequested', '1', 1), decidedAt: '2026-01-01T09:00:00Z'},
      ],
    },
    'changesRequested',
  ],
  [
    'a draft that was sent back and approved at the same moment',
    {draft: '2', decisions: [decided('changesRequested', '1', 1), decided('approved', '1', 1)]},
    'changesRequested',
  ],
  [
    'a draft that was sent back after its submission, with clocks in two time zones',
    {
      draft: '1',
      submissions: [{...submitted('1', 1), submittedAt: '2026-01-01T10:00:00+02:00'}],
      decisions: [{...decided('changesRequested', '1', 1), decidedAt: '2026-01-01T09:00:00Z'}],
    },
    'changesRequested',
  ],
]

test.each(cases)('%s', (_what, progress, status) => {
  expect(
    statusOf({
      draft: undefined,
      published: undefined,
      decisions: [],
      submissions: [],
      reviewDue: undefined,
      today: '2026-02-01',
      ...progress,
    }),
  ).toBe(status)
})
