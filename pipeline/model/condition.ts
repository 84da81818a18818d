import {z} from 'zod'

import {lakeFields, slug, words} from './shared.ts'

/** A health problem: the contract of schemas/documents/condition.ts. */
export const condition = z.strictObject({
  ...lakeFields,
  _type: z.literal('condition'),
  name: words,
  slug,
  aliases: z.array(words).optional(),
  description: words,
})

export type Condition = z.output<typeof condition>
