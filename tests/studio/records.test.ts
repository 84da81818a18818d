// The lists of the Studio order decisions and requests in GROQ, and the history of a document in code.
// Both agree with the order that decides what readers see.

import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {decisionKinds, newest, type Decision} from '../../review/decision.ts'
import type {Plan} from '../../review/plan.ts'
import {contentOf} from '../../review/revision.ts'
import {isWaiting} from '../../review/status.ts'
import type {Submission} from '../../review/submission.ts'
import {caseOf, withoutLog} from '../../review/trail.ts'
import {entriesOf} from '../../studio/review/entries.ts'
import {
  NEWEST_FIRST,
  parseRecords,
  parseRequests,
  RECORDS_QUERY,
  REQUESTS_QUERY,
} from '../../studio/review/records.ts'
import {waitingFor} from '../../studio/review/waiting.ts'
import {administrator, deputy, makeDecision, reviewer as reviewerPage} from '../support/library.ts'

/** Two instants, each as several clocks state it. */
const times = fc.constantFrom(
  '2026-05-01T10:00:00Z',
  '2026-05-01T10:00:00.000Z',
  '2026-05-01T12:00:00+02:00',
  '2026-05-01T05:00:00-05:00',
  '2026-05-01T11:00:00+02:00',
  '2026-05-01T09:00:00Z',
)
const about = {subject: fc.constant('article'), revision: fc.constantFrom('one', 'two')}
const ids = (records: readonly {readonly id: string}[]) => new Set(records.map(({id}) => id)).size

const decisionLists = fc
  .array(
    fc.record({
      ...about,
      id: fc.constantFrom('a', 'b', 'B', 'c', '-d'),
      decision: fc.constantFrom(...decisionKinds),
      kind: fc.constantFrom('clinical' as const, 'legal' as const),
      reviewer: fc.constantFrom('rae', 'sam', 'pat'),
      decidedAt: times,
    }),
  )
  .filter((decisions) => ids(decisions) === decisions.length)
const submissionLists = fc
  .array(
    fc.record({
      ...about,
      id: fc.constantFrom('r', 's', 't'),
      reviewers: fc.constant(['rae']),
      requirements: fc.constantFrom<Plan>(
        [],
        [{kind: 'clinical', people: 1}],
        [{kind: 'clinical', people: 2}],
        [
          {kind: 'clinical', people: 1},
          {kind: 'clinical', people: 1, field: 'painMedicine'},
          {kind: 'legal', people: 1},
        ],
      ),
      submittedAt: times,
    }),
  )
  .filter((submissions) => ids(submissions) === submissions.length)

const USUAL: Plan = [{kind: 'clinical', people: 1}]

/** Each of them may give every kind of word. */
const signers = new Map(
  [
    ['rae', []],
    ['sam', ['painMedicine']],
    ['pat', ['radiology', 'painMedicine']],
  ].map(([id, fields]) => [
    String(id),
    {roles: ['reviewer', 'legalReviewer'], fields: [...(fields ?? [])], registration: undefined},
  ]),
)

function documentsOf(decisions: readonly Decision[], submissions: readonly Submission[]) {
  const stored = (_type: string, {id, subject, ...rest}: Decision | Submission) => ({
    ...rest,
    _id: id,
    _type,
    subject: {_ref: subject},
  })
  const pages = [...signers].map(([id, page]) => ({
    ...contentOf(reviewerPage),
    _id: id,
    roles: page.roles,
    fields: page.fields,
  }))
  const administrators = [administrator, deputy].map(contentOf)
  return [
    ...[...pages, ...administrators].flatMap((page) => [page, makeDecision(page)]),
    {_id: 'article', _type: 'article'},
    ...decisions.map((decision) => ({
      ...stored('review', decision),
      reviewer: {_ref: decision.reviewer},
    })),
    ...submissions.map((submission) => ({
      ...stored('submission', submission),
      reviewers: submission.reviewers.map((_ref) => ({_ref})),
    })),
  ]
}

async function answerTo(
  query: string,
  dataset: readonly object[],
  params: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  return (await evaluate(parse(query, {params}), {dataset, params})).get()
}

test('GROQ finds the same newest decision', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, async (decisions) => {
      const query = `*[_type == "review" && subject._ref == "article"] | ${NEWEST_FIRST}[0]._id`
      expect(await answerTo(query, documentsOf(decisions, []))).toBe(newest(decisions)?.id ?? null)
    }),
  )
})

test('GROQ and the history of a document have decisions and requests in one order', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, submissionLists, async (decisions, submissions) => {
      const asked = submissions.map((submission) => ({...submission, asked: []}))
      expect(
        await answerTo(
          `*[subject._ref == "article"] | ${NEWEST_FIRST}._id`,
          documentsOf(decisions, submissions),
        ),
      ).toEqual(entriesOf({decisions, submissions: asked}).map(({id}) => id))
    }),
  )
})

test('what a decision says beside approving is read from the lake, and the history says it in words', async () => {
  const decision: Decision = {
    id: 'd',
    subject: 'article',
    revision: 'one',
    decision: 'approved',
    kind: 'clinical',
    urgent: true,
    cosmetic: true,
    reviewer: 'rae',
    decidedAt: '2026-05-01T10:00:00Z',
  }
  const {decisions} = parseRecords(
    await answerTo(RECORDS_QUERY, documentsOf([decision], []), {id: 'article'}),
  )
  expect(decisions).toMatchObject([decision])
  expect(entriesOf({decisions, submissions: []}).map(({what}) => what)).toEqual([
    expect.stringMatching(/ approved \(clinical, Correct now, only the form changed\)$/),
  ])
})

test('a reviewer finds the open requests that they have not answered', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, submissionLists, async (decisions, submissions) => {
      const asked = submissions.map((submission) => ({...submission, reviewers: ['rae']}))
      const answer = await answerTo(REQUESTS_QUERY, documentsOf(decisions, asked), {me: 'rae'})
      const decided = caseOf(withoutLog(decisions), {type: 'article', signers})
      const open = asked.some((one) => {
        const isAnswered = decisions.some(
          ({reviewer, revision, decidedAt}) =>
            reviewer === 'rae' &&
            revision === one.revision &&
            Date.parse(decidedAt) >= Date.parse(one.submittedAt),
        )
        const text = {revision: one.revision, plan: USUAL}
        return !isAnswered && isWaiting(text, {decided, submissions: [one]})
      })
      const waiting = waitingFor(parseRequests(answer), 'rae').map(({subject}) => subject)
      expect(waiting).toEqual(open ? ['article'] : [])
    }),
  )
})

test('a request stays open for the second reviewer after the first word', async () => {
  const request = {
    id: 'request',
    subject: 'article',
    revision: 'one',
    reviewers: ['rae', 'sam'],
    requirements: [{kind: 'clinical' as const, people: 2}],
    submittedAt: '2026-05-01T09:00:00Z',
  }
  const word = (reviewer: string): Decision => ({
    id: `word-${reviewer}`,
    subject: 'article',
    revision: 'one',
    decision: 'approved',
    kind: 'clinical',
    reviewer,
    decidedAt: '2026-05-01T10:00:00Z',
  })
  const waiting = async (me: string, words: readonly Decision[]) =>
    waitingFor(
      parseRequests(await answerTo(REQUESTS_QUERY, documentsOf(words, [request]), {me})),
      me,
    ).map(({subject}) => subject)
  expect(await waiting('rae', [])).toEqual(['article'])
  expect(await waiting('rae', [word('rae')])).toEqual([])
  expect(await waiting('sam', [word('rae')])).toEqual(['article'])
  expect(await waiting('sam', [word('rae'), word('sam')])).toEqual([])
  expect(await waiting('pat', [])).toEqual([])
})
