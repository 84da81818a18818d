import {z} from 'zod'
import {limits} from '../schemas/data/limits.ts'
import {fieldOptions, personRoleOptions, valuesOf} from '../schemas/data/options.ts'
import {answers, day, documentId, words, line} from './fields.ts'

/** A person who writes or reviews, as schemas/documents/person.ts defines it. */
export const person = z.strictObject({
  _id: documentId,
  _type: z.literal('person'),
  name: line,
  roles: z
    .array(z.string().pipe(z.enum(valuesOf(personRoleOptions))))
    .min(limits['person.roles'].min),
  fields: z.array(z.string().pipe(z.enum(valuesOf(fieldOptions)))).optional(),
  registration: z
    .strictObject({body: line, number: line, validFrom: day, validUntil: day.optional()})
    .refine(({validFrom, validUntil}) => validUntil === undefined || validFrom <= validUntil, {
      path: ['validUntil'],
      error: 'is before the first day',
      params: {hint: 'Correct one of the two days.'},
    })
    .optional(),
  credentials: line.optional(),
  jobTitle: line.optional(),
  affiliation: line.optional(),
  bio: words.optional(),
  interests: words.optional(),
  userId: z.string().min(1).optional(),
  answers: answers.optional(),
})

export type Person = z.output<typeof person>
