// The numbers and lists of the dashboard, and the lists of due reviews.

import {describe, expect, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import type {Decision} from '../../review/decision.ts'
import {governedTypes} from '../../review/governed.ts'
import {dueOn} from '../../review/next-review.ts'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {submissionOf} from '../../studio/actions/submission-form.tsx'
import {loadOverview} from '../../studio/dashboard/load-overview.ts'
import {overviewOf, summaryOf} from '../../studio/dashboard/overview.ts'
import {dueByUrgency, withRevisions} from '../../studio/review/due.ts'
import {peopleToAsk} from '../../studio/review/entitlement.ts'
import {caseIn, type Governance} from '../../studio/review/governance.ts'
import {DUE_QUERY, parseDueRecords} from '../../studio/review/records.ts'
import {writeDataset} from '../support/command.ts'
import {governanceWith} from '../support/governance.ts'
import {freshFolder, guardedLake, lakeWith} from '../support/lake.ts'
import {
  article,
  author,
  clinic,
  condition,
  faq,
  library,
  makeDecision,
  reference,
  reviewer,
  settings,
} from '../support/library.ts'

const TODAY = '2026-06-01'

function decided(
  document: StoredDocument,
  decision: Decision['decision'],
  day: string,
  more: Partial<Decision> = {},
): Decision {
  return {
    id: `review-${document._id}-${day}`,
    subject: document._id,
    revision: revisionOf(document),
    decision,
    kind: 'clinical',
    reviewer: 'reviewer',
    decidedAt: `${day}T10:00:00Z`,
    ...more,
  }
}

const usual = governanceWith([{...author, roles: ['author', 'reviewer']}])

function draftOf(document: StoredDocument): StoredDocument {
  return {
    ...document,
    _id: `drafts.${document._id}`,
  }
}

function overview(
  documents: readonly StoredDocument[],
  decisions: readonly Decision[] = [],
  governance: Governance = usual,
) {
  return overviewOf(
    {
      summaries: documents.map((document) => summaryOf(document, governance.plans)),
      decisions,
      submissions: [],
      governance,
    },
    TODAY,
  )
}

describe('a review is due', () => {
  const due = (decisions: readonly Decision[], reviewInterval: unknown) =>
    dueOn(
      {...summaryOf({...article, reviewInterval}, []), revision: revisionOf(article)},
      caseIn(usual, 'article', decisions),
    )

  test('after as many months as the document says, or after 24', () => {
    const approval = decided(article, 'approved', '2025-01-31')
    expect(due([approval], 1)).toBe('2025-02-28')
    expect(due([approval], undefined)).toBe('2027-01-31')
  })

  test('on the day that the newest approval names', () => {
    const first = decided(article, 'approved', '2025-01-31', {nextReview: '2025-03-01'})
    const second = decided(article, 'approved', '2025-02-15', {nextReview: '2026-02-15'})
    expect(due([second, first], 24)).toBe('2026-02-15')
  })

  test('never, if the text was not approved, was sent back, or was retracted', () => {
    const approval = decided(article, 'approved', '2025-01-31')
    expect(due([], 24)).toBeUndefined()
    expect(due([decided(article, 'changesRequested', '2025-01-31')], 24)).toBeUndefined()
    expect(due([approval, decided(article, 'retracted', '2025-02-01')], 24)).toBeUndefined()
    expect(due([approval, decided(article, 'changesRequested', '2025-02-01')], 24)).toBeUndefined()
  })

  test('by the stricter of two decisions at the same moment, in either order', () => {
    const approval = decided(article, 'approved', '2025-01-31')
    const retraction = decided(article, 'retracted', '2025-01-31')
    expect(due([approval, retraction], 24)).toBeUndefined()
    expect(due([retraction, approval], 24)).toBeUndefined()
  })

  test('by the decision on the published text, not by the approval of a draft', () => {
    const edited = {...draftOf(article), title: 'Another title'}
    const first = decided(article, 'approved', '2024-01-15')
    const ofDraft = {...decided(edited, 'approved', '2026-05-01'), subject: article._id}
    expect(due([first, ofDraft], 24)).toBe('2026-01-15')
    // If the published text is not settled, readers have an earlier one.
    expect(due([{...first, revision: 'earlier'}], 24)).toBe('2026-01-15')
  })

  test('one list shows late reviews, the latest first, and another those within 60 days', () => {
    const due = (id: string, nextReview: string) =>
      decided({...article, _id: id}, 'approved', '2025-01-01', {nextReview})
    const ids = ['today', 'late', 'tomorrow', 'in-60-days', 'in-61-days', 'not-approved']
    const records = {
      documents: ids.map((_id) => ({...summaryOf(article, []), _id, revision: undefined})),
      governance: usual,
      decisions: [
        due('today', TODAY),
        due('late', '2026-05-01'),
        due('tomorrow', '2026-06-02'),
        due('in-60-days', '2026-07-31'),
        due('in-61-days', '2026-08-01'),
        due('not-published', '2026-05-01'),
      ],
    }
    const idsOf = (urgency: 'overdue' | 'soon') =>
      dueByUrgency(records, urgency, TODAY).map(({id}) => id)
    expect(idsOf('overdue')).toEqual(['late', 'today'])
    expect(idsOf('soon')).toEqual(['tomorrow', 'in-60-days'])
  })
})

test('an overdue published text stays on the list when its draft is approved', async () => {
  const edited = {...draftOf(article), title: 'Another title'}
  const records = [
    makeDecision(article, 'approved', {decidedAt: '2024-01-15T10:00:00Z'}),
    {
      ...makeDecision(edited, 'approved', {decidedAt: '2026-05-01T10:00:00Z'}),
      subject: {...reference(article._id), _weak: true},
    },
  ]
  const {client} = await lakeWith([
    ...library.filter(({_type, kind}) => _type !== 'review' || kind === 'administrative'),
    edited,
    ...records,
  ])
  const answer = await client.fetch<unknown>(
    DUE_QUERY,
    {governed: [...governedTypes]},
    {perspective: 'raw'},
  )
  const due = await withRevisions(client, parseDueRecords(answer))
  expect(dueByUrgency(due, 'overdue', TODAY).map(({id}) => id)).toContain('article')
})

describe('the overview', () => {
  test('a document counts once, by its draft if the draft has a new text', async () => {
    const edited = {...draftOf(article), title: 'Another title'}
    const decisions = [
      decided(article, 'approved', '2026-05-01'),
      decided(faq, 'approved', '2026-05-01'),
    ]
    const {total, counts} = await overview([edited, article, draftOf(faq), faq], decisions)
    expect(total).toBe(2)
    expect(Object.fromEntries(counts)).toEqual({editedSinceApproval: 1, published: 1})
  })

  test('an overdue text is listed with its day, also while it has a draft', async () => {
    const edited = {...draftOf(article), title: 'Another title'}
    const decisions = [
      decided(article, 'approved', '2024-01-15', {nextReview: '2026-01-15'}),
      decided(faq, 'approved', '2024-06-01', {nextReview: '2026-06-20'}),
    ]
    const {overdue, dueSoon} = await overview([article, edited, faq], decisions)
    expect(overdue).toEqual([
      {id: 'article', type: 'article', title: 'What is prolotherapy?', due: '2026-01-15'},
    ])
    expect(dueSoon).toBe(1)
  })

  test('an overdue text stays overdue until its approved draft is published', async () => {
    const edited = {...draftOf(article), title: 'Another title'}
    const {overdue, counts} = await overview(
      [article, edited],
      [
        decided(article, 'approved', '2024-01-15'),
        {...decided(edited, 'approved', '2026-05-01'), subject: article._id},
      ],
    )
    expect(overdue).toMatchObject([{id: 'article', due: '2026-01-15'}])
    expect(Object.fromEntries(counts)).toEqual({approved: 1})
  })

  test.each<[string, readonly Decision[], string | undefined, string | undefined]>([
    ['never reviewed', [], 'no reviewer has approved it', 'nothing'],
    ['approved', [decided(article, 'approved', '2026-05-01')], undefined, undefined],
    ['retracted', [decided(article, 'retracted', '2026-05-01')], undefined, undefined],
    [
      'approved by its own author',
      [decided(article, 'approved', '2026-05-01', {reviewer: 'author'})],
      'only its own author has approved it',
      'nothing',
    ],
    [
      'sent back',
      [decided(article, 'changesRequested', '2026-05-01')],
      'a reviewer has asked for changes',
      'nothing',
    ],
    [
      'published again after its approval',
      [decided(article, 'approved', '2026-05-01', {revision: 'earlier'})],
      'it was edited after its last approval',
      'lastApproved',
    ],
    [
      'published again after its retraction',
      [
        decided(article, 'approved', '2026-04-01', {revision: 'earlier'}),
        decided(article, 'retracted', '2026-05-01', {revision: 'earlier'}),
      ],
      'a reviewer has retracted it',
      'notice',
    ],
    [
      'published again after an approval and a retraction at the same moment',
      [
        decided(article, 'retracted', '2026-05-01', {revision: 'earlier'}),
        decided(article, 'approved', '2026-05-01', {revision: 'earlier'}),
      ],
      'a reviewer has retracted it',
      'notice',
    ],
    [
      'published again after its retraction in another time zone',
      [
        decided(article, 'approved', '2026-05-01', {
          revision: 'earlier',
          decidedAt: '2026-05-01T11:00:00+02:00',
        }),
        decided(article, 'retracted', '2026-05-01', {revision: 'earlier'}),
      ],
      'a reviewer has retracted it',
      'notice',
    ],
  ])('an article that was %s', async (_, decisions, reason, inPlace) => {
    const {unapproved} = await overview([article], decisions)
    expect(unapproved).toMatchObject(
      reason === undefined
        ? []
        : [{id: 'article', type: 'article', title: 'What is prolotherapy?', reason, inPlace}],
    )
  })

  test('a draft that was never published is not listed, because no export reads it', async () => {
    expect((await overview([draftOf(article)])).unapproved).toEqual([])
  })

  test('a published text waits for its first request if it has no draft and no decision', async () => {
    const waiting = async (...parameters: Parameters<typeof overview>) =>
      (await overview(...parameters)).unapproved.map(({isUnasked}) => isUnasked)
    expect(await waiting([article])).toEqual([true])
    expect(await waiting([article, draftOf(article)])).toEqual([false])
    const sentBack = decided(article, 'changesRequested', '2026-05-01')
    expect(await waiting([article], [sentBack])).toEqual([false])
  })
})

const legalReviewer = {...author, _id: 'lawyer', name: 'Lee Lawyer', roles: ['legalReviewer']}
const second = {...reviewer, _id: 'second', name: 'Sue Second'}
const strict = governanceWith([legalReviewer, second], {
  ...settings,
  signOff: [
    {
      _type: 'planRule',
      _key: 'p',
      requirements: [
        {_type: 'planRequirement', _key: 'c', kind: 'clinical', people: 2},
        {_type: 'planRequirement', _key: 'l', kind: 'legal', people: 1},
      ],
    },
  ],
})

describe('with a plan that asks for two clinical words and a legal one', () => {
  const first = decided(article, 'approved', '2026-05-01', {urgent: true})
  const other = decided(article, 'approved', '2026-05-01', {
    id: 'other',
    urgent: true,
    reviewer: 'second',
  })
  const legal = decided(article, 'approved', '2026-05-02', {kind: 'legal', reviewer: 'lawyer'})

  test('a published text with one word is not approved, and its other words can be asked for', async () => {
    const {unapproved} = await overview([article], [first], strict)
    expect(unapproved).toMatchObject([
      {
        reason: 'its sign-off is not complete (1 of 2 clinical, 0 of 1 legal)',
        inPlace: 'nothing',
        isUnasked: true,
      },
    ])
    const [text] = unapproved
    expect(
      text &&
        submissionOf(text, {by: 'person-writer', note: '', neededBy: '', reviewers: ['second']}),
    ).toMatchObject({
      requirements: [
        {kind: 'clinical', people: 1},
        {kind: 'legal', people: 1},
      ],
    })
    expect(text && peopleToAsk(text, strict, 'me')).toEqual([
      {id: 'lawyer', name: 'Lee Lawyer', kinds: ['legal']},
      {id: 'second', name: 'Sue Second', kinds: ['clinical']},
    ])
  })

  test('an urgent correction is listed until all words are given', async () => {
    const before = {...first, id: 'before', revision: 'an earlier text'}
    const {urgent, unapproved, counts} = await overview([article], [before, first, other], strict)
    expect(urgent).toEqual([
      {
        id: 'article',
        type: 'article',
        title: 'What is prolotherapy?',
        progress: '2 of 2 clinical, 0 of 1 legal',
      },
    ])
    expect(unapproved).toEqual([])
    expect(Object.fromEntries(counts)).toEqual({urgent: 1})
    expect((await overview([article], [first, other, legal], strict)).urgent).toEqual([])
  })
})

test('a page of a person and the site settings are among the texts without approval, and administrators are asked', async () => {
  const newcomer = {...reviewer, _id: 'newcomer', name: 'Nell Newcomer'}
  const {unapproved} = await overview([newcomer, settings])
  expect(unapproved).toMatchObject([
    {id: 'newcomer', reason: 'no administrator has approved it', isUnasked: true},
    {id: 'siteSettings', reason: 'no administrator has approved it', isUnasked: true},
  ])
  for (const text of unapproved) {
    expect(peopleToAsk(text, usual, 'administrator').map(({id}) => id)).toEqual(['deputy'])
  }
})

test('in a lake from before clinics and conditions were governed, all of them can be submitted at once', async () => {
  const {lake, as} = guardedLake()
  const folder = await freshFolder()
  await importDataset(lake, writeDataset(folder, [...library, clinic, condition]))
  const {signal} = new AbortController()
  const read = async () => (await loadOverview(as('writer'), signal)).unapproved
  const texts = await read()
  expect(texts).toMatchObject([
    {id: 'condition', reason: 'no reviewer has approved it', isUnasked: true},
    {id: 'clinic', reason: 'no reviewer has approved it', isUnasked: true},
  ])
  const transaction = as('writer').transaction()
  for (const text of texts) {
    transaction.create(
      submissionOf(text, {by: 'person-writer', note: '', neededBy: '', reviewers: ['reviewer']}),
    )
  }
  await transaction.commit()
  expect((await read()).map(({isUnasked}) => isUnasked)).toEqual([false, false])
})
