import {z} from 'zod'
import {decisionKinds, type Decision} from '../review/decision.ts'
import {signOffKinds} from '../review/sign-off-kind.ts'
import {revisionForm} from '../schemas/data/forms.ts'
import {documentId, matching, referenceTo, words, line} from './fields.ts'

/** A reviewer's decision, as schemas/documents/review.ts defines it. */
export const review = z.strictObject({
  _id: documentId,
  _type: z.literal('review'),
  subject: referenceTo,
  revision: matching(revisionForm),
  decision: z.enum(decisionKinds),
  kind: z.enum(signOffKinds).optional(),
  urgent: z.boolean().optional(),
  cosmetic: z.boolean().optional(),
  reviewer: referenceTo,
  field: line.optional(),
  comment: words.optional(),
  nextReview: z.iso.date().optional(),
  decidedAt: z.iso.datetime({offset: true}),
})

export type Review = z.output<typeof review>

/** The decision that a `review` document records. */
export function decisionOf({_id, subject, reviewer, ...decided}: Review): Decision {
  return {
    id: _id,
    subject: subject._ref,
    reviewer: reviewer._ref,
    revision: decided.revision,
    decision: decided.decision,
    kind: decided.kind ?? 'clinical',
    urgent: decided.urgent,
    cosmetic: decided.cosmetic,
    field: decided.field,
    comment: decided.comment,
    nextReview: decided.nextReview,
    decidedAt: decided.decidedAt,
  }
}
