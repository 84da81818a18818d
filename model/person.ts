import {z} from 'zod'
import {limits} from '../schemas/data/limits.ts'
import {personRoleOptions, valuesOf} from '../schemas/data/options.ts'
import {documentId, words} from './fields.ts'

/** A person who writes or reviews, as schemas/documents/person.ts defines it. */
export const person = z.strictObject({
  _id: documentId,
  _type: z.literal('person'),
  name: words,
  roles: z
    .array(z.string().pipe(z.enum(valuesOf(personRoleOptions))))
    .min(limits['person.roles'].min),
  credentials: words.optional(),
  jobTitle: words.optional(),
  affiliation: words.optional(),
  bio: words.optional(),
  interests: words.optional(),
  userId: z.string().min(1).optional(),
})

export type Person = z.output<typeof person>
