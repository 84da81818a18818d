// The lists of the Studio order decisions and requests in GROQ, and the history of a document in code.
// Both agree with the order that decides what readers see.

import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {decisionKinds, newest, type Decision} from '../../review/decision.ts'
import {isWaiting} from '../../review/status.ts'
import type {Submission} from '../../review/submission.ts'
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
      reviewer: fc.constant('rae'),
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
      submittedAt: times,
    }),
  )
  .filter((submissions) => ids(submissions) === submissions.length)

function documentsOf(decisions: readonly Decision[], submissions: readonly Submission[]) {
  const stored = (_type: string, {id, subject, ...rest}: Decision | Submission) => ({
    ...rest,
    _id: id,
    _type,
    subject: {_ref: subject},
  })
  return [
    ...decisions.map((decision) => stored('review', decision)),
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
        await answerTo(`* | ${NEWEST_FIRST}._id`, documentsOf(decisions, submissions)),
      ).toEqual(entriesOf({decisions, submissions: asked}).map(({id}) => id))
    }),
  )
})

test('GROQ finds the same open requests', async () => {
  await fc.assert(
    fc.asyncProperty(decisionLists, submissionLists, async (decisions, submissions) => {
      const waiting = submissions
        .filter((one) => isWaiting(one.revision, {decisions, submissions: [one]}))
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
