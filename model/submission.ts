import {z} from 'zod'
import {revisionForm} from '../schemas/data/forms.ts'
import {documentId, keyedReference, matching, referenceTo, words} from './fields.ts'

/** A writer's request for a review, as schemas/documents/submission.ts defines it. */
export const submission = z.strictObject({
  _id: documentId,
  _type: z.literal('submission'),
  subject: referenceTo,
  revision: matching(revisionForm),
  reviewers: z.array(keyedReference).min(1),
  note: words.optional(),
  submittedAt: z.iso.datetime({offset: true}),
})
