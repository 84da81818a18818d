// The decisions on a document and the requests for them, as the lake has them.
import {z} from 'zod'

import {decisionKinds, type Decision} from '../../review/decision.ts'
import type {Submission} from '../../review/submission.ts'

/** Everything about the document `$id`, in the order of time, with people's names for people to read. */
export const RECORDS_QUERY = `{
  "decisions": *[_type == "review" && subject._ref == $id] | order(decidedAt) {
    "id": _id, "subject": subject._ref, revision, decision, "reviewer": reviewer._ref,
    "by": reviewer->name, comment, nextReview, decidedAt
  },
  "submissions": *[_type == "submission" && subject._ref == $id] | order(submittedAt) {
    "id": _id, "subject": subject._ref, revision, "reviewers": reviewers[]._ref,
    "asked": reviewers[]->name, note, submittedAt
  }
}`

/** What to listen for, to ask again. */
export const RECORDS_LISTENER = '*[_type in ["review", "submission"] && subject._ref == $id]'

const optional = <T extends z.ZodType>(schema: T) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()

const records = z.object({
  decisions: z.array(
    z.object({
      id: z.string(),
      subject: z.string(),
      revision: z.string(),
      decision: z.enum(decisionKinds),
      reviewer: z.string(),
      by: optional(z.string()),
      comment: optional(z.string()),
      nextReview: optional(z.string()),
      decidedAt: z.string(),
    }),
  ),
  submissions: z.array(
    z.object({
      id: z.string(),
      subject: z.string(),
      revision: z.string(),
      reviewers: z.array(z.string()),
      asked: z.array(z.string().nullable()),
      note: optional(z.string()),
      submittedAt: z.string(),
    }),
  ),
})

export interface Records {
  readonly decisions: readonly (Decision & {readonly by?: string | undefined})[]
  readonly submissions: readonly (Submission & {readonly asked: readonly (string | null)[]})[]
}

export const noRecords: Records = {decisions: [], submissions: []}

/** @throws ZodError for an answer that is not one to RECORDS_QUERY */
export const parseRecords = (answer: unknown): Records => records.parse(answer)
