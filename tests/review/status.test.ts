// The status of a document, as writers and reviewers see it.

import {expect, test} from 'vitest'
import type {Decision, DecisionKind} from '../../review/decision.ts'
import type {Plan} from '../../review/plan.ts'
import {statusOf, type Status} from '../../review/status.ts'
import type {Submission} from '../../review/submission.ts'
import {caseOf, withoutLog} from '../../review/trail.ts'

const CLINICAL: Plan = [{kind: 'clinical', people: 1}]
const TWO: Plan = [{kind: 'clinical', people: 2}]
const AND_LEGAL: Plan = [...TWO, {kind: 'legal', people: 1}]

const clinician = {roles: ['reviewer'], fields: [], registration: undefined}
const signers = new Map([
  ['person-r', clinician],
  ['person-s', clinician],
  ['person-l', {...clinician, roles: ['legalReviewer']}],
])

function decided(
  decision: DecisionKind,
  revision: string,
  day: number,
  more: Partial<Decision> = {},
): Decision {
  return {
    id: `${decision}-${day}-${more.reviewer}`,
    subject: 'a',
    revision,
    decision,
    kind: 'clinical',
    reviewer: 'person-r',
    decidedAt: `2026-01-0${day}T10:00:00Z`,
    ...more,
  }
}

function submitted(revision: string, day: number, requirements: Plan = []): Submission {
  return {
    id: `submission-${day}`,
    subject: 'a',
    revision,
    reviewers: ['person-r'],
    requirements,
    submittedAt: `2026-01-0${day}T10:00:00Z`,
  }
}

/** A document with the revisions of its texts, and what its plan asks for: by default one clinical word. */
interface Library {
  readonly draft?: string
  readonly published?: string
  readonly plan?: Plan
  readonly decisions?: readonly Decision[]
  readonly submissions?: readonly Submission[]
}

const cases: [string, Library, Status][] = [
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
    {published: '1', decisions: [decided('approved', '1', 1, {nextReview: '2026-02-01'})]},
    'reviewDue',
  ],
  [
    'a text that is due for review tomorrow',
    {published: '1', decisions: [decided('approved', '1', 1, {nextReview: '2026-02-02'})]},
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
    'a draft beside a retracted text',
    {
      draft: '2',
      published: '1',
      decisions: [decided('approved', '1', 1), decided('retracted', '1', 2)],
    },
    'retracted',
  ],
  [
    'a new text after a retraction, sent back',
    {
      draft: '3',
      published: '1',
      decisions: [
        decided('approved', '1', 1),
        decided('retracted', '1', 2),
        decided('changesRequested', '2', 3),
      ],
    },
    'changesRequested',
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
  [
    'a draft with the first of two words',
    {
      draft: '1',
      plan: TWO,
      submissions: [submitted('1', 1, TWO)],
      decisions: [decided('approved', '1', 2)],
    },
    'inReview',
  ],
  [
    'a draft with a first word for which no one was asked',
    {draft: '1', plan: TWO, decisions: [decided('approved', '1', 2)]},
    'inReview',
  ],
  [
    'a draft with two words of one reviewer, where two people are needed',
    {
      draft: '1',
      plan: TWO,
      decisions: [decided('approved', '1', 1), decided('approved', '1', 2)],
    },
    'inReview',
  ],
  [
    'a draft with both words',
    {
      draft: '1',
      plan: TWO,
      decisions: [decided('approved', '1', 1), decided('approved', '1', 2, {reviewer: 'person-s'})],
    },
    'approved',
  ],
  [
    'a draft that was sent back after its first word',
    {
      draft: '1',
      plan: TWO,
      submissions: [submitted('1', 1, TWO)],
      decisions: [
        decided('approved', '1', 2),
        decided('changesRequested', '1', 3, {reviewer: 'person-s'}),
      ],
    },
    'changesRequested',
  ],
  [
    'a draft that was edited after its first word',
    {draft: '2', plan: TWO, decisions: [decided('approved', '1', 1)]},
    'draft',
  ],
  [
    'a published text whose plan asks for more since',
    {published: '1', plan: TWO, decisions: [decided('approved', '1', 1)]},
    'inReview',
  ],
  [
    'a draft with two words for an urgent correction',
    {
      draft: '1',
      plan: AND_LEGAL,
      decisions: [
        decided('approved', '0', 1),
        decided('approved', '1', 1, {urgent: true}),
        decided('approved', '1', 1, {urgent: true, reviewer: 'person-s'}),
      ],
    },
    'urgent',
  ],
  [
    'a first draft with two words for an urgent correction',
    {
      draft: '1',
      plan: AND_LEGAL,
      decisions: [
        decided('approved', '1', 1, {urgent: true}),
        decided('approved', '1', 1, {urgent: true, reviewer: 'person-s'}),
      ],
    },
    'inReview',
  ],
  [
    'an urgent correction with all words',
    {
      published: '1',
      plan: AND_LEGAL,
      decisions: [
        decided('approved', '1', 1, {urgent: true}),
        decided('approved', '1', 1, {urgent: true, reviewer: 'person-s'}),
        decided('approved', '1', 2, {kind: 'legal', reviewer: 'person-l'}),
      ],
    },
    'published',
  ],
  [
    'a draft whose approval is by a user without a page',
    {draft: '1', decisions: [decided('approved', '1', 1, {reviewer: 'person-x'})]},
    'draft',
  ],
  [
    'a text for whose review both reviewers are late, after the first gave a word again',
    {
      published: '1',
      plan: TWO,
      decisions: [
        decided('approved', '1', 1, {nextReview: '2026-01-15'}),
        decided('approved', '1', 1, {nextReview: '2026-01-15', reviewer: 'person-s'}),
        decided('approved', '1', 2),
      ],
    },
    'reviewDue',
  ],
]

test.each(cases)('%s', (_what, library, status) => {
  const {draft, published, plan = CLINICAL, decisions = [], submissions = []} = library
  const candidate = (revision: string | undefined) =>
    revision === undefined ? undefined : {revision, authors: [], plan, reviewInterval: undefined}
  expect(
    statusOf({
      type: 'article',
      draft: candidate(draft),
      published: candidate(published),
      decided: caseOf(withoutLog(decisions), {type: 'article', signers}),
      submissions,
      today: '2026-02-01',
    }),
  ).toBe(status)
})

test('a page of a person is never due for review', () => {
  const page = {
    revision: '1',
    authors: [],
    plan: [{kind: 'administrative' as const, people: 1}],
    reviewInterval: undefined,
  }
  const approval = decided('approved', '1', 1, {kind: 'administrative', reviewer: 'person-a'})
  const administrators = new Map([['person-a', {...clinician, roles: ['administrator']}]])
  expect(
    statusOf({
      type: 'person',
      draft: undefined,
      published: page,
      decided: caseOf(withoutLog([approval]), {type: 'person', signers: administrators}),
      submissions: [],
      today: '2066-01-01',
    }),
  ).toBe('published')
})
