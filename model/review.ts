import {z} from 'zod'
import {decisionKinds, type Decision} from '../review/decision.ts'
import {documentId, matching, referenceTo, words} from './fields.ts'

/** A reviewer's decision: the contract of schemas/documents/review.ts. */
export const review = z.strictObject({
  _id: documentId,
  _type: z.literal('review'),
  subject: referenceTo,
  revision: matching(
    /^[0-9a-f]{64}$/,
    'is not a revision digest',
    'Decide in the Studio, which works the digest out.',
  ),
  decision: z.enum(decisionKinds),
  reviewer: referenceTo,
  field: words.optional(),
  comment: words.optional(),
  nextReview: z.iso.date().optional(),
  decidedAt: z.iso.datetime({offset: true}),
})

export type Review = z.output<typeof review>

/** What a `review` document decides. */
export function decisionOf({_id, subject, reviewer, ...words}: Review): Decision {
  return {
    id: _id,
    subject: subject._ref,
    reviewer: reviewer._ref,
    revision: words.revision,
    decision: words.decision,
    field: words.field,
    comment: words.comment,
    nextReview: words.nextReview,
    decidedAt: words.decidedAt,
  }
}
