import {z} from 'zod'
import {documentId, words} from './fields.ts'

/** A word that writers are asked to avoid: the contract of schemas/documents/glossaryTerm.ts. */
export const glossaryTerm = z.strictObject({
  _id: documentId,
  _type: z.literal('glossaryTerm'),
  term: words,
  plain: words,
  note: words.optional(),
})
