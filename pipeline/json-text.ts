// JSON that comes as text.

import {z} from 'zod'

/** A schema for text that holds JSON of another schema. */
export function jsonText<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('the text is not JSON')
        return z.NEVER
      }
    })
    .pipe(schema)
}
