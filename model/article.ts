import {z} from 'zod'
import {limits} from '../schemas/data/limits.ts'
import {audienceOptions, valuesOf} from '../schemas/data/options.ts'
import {
  answers,
  changeNote,
  country,
  day,
  keyedReference,
  documentId,
  formerSlugs,
  language,
  reviewInterval,
  seo,
  slug,
  words,
  line,
} from './fields.ts'
import {figure, healthText} from './health-text.ts'
import {rendition} from './rendition.ts'

/** A page of health information, as schemas/documents/article.ts defines it. */
export const article = z.strictObject({
  _id: documentId,
  _type: z.literal('article'),
  title: line.max(limits['article.title'].max),
  slug,
  formerSlugs: formerSlugs.optional(),
  summary: words.min(limits['article.summary'].min).max(limits['article.summary'].max),
  summarySources: z.array(keyedReference).optional(),
  images: z.array(figure).optional(),
  body: healthText,
  audience: z.enum(valuesOf(audienceOptions)),
  language,
  country: country.optional(),
  conditions: z.array(keyedReference).optional(),
  therapies: z.array(keyedReference).optional(),
  faqs: z.array(keyedReference).optional(),
  authors: z.array(keyedReference).min(limits['article.authors'].min),
  reviewers: z.array(keyedReference).optional(),
  firstPublished: day.optional(),
  lastModified: day.optional(),
  reviewInterval,
  changeNote: changeNote.optional(),
  rendition: rendition.optional(),
  answers: answers.optional(),
  seo: seo.optional(),
})

export type Article = z.output<typeof article>
