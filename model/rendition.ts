import {z} from 'zod'
import {revisionForm} from '../schemas/data/forms.ts'
import {renditionKindOptions, renditionMethodOptions, valuesOf} from '../schemas/data/options.ts'
import {line, matching, referenceTo} from './fields.ts'

/** What a document is a rendition of, as schemas/objects/rendition.ts defines it. */
export const rendition = z.strictObject({
  _type: z.literal('rendition'),
  of: referenceTo,
  revision: matching(revisionForm),
  kind: z.enum(valuesOf(renditionKindOptions)),
  method: z.enum(valuesOf(renditionMethodOptions)),
  by: line.optional(),
})
