import {z} from 'zod'
import {documentId, words} from './fields.ts'

/** Somebody who writes or reviews: the contract of schemas/documents/person.ts. */
export const person = z.strictObject({
  _id: documentId,
  _type: z.literal('person'),
  name: words,
  roles: z.array(z.string().pipe(z.enum(['author', 'reviewer']))).min(1),
  credentials: words.optional(),
  jobTitle: words.optional(),
  affiliation: words.optional(),
  bio: words.optional(),
  interests: words.optional(),
  userId: z.string().min(1).optional(),
})

export type Person = z.output<typeof person>
