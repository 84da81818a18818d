// The JSON shapes of one mutation.
// https://www.sanity.io/docs/http-reference/mutate

import {z} from 'zod'

const newDocument = z.looseObject({_type: z.string().min(1), _id: z.string().optional()})
const namedDocument = z.looseObject({_type: z.string().min(1), _id: z.string()})

const selection = {
  /** Older clients send a list. */
  id: z.union([z.string(), z.array(z.string())]).optional(),
  query: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
}
const values = z.record(z.string(), z.unknown()).optional()
const numbers = z.record(z.string(), z.number()).optional()

/** What a patch does to a document, once the document is selected. */
export const patchOperations = z.strictObject({
  ifRevisionID: z.string().optional(),
  set: values,
  setIfMissing: values,
  unset: z.array(z.string()).optional(),
  inc: numbers,
  dec: numbers,
  insert: z
    .union([
      z.strictObject({before: z.string(), items: z.array(z.unknown())}),
      z.strictObject({after: z.string(), items: z.array(z.unknown())}),
      z.strictObject({replace: z.string(), items: z.array(z.unknown())}),
    ])
    .optional(),
  diffMatchPatch: z.record(z.string(), z.string()).optional(),
})

const patch = patchOperations.extend(selection)

export type Selection = Pick<z.infer<typeof patch>, keyof typeof selection>

/** One mutation, as it is sent. */
export const mutation = z.union(
  [
    z.strictObject({create: newDocument}),
    z.strictObject({createIfNotExists: namedDocument}),
    z.strictObject({createOrReplace: namedDocument}),
    z.strictObject({delete: z.strictObject({...selection, ifRevisionID: z.string().optional()})}),
    z.strictObject({patch}),
  ],
  'Expected one of create, createIfNotExists, createOrReplace, delete and patch, with its documented members',
)

export type ParsedMutation = z.infer<typeof mutation>
export type ParsedPatch = z.infer<typeof patch>
export type NewDocument = z.infer<typeof newDocument>
export type NamedDocument = z.infer<typeof namedDocument>
