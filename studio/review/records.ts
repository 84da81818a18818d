// The queries for decisions and for requests for review, and the shapes of their answers.

import {z} from 'zod'
import {decisionKinds, type Decision} from '../../review/decision.ts'
import {IS_RECORD} from '../../review/record-types.ts'
import {storedDocument} from '../../review/revision.ts'
import type {Submission} from '../../review/submission.ts'

/** The fields of a decision, with the name of the reviewer. */
export const DECISION = `{
  "id": _id, "subject": subject._ref, revision, decision, "reviewer": reviewer._ref,
  "by": reviewer->name, field, comment, nextReview, decidedAt
}`
/** The fields of a request for review, with the names of the reviewers. */
const SUBMISSION = `{
  "id": _id, "subject": subject._ref, revision, "reviewers": reviewers[]._ref,
  "asked": reviewers[]->name, note, submittedAt
}`

/** All decisions on the document `$id`, and all requests to review it, in any order. */
export const RECORDS_QUERY = `{
  "decisions": *[_type == "review" && subject._ref == $id] ${DECISION},
  "submissions": *[_type == "submission" && subject._ref == $id] ${SUBMISSION}
}`

/** The documents `$ids` and their `$drafts`, with all decisions and requests about them. */
export const MANY_RECORDS_QUERY = `{
  "documents": *[_id in $ids || _id in $drafts],
  "decisions": *[_type == "review" && subject._ref in $ids] ${DECISION},
  "submissions": *[_type == "submission" && subject._ref in $ids] ${SUBMISSION}
}`

/** Sorts decisions and requests like `newest`: the newest first, and of two in one instant the stricter. */
export const NEWEST_FIRST = `order(dateTime(coalesce(decidedAt, submittedAt)) desc, select(${[
  ...decisionKinds,
]
  .reverse()
  .map((kind, index) => `decision == "${kind}" => ${decisionKinds.length - index}`)
  .join(', ')}, 0) desc, _id desc)`

/** A request for review is open until a decision on the same revision follows it: see `isWaiting`. */
export const OPEN = `count(*[_type == "review" && subject._ref == ^.subject._ref && revision == ^.revision && dateTime(decidedAt) >= dateTime(^.submittedAt)]) == 0`

/** Decisions and requests about any document. */
export const ALL_RECORDS_LISTENER = `*[${IS_RECORD}]`

/** A decision counts only if its author is a reviewer. */
export const BY_REVIEWERS = '_type == "review" && "reviewer" in reviewer->roles'

/** A batch of all decisions that count, and one of all requests. It begins after the id `$after`. */
export const DECISIONS_BATCH_QUERY = `*[${BY_REVIEWERS} && _id > $after] | order(_id) [0...1000] ${DECISION}`
export const SUBMISSIONS_BATCH_QUERY = `*[_type == "submission" && _id > $after] | order(_id) [0...1000] ${SUBMISSION}`

/** The published site settings. */
export const SETTINGS = '*[_id == "siteSettings"][0]'

/** The published documents of the types `$governed`, with everything that sets their next reviews. */
export const DUE_QUERY = `{
  "documents": *[_type in $governed && _id in path("*")] {_id, _rev, reviewInterval},
  "decisions": *[${BY_REVIEWERS} && decision != "changesRequested"] {
    "id": _id, "subject": subject._ref, revision, decision, nextReview, decidedAt
  },
  "settings": ${SETTINGS}
}`

/** Documents that change the answer to DUE_QUERY. The settings say how many days before counts as soon. */
export const DUE_LISTENER = '*[_type in ["review", "siteSettings"]]'

/** Documents that change the answer to RECORDS_QUERY. */
export const RECORDS_LISTENER = `*[${IS_RECORD} && subject._ref == $id]`

function optional<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()
}

const instant = z.iso.datetime({offset: true})

/** An item of the answer to DECISIONS_BATCH_QUERY. */
export const decisionRecord = z.object({
  id: z.string(),
  subject: z.string(),
  revision: z.string(),
  decision: z.enum(decisionKinds),
  reviewer: z.string(),
  by: optional(z.string()),
  field: optional(z.string()),
  comment: optional(z.string()),
  nextReview: optional(z.iso.date()),
  decidedAt: instant,
})

/** An item of the answer to SUBMISSIONS_BATCH_QUERY. */
export const submissionRecord = z.object({
  id: z.string(),
  subject: z.string(),
  revision: z.string(),
  reviewers: z.array(z.string()),
  asked: z.array(z.string().nullable()),
  note: optional(z.string()),
  submittedAt: instant,
})

/**
 * The items of a shape. Others are left out: a record that came in malformed counts for nothing, and
 * must not keep the Studio from working.
 */
export function wellFormed<Item>(shape: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .transform((items): Item[] => items.flatMap((item) => shape.safeParse(item).data ?? []))
}

const records = z.object({
  decisions: wellFormed(decisionRecord),
  submissions: wellFormed(submissionRecord),
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
  decisions: wellFormed(
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
