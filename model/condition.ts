import {z} from 'zod'
import {answers, documentId, slug, words, line} from './fields.ts'

/** A health problem, as schemas/documents/condition.ts defines it. */
export const condition = z.strictObject({
  _id: documentId,
  _type: z.literal('condition'),
  name: line,
  slug,
  aliases: z.array(line).optional(),
  description: words,
  answers: answers.optional(),
})

export type Condition = z.output<typeof condition>
