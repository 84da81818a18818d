import {z} from 'zod'
import {limits} from '../schemas/data/limits.ts'
import {
  answers,
  changeNote,
  country,
  keyedReference,
  documentId,
  formerSlugs,
  language,
  reviewInterval,
  slug,
  line,
} from './fields.ts'
import {answerText} from './health-text.ts'
import {rendition} from './rendition.ts'

/** A question and its answer, as schemas/documents/faq.ts defines it. */
export const faq = z.strictObject({
  _id: documentId,
  _type: z.literal('faq'),
  question: line.max(limits['faq.question'].max),
  slug,
  formerSlugs: formerSlugs.optional(),
  answer: answerText,
  therapies: z.array(keyedReference).optional(),
  language,
  country: country.optional(),
  reviewInterval,
  changeNote: changeNote.optional(),
  rendition: rendition.optional(),
  answers: answers.optional(),
})

export type Faq = z.output<typeof faq>
