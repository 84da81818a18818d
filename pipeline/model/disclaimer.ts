import {z} from 'zod'

import {plainHealthText} from './healthText.ts'
import {answers, keyedReference, documentId, language, reviewInterval, words} from './shared.ts'
import {evidenceLevel} from './therapyType.ts'

/** A statement that must stand on pages: the contract of schemas/documents/disclaimer.ts. */
export const disclaimer = z
  .strictObject({
    _id: documentId,
    _type: z.literal('disclaimer'),
    title: words.max(90),
    body: plainHealthText,
    scope: z.enum(['always', 'therapies', 'evidence']),
    therapies: z.array(keyedReference).optional(),
    evidenceLevels: z.array(z.string().pipe(evidenceLevel)).optional(),
    priority: z.int().min(0).max(100),
    language,
    reviewInterval,
    answers: answers.optional(),
  })
  .refine(({scope, therapies}) => scope !== 'therapies' || (therapies ?? []).length > 0, {
    path: ['therapies'],
    error: 'names no therapy, so the disclaimer never applies',
    params: {hint: 'Name at least one therapy, or change where the disclaimer applies.'},
  })
  .refine(({scope, evidenceLevels}) => scope !== 'evidence' || (evidenceLevels ?? []).length > 0, {
    path: ['evidenceLevels'],
    error: 'names no level of evidence, so the disclaimer never applies',
    params: {hint: 'Choose at least one level, or change where the disclaimer applies.'},
  })

export type Disclaimer = z.output<typeof disclaimer>
