import {z} from 'zod'
import {documentId, words, line} from './fields.ts'

/** A word that writers are asked to avoid, as schemas/documents/glossary-term.ts defines it. */
export const glossaryTerm = z.strictObject({
  _id: documentId,
  _type: z.literal('glossaryTerm'),
  term: line,
  plain: line,
  note: words.optional(),
})
