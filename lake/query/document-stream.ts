// All documents of a dataset in one response, for `@sanity/export`.
// https://www.sanity.io/docs/http-reference/export

import {z} from 'zod'
import type {Condition} from '../store/conditions.ts'
import type {Store} from '../store/store.ts'
import type {QueryContext} from './context.ts'
import {Reader} from './reader.ts'

export const documentStreamParams = z.object({
  types: z
    .string()
    .transform((list) => list.split(','))
    .optional(),
})

const newline = new Uint8Array([0x0a])

/** How many documents are sent at once. */
const BATCH = 100

/**
 * Streams documents, including drafts, as newline-delimited JSON in the order of their ids, as of the
 * moment of the call. Each is read when it is sent.
 */
export function documentStream(
  store: Store,
  {types}: z.infer<typeof documentStreamParams>,
  context: QueryContext,
): ReadableStream<Uint8Array> {
  const reader = new Reader(store, 'raw', context)
  const conditions: Condition[] = types ? [{kind: 'type', among: types}] : []
  // Revisions never change, so these numbers are a snapshot, even if others write meanwhile.
  const revisions = reader.find(conditions)
  let next = 0
  return new ReadableStream({
    pull(controller) {
      const batch = revisions.slice(next, (next += BATCH))
      if (batch.length === 0) controller.close()
      else {
        controller.enqueue(
          Buffer.concat(batch.flatMap((revision) => [reader.bytes(revision), newline])),
        )
      }
    },
  })
}
