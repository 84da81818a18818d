// Lists the published documents of a source without reading them.

import type {SanityClient} from '@sanity/client'
import {z} from 'zod'
import {allBatches} from '../../review/batches.ts'
import {MARKS_QUERY} from './query.ts'
import {requestFrom} from './request.ts'

/** A published document, as far as it is known without reading it. */
export interface Mark {
  readonly type: string
  /** Another text after each change of the document and of the log about it. */
  readonly state: string
}

const batchOfMarks = z.array(z.object({_id: z.string(), _type: z.string(), _rev: z.string()}))

/**
 * The published documents of a dataset on hosted Sanity. Sanity gives each change of a document a new `_rev`.
 * Entries of the log about drafts are no change: a decision is judged by the entries before it.
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function marksOf(
  client: SanityClient,
  description: string,
): Promise<ReadonlyMap<string, Mark>> {
  const all = allBatches(
    async (after) =>
      batchOfMarks.parse(
        await requestFrom(description, () => client.fetch<unknown>(MARKS_QUERY, {after})),
      ),
    ({_id}) => _id,
  )
  const marks = new Map<string, Mark>()
  for await (const {_id, _type: type, _rev: state} of all) marks.set(_id, {type, state})
  return marks
}
