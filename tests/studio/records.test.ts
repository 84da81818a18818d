// The lists of the Studio order decisions and requests in GROQ, and the history of a document in code.
// Both agree with the order that decides what readers see.

import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {decisionKinds, newest, type Decision} from '../../review/decision.ts'
import type {Plan} from '../../review/plan.ts'
import {isWaiting} from '../../review/status.ts'
import type {Submission} from '../../review/submission.ts'
import {caseOf, withoutLog} from '../../review/trail.ts'
import {entriesOf} from '../../studio/review/entries.ts'
import {NEWEST_FIRST, OPEN} from '../../studio/review/records.ts'

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
  return [
    ...[...signers].map(([_id, page]) => ({...page, _id, _type: 'person'})),
    ...decisions.map((decision) => ({
      ...stored('review', decision),
      reviewer: {_ref: decision.reviewer},
    })),
    ...submissions.map((submission) => stored('submission', submission)),
  ]
}

async function answerTo(query: string, dataset: readonly object[]): Promise<unknown> {
  return (await evaluate(parse(query), {dataset})).get()
}

test('GROQ finds the same newest decision', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, async (decisions) => {
      const query = `*[_type == "review"] | ${NEWEST_FIRST}[0]._id`
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
          `*[_type != "person"] | ${NEWEST_FIRST}._id`,
          documentsOf(decisions, submissions),
        ),
      ).toEqual(entriesOf({decisions, submissions: asked}).map(({id}) => id))
    }),
  )
})

test('GROQ finds the same open requests', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, submissionLists, async (decisions, submissions) => {
      const plan: Plan = [{kind: 'clinical', people: 1}]
      const decided = caseOf(withoutLog(decisions), {type: 'article', signers})
      const waiting = submissions
        .filter(({revision, ...one}) =>
          isWaiting({revision, plan}, {decided, submissions: [{revision, ...one}]}),
        )
        .map(({id}) => id)
      expect(
        await answerTo(
          `*[_type == "submission" && ${OPEN}]._id`,
          documentsOf(decisions, submissions),
        ),
      ).toEqual(waiting)
    }),
  )
})
