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

/** As many documents are sent at once as have this many bytes. */
const BATCH_BYTES = 1_000_000

/**
 * Streams documents, including drafts, as newline-delimited JSON in the order of their ids, as of the
 * moment of the call. Each is read when it is sent.
 *
 * @param run does the work of reading, when it is the caller's turn
 */
export function documentStream(
  store: Store,
  {types}: z.infer<typeof documentStreamParams>,
  context: QueryContext,
  run: <T>(work: () => T) => Promise<T>,
): ReadableStream<Uint8Array> {
  const reader = new Reader(store, 'raw', context)
  const conditions: Condition[] = types ? [{kind: 'type', among: types}] : []
  // Revisions never change, so these numbers are a snapshot, even if others write meanwhile.
  const revisions = reader.find(conditions)
  const left = revisions.values()
  const nextBatch = (): Uint8Array[] => {
    const batch: Uint8Array[] = []
    let bytes = 0
    while (bytes < BATCH_BYTES) {
      const {value: revision, done} = left.next()
      if (done) break
      const body = reader.bytes(revision)
      batch.push(body, newline)
      bytes += body.byteLength
    }
    return batch
  }
  return new ReadableStream({
    async pull(controller) {
      const batch = await run(nextBatch)
      if (batch.length === 0) controller.close()
      else controller.enqueue(Buffer.concat(batch))
    },
  })
}
