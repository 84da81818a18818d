// The numbers and lists of the dashboard, and the lists of due reviews.

import {describe, expect, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import {NO_PLANS} from '../../model/standing/plans.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {today} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {governedTypes, isPageType} from '../../review/governed.ts'
import {dueOn} from '../../review/next-review.ts'
import {revisionOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {submissionOf} from '../../studio/actions/submission-form.tsx'
import {loadOverview} from '../../studio/dashboard/load-overview.ts'
import {overviewOf, summaryOf, type Overview} from '../../studio/dashboard/overview.ts'
import {checksDue, dueByUrgency, withRevisions} from '../../studio/review/due.ts'
import {peopleToAsk} from '../../studio/review/entitlement.ts'
import {caseIn, type Governance} from '../../studio/review/governance.ts'
import {pagesFallingWith} from '../../studio/review/read-library.ts'
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
  therapy,
  withApprovals,
  withApproved,
  work,
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

/** How many documents have each status. */
function numbersIn(byStatus: Overview['byStatus']) {
  return Object.fromEntries([...byStatus].map(([status, documents]) => [status, documents.length]))
}

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
      {...summaryOf({...article, reviewInterval}, NO_PLANS), revision: revisionOf(article)},
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
      documents: ids.map((_id) => ({...summaryOf(article, NO_PLANS), _id, revision: undefined})),
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

test('a work is on the list of those to check some time after its check or its approval', async () => {
  const works = [
    {...work, _id: 'approved-long-ago'},
    {...work, _id: 'checked-long-ago', checkedOn: '2020-01-31'},
    {...work, _id: 'checked-later', checkedOn: '2026-05-31'},
    {...work, _id: 'known-to-be-retracted', status: 'retracted', checkedOn: '2020-01-31'},
    {...work, _id: 'never-approved'},
  ]
  const approvals = works
    .slice(0, -1)
    .map((one) => makeDecision(one, 'approved', {decidedAt: '2024-05-02T10:00:00Z'}))
  const {client} = await lakeWith([...library, ...works, ...approvals])
  const params = {governed: [...governedTypes]}
  const answer = await client.fetch<unknown>(DUE_QUERY, params, {perspective: 'raw'})
  const due = await withRevisions(client, parseDueRecords(answer))
  expect(checksDue(due, '2026-06-01')).toEqual([
    {id: 'checked-long-ago', type: 'citedWork', due: '2022-01-30'},
    {id: 'approved-long-ago', type: 'citedWork', due: '2026-05-02'},
  ])
})

describe('the overview', () => {
  test('a document counts once, by its draft if the draft has a new text', async () => {
    const edited = {...draftOf(article), title: 'Another title'}
    const decisions = [
      decided(article, 'approved', '2026-05-01'),
      decided(faq, 'approved', '2026-05-01'),
    ]
    const {total, byStatus} = overview([edited, article, draftOf(faq), faq], decisions)
    expect(total).toBe(2)
    expect(numbersIn(byStatus)).toEqual({editedSinceApproval: 1, published: 1})
  })

  test('an overdue text is listed with its day, also while it has a draft', async () => {
    const edited = {...draftOf(article), title: 'Another title'}
    const decisions = [
      decided(article, 'approved', '2024-01-15', {nextReview: '2026-01-15'}),
      decided(faq, 'approved', '2024-06-01', {nextReview: '2026-06-20'}),
    ]
    const {overdue, dueSoon} = overview([article, edited, faq], decisions)
    expect(overdue).toEqual([
      {id: 'article', type: 'article', title: 'What is prolotherapy?', due: '2026-01-15'},
    ])
    expect(dueSoon).toBe(1)
  })

  test('an overdue text stays overdue until its approved draft is published', async () => {
    const edited = {...draftOf(article), title: 'Another title'}
    const {overdue, byStatus} = overview(
      [article, edited],
      [
        decided(article, 'approved', '2024-01-15'),
        {...decided(edited, 'approved', '2026-05-01'), subject: article._id},
      ],
    )
    expect(overdue).toMatchObject([{id: 'article', due: '2026-01-15'}])
    expect(numbersIn(byStatus)).toEqual({approved: 1})
  })

  test.each<[string, readonly Decision[], boolean]>([
    ['never reviewed', [], true],
    ['approved', [decided(article, 'approved', '2026-05-01')], false],
    ['retracted', [decided(article, 'retracted', '2026-05-01')], false],
    [
      'approved by its own author',
      [decided(article, 'approved', '2026-05-01', {reviewer: 'author'})],
      true,
    ],
    ['sent back', [decided(article, 'changesRequested', '2026-05-01')], true],
    [
      'published again after its approval',
      [decided(article, 'approved', '2026-05-01', {revision: 'earlier'})],
      true,
    ],
    [
      'published again after its retraction',
      [
        decided(article, 'approved', '2026-04-01', {revision: 'earlier'}),
        decided(article, 'retracted', '2026-05-01', {revision: 'earlier'}),
      ],
      true,
    ],
    [
      'published again after an approval and a retraction at the same moment',
      [
        decided(article, 'retracted', '2026-05-01', {revision: 'earlier'}),
        decided(article, 'approved', '2026-05-01', {revision: 'earlier'}),
      ],
      true,
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
      true,
    ],
  ])('an article that was %s', (_, decisions, isListed) => {
    const {unapproved} = overview([article], decisions)
    expect(unapproved.map(({id}) => id)).toEqual(isListed ? ['article'] : [])
  })

  test('a draft that was never published is not listed, because no export reads it', async () => {
    expect(overview([draftOf(article)]).unapproved).toEqual([])
  })

  test('a published text waits for its first request if it has no draft and no decision', async () => {
    const waiting = (...parameters: Parameters<typeof overview>) =>
      overview(...parameters).unapproved.map(({isUnasked}) => isUnasked)
    expect(waiting([article])).toEqual([true])
    expect(waiting([article, draftOf(article)])).toEqual([false])
    const sentBack = decided(article, 'changesRequested', '2026-05-01')
    expect(waiting([article], [sentBack])).toEqual([false])
  })
})

describe('of published texts, the dashboard says what an export does:', () => {
  const long = {decidedAt: '2020-01-01T10:00:00Z'}
  /** The library with another decision on one of its documents. */
  const decidedAnew = (decision: StoredDocument) => {
    const subject = JSON.stringify(decision.subject)
    return [...library.filter((one) => JSON.stringify(one.subject) !== subject), decision]
  }

  test.each<[string, readonly StoredDocument[], readonly string[]]>([
    ['all approved', library, []],
    [
      'a question was retracted, and an article shows it',
      decidedAnew(makeDecision(faq, 'retracted')),
      ['article'],
    ],
    [
      'the reviews of a therapy expired, and pages show it',
      decidedAnew(makeDecision(therapy, 'approved', long)),
      ['article', 'therapy'],
    ],
    [
      'an article was sent back after its publication',
      decidedAnew(makeDecision(article, 'changesRequested')),
      ['article'],
    ],
    [
      'a work has an error, and an article cites it',
      library.map((one) => (one._id === work._id ? {...one, doi: 'none'} : one)),
      ['article', 'work'],
    ],
    [
      'a work was retracted by its journal, and an article cites it',
      withApproved({...work, status: 'retracted'}),
      ['article'],
    ],
    [
      'a guideline ended, and an article cites it',
      withApproved({...work, validUntil: '2026-01-31'}),
      ['article'],
    ],
    [
      'a work was retracted, and an answer, which does not help, says that the text says so',
      [
        ...withApproved({...work, status: 'retracted'}).filter(
          ({_id}) => _id !== 'article' && _id !== makeDecision(article)._id,
        ),
        ...withApprovals([
          {
            ...article,
            answers: [
              {
                _type: 'answer',
                _key: 'a',
                rule: 'evidence/lapsed',
                sentence: 'One review found that studies disagree.',
                reason: 'The next sentence says that it was retracted.',
              },
            ],
          },
        ]),
      ],
      ['article'],
    ],
  ])('%s', async (_, documents, withheld) => {
    const {dir, client} = await lakeWith(documents)
    await using source = await openPathSource(dir)
    const exported = await survey(source, {today: today()})
    const shown = await loadOverview(client, new AbortController().signal)
    const sorted = (list: typeof shown.withheld) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(shown.withheld)).toEqual(sorted(exported.withheld))
    expect(sorted(shown.withheld).map(({id}) => id)).toEqual(withheld)
  })
})

describe('before a reviewer retracts a document, the Studio names the pages that fall with it:', () => {
  test.each<[string, readonly string[]]>([
    [faq._id, ['article']],
    [therapy._id, ['article']],
    [work._id, ['article']],
    [reviewer._id, ['article', 'faq', 'therapy']],
    [article._id, []],
  ])('with "%s" those that an export then withholds', async (id, falling) => {
    const {dir, client} = await lakeWith(library)
    const named = await pagesFallingWith(client, id, new AbortController().signal)
    expect(named.map((page) => page.id).toSorted()).toEqual(falling)

    const document = storedDocument.parse(await client.getDocument(id))
    await client.create(makeDecision(document, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'}))
    await using source = await openPathSource(dir)
    const {withheld} = await survey(source, {today: today()})
    const pages = withheld.filter((one) => isPageType(one.type) && one.id !== id)
    expect(pages.map((one) => one.id).toSorted()).toEqual(falling)
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
    const {unapproved} = overview([article], [first], strict)
    expect(unapproved).toMatchObject([
      {
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
    const {urgent, unapproved, byStatus} = overview([article], [before, first, other], strict)
    expect(urgent).toEqual([
      {
        id: 'article',
        type: 'article',
        title: 'What is prolotherapy?',
        progress: '2 of 2 clinical, 0 of 1 legal',
      },
    ])
    expect(unapproved).toEqual([])
    expect(numbersIn(byStatus)).toEqual({urgent: 1})
    expect(overview([article], [first, other, legal], strict).urgent).toEqual([])
  })
})

test('a page of a person and the site settings are among the texts without approval, and administrators are asked', async () => {
  const newcomer = {...reviewer, _id: 'newcomer', name: 'Nell Newcomer'}
  const {unapproved} = overview([newcomer, settings])
  expect(unapproved).toMatchObject([
    {id: 'newcomer', isUnasked: true},
    {id: 'siteSettings', isUnasked: true},
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
    {id: 'condition', isUnasked: true},
    {id: 'clinic', isUnasked: true},
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
