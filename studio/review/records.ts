// The decisions on a document and the requests for them, as the lake has them.

import {z} from 'zod'
import {decisionKinds, type Decision} from '../../review/decision.ts'
import {storedDocument} from '../../review/revision.ts'
import type {Submission} from '../../review/submission.ts'

/** What is asked for of a decision, and of a request, with people's names for people to read. */
export const DECISION = `{
  "id": _id, "subject": subject._ref, revision, decision, "reviewer": reviewer._ref,
  "by": reviewer->name, field, comment, nextReview, decidedAt
}`
const SUBMISSION = `{
  "id": _id, "subject": subject._ref, revision, "reviewers": reviewers[]._ref,
  "asked": reviewers[]->name, note, submittedAt
}`

/** All decisions on the document `$id`, and all requests for them, in any order. */
export const RECORDS_QUERY = `{
  "decisions": *[_type == "review" && subject._ref == $id] ${DECISION},
  "submissions": *[_type == "submission" && subject._ref == $id] ${SUBMISSION}
}`

/** The same of several documents, `$ids`, with the documents themselves, and `$drafts` of them. */
export const MANY_RECORDS_QUERY = `{
  "documents": *[_id in $ids || _id in $drafts],
  "decisions": *[_type == "review" && subject._ref in $ids] ${DECISION},
  "submissions": *[_type == "submission" && subject._ref in $ids] ${SUBMISSION}
}`

/** Of decisions and requests: the newest first, and of two in one instant the stricter, as `newest` has it. */
export const NEWEST_FIRST = `order(dateTime(coalesce(decidedAt, submittedAt)) desc, select(${[
  ...decisionKinds,
]
  .reverse()
  .map((kind, index) => `decision == "${kind}" => ${decisionKinds.length - index}`)
  .join(', ')}, 0) desc, _id desc)`

/** Decisions and requests about any document. */
export const ALL_RECORDS_LISTENER = '*[_type in ["review", "submission"]]'

/** A decision by somebody who is not a reviewer does not count. */
export const BY_REVIEWERS = '_type == "review" && "reviewer" in reviewer->roles'

/** All decisions that count, and all requests, a page of each that begins after `$after`. */
export const DECISIONS_PAGE_QUERY = `*[${BY_REVIEWERS} && _id > $after] | order(_id) [0...1000] ${DECISION}`
export const SUBMISSIONS_PAGE_QUERY = `*[_type == "submission" && _id > $after] | order(_id) [0...1000] ${SUBMISSION}`

/** The published site settings. */
export const SETTINGS = '*[_id == "siteSettings"][0]'

/** The published documents of the types `$governed`, and what sets the next review of each. */
export const DUE_QUERY = `{
  "documents": *[_type in $governed && _id in path("*")] {_id, _rev, reviewInterval},
  "decisions": *[${BY_REVIEWERS} && decision != "changesRequested"] {
    "id": _id, "subject": subject._ref, revision, decision, nextReview, decidedAt
  },
  "settings": ${SETTINGS}
}`

/** Approvals and retractions are what changes the answer, and how long before counts as soon. */
export const DUE_LISTENER = '*[_type in ["review", "siteSettings"]]'

/** What to listen for, to ask again. */
export const RECORDS_LISTENER = '*[_type in ["review", "submission"] && subject._ref == $id]'

function optional<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()
}

/** One of DECISIONS_PAGE_QUERY. */
export const decisionRecord = z.object({
  id: z.string(),
  subject: z.string(),
  revision: z.string(),
  decision: z.enum(decisionKinds),
  reviewer: z.string(),
  by: optional(z.string()),
  field: optional(z.string()),
  comment: optional(z.string()),
  nextReview: optional(z.string()),
  decidedAt: z.string(),
})

/** One of SUBMISSIONS_PAGE_QUERY. */
export const submissionRecord = z.object({
  id: z.string(),
  subject: z.string(),
  revision: z.string(),
  reviewers: z.array(z.string()),
  asked: z.array(z.string().nullable()),
  note: optional(z.string()),
  submittedAt: z.string(),
})

const records = z.object({
  decisions: z.array(decisionRecord),
  submissions: z.array(submissionRecord),
})

const manyRecords = records.extend({
  documents: z.array(storedDocument),
})

/** The answer to SETTINGS. */
export const settingsRecord = optional(storedDocument)

const dueRecords = z.object({
  settings: settingsRecord,
  documents: z.array(
    z.object({_id: z.string(), _rev: z.string(), reviewInterval: optional(z.number())}),
  ),
  decisions: z.array(
    decisionRecord.pick({
      id: true,
      subject: true,
      revision: true,
      decision: true,
      nextReview: true,
      decidedAt: true,
    }),
  ),
})

export interface ReviewRecords {
  readonly decisions: readonly (Decision & {readonly by?: string | undefined})[]
  readonly submissions: readonly (Submission & {readonly asked: readonly (string | null)[]})[]
}

export type DueRecords = z.output<typeof dueRecords>

export const noRecords: ReviewRecords = {decisions: [], submissions: []}

/** @throws ZodError for an answer that is not one to RECORDS_QUERY */
export function parseRecords(answer: unknown): ReviewRecords {
  return records.parse(answer)
}

/** @throws ZodError for an answer that is not one to MANY_RECORDS_QUERY */
export function parseManyRecords(answer: unknown): z.output<typeof manyRecords> {
  return manyRecords.parse(answer)
}

/** @throws ZodError for an answer that is not one to DUE_QUERY */
export function parseDueRecords(answer: unknown): DueRecords {
  return dueRecords.parse(answer)
}
