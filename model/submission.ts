import {z} from 'zod'
import {revisionForm} from '../schemas/data/forms.ts'
import {documentId, matching, referenceTo, words} from './fields.ts'

/** A writer's request for a review, as schemas/documents/submission.ts defines it. */
export const submission = z.strictObject({
  _id: documentId,
  _type: z.literal('submission'),
  subject: referenceTo,
  revision: matching(revisionForm),
  reviewers: z.array(referenceTo).min(1),
  note: words.optional(),
  submittedAt: z.iso.datetime({offset: true}),
})
