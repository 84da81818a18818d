import {z} from 'zod'
import {doiForm, pmidForm} from '../schemas/data/forms.ts'
import {limits} from '../schemas/data/limits.ts'
import {valuesOf, workOptions, workStatusOptions} from '../schemas/data/options.ts'
import {day, key, documentId, matching, referenceTo, webUrl, line} from './fields.ts'

/** A work that pages cite, as schemas/documents/cited-work.ts defines it. */
export const citedWork = z.strictObject({
  _id: documentId,
  _type: z.literal('citedWork'),
  type: z.enum(valuesOf(workOptions)),
  title: line,
  author: z
    .array(
      z.strictObject({
        _type: z.literal('name'),
        _key: key,
        family: line,
        given: line.optional(),
      }),
    )
    .min(limits['citedWork.author'].min),
  containerTitle: line.optional(),
  issued: z.int().min(limits['citedWork.issued'].min).max(limits['citedWork.issued'].max),
  volume: line.optional(),
  issue: line.optional(),
  page: line.optional(),
  publisher: line.optional(),
  doi: matching(doiForm).optional(),
  pmid: matching(pmidForm).optional(),
  url: webUrl.optional(),
  accessed: day.optional(),
  status: z.enum(valuesOf(workStatusOptions)).optional(),
  supersededBy: referenceTo.optional(),
  validUntil: day.optional(),
  checkedOn: day.optional(),
})

export type CitedWork = z.output<typeof citedWork>
