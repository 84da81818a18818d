import {z} from 'zod'
import {answers, documentId, formerSlugs, language, line, slug, words} from './fields.ts'
import {rendition} from './rendition.ts'

/** A health problem, as schemas/documents/condition.ts defines it. */
export const condition = z.strictObject({
  _id: documentId,
  _type: z.literal('condition'),
  name: line,
  slug,
  aliases: z.array(line).optional(),
  description: words,
  formerSlugs: formerSlugs.optional(),
  language: language.optional(),
  rendition: rendition.optional(),
  answers: answers.optional(),
})

export type Condition = z.output<typeof condition>
