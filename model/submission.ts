import {z} from 'zod'
import {revisionForm} from '../schemas/data/forms.ts'
import {day, documentId, keyedReference, matching, referenceTo, words} from './fields.ts'
import {planRequirement} from './site-settings.ts'

/** A writer's request for a review, as schemas/documents/submission.ts defines it. */
export const submission = z.strictObject({
  _id: documentId,
  _type: z.literal('submission'),
  subject: referenceTo,
  revision: matching(revisionForm),
  reviewers: z.array(keyedReference).min(1),
  requirements: z.array(planRequirement).optional(),
  together: z.array(keyedReference).optional(),
  note: words.optional(),
  submittedBy: referenceTo.optional(),
  neededBy: day.optional(),
  submittedAt: z.iso.datetime({offset: true}),
})
