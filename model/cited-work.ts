import {z} from 'zod'
import {key, documentId, matching, safeUrl, words} from './fields.ts'

/** A work that pages cite: the contract of schemas/documents/citedWork.ts. */
export const citedWork = z.strictObject({
  _id: documentId,
  _type: z.literal('citedWork'),
  type: z.enum(['article-journal', 'book', 'chapter', 'report', 'webpage']),
  title: words,
  author: z
    .array(
      z.strictObject({
        _type: z.literal('name'),
        _key: key,
        family: words,
        given: words.optional(),
      }),
    )
    .min(1),
  containerTitle: words.optional(),
  issued: z.int().min(1800).max(2100),
  volume: words.optional(),
  issue: words.optional(),
  page: words.optional(),
  publisher: words.optional(),
  doi: matching(
    /^10\.\d{4,9}\/\S+$/,
    'is not a DOI',
    'Write it as 10.1234/abc, without https://doi.org/ before it.',
  ).optional(),
  pmid: matching(
    /^[1-9]\d{0,8}$/,
    'is not a PMID',
    'Write the number alone, as PubMed shows it.',
  ).optional(),
  url: safeUrl.optional(),
})

export type CitedWork = z.output<typeof citedWork>
