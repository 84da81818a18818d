// Makes the drafts that cite a new reference cite another one of the same work.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {pointersIn} from '../../model/references.ts'
import {storedDocument} from '../../review/revision.ts'

const CITING_QUERY = `{
  "isPublished": defined(*[_id == $id][0]._id),
  "isOtherPublished": defined(*[_id == $other][0]._id),
  "drafts": *[_id in path("drafts.**") && references($id)] | order(_id)
}`

const citing = z.object({
  isPublished: z.boolean(),
  isOtherPublished: z.boolean(),
  drafts: z.array(storedDocument.extend({_rev: z.string()})),
})

export interface Swap {
  /** The published id of a reference. */
  readonly id: string
  /** The published id of the reference that is cited instead. */
  readonly other: string
}

/** Whether a reference was never published, and a draft cites it, so that another one can be cited instead. */
export async function canCiteInstead(
  client: Pick<SanityClient, 'fetch'>,
  swap: Swap,
  signal: AbortSignal,
): Promise<boolean> {
  const {isPublished, drafts} = await citingOf(client, swap, signal)
  return !isPublished && drafts.length > 0
}

interface DraftPatch {
  readonly id: string
  readonly ifRevisionID: string
  readonly set: Record<string, string>
  readonly unset?: string[]
}

/** The parts of Sanity's client that this needs. */
type Lake = Pick<SanityClient, 'fetch'> & {
  readonly mutate: (changes: {patch: DraftPatch}[]) => Promise<unknown>
}

/**
 * Changes all these drafts, or none.
 *
 * @throws Error if the lake refuses, as it does if a draft has changed meanwhile
 */
export async function citeInstead(client: Lake, swap: Swap): Promise<void> {
  const {drafts, isOtherPublished} = await citingOf(client, swap)
  const patches = drafts.map((draft): DraftPatch => {
    const paths = pointersIn(draft).flatMap(({target, path}) => (target === swap.id ? path : []))
    return {
      id: draft._id,
      ifRevisionID: draft._rev,
      set: Object.fromEntries(paths.map((path) => [`${path}._ref`, swap.other])),
      // Sanity's note in a reference to a text that is not published yet.
      ...(isOtherPublished && {
        unset: paths.flatMap((path) => [`${path}._weak`, `${path}._strengthenOnPublish`]),
      }),
    }
  })
  await client.mutate(patches.map((patch) => ({patch})))
}

async function citingOf(
  client: Pick<SanityClient, 'fetch'>,
  swap: Swap,
  signal?: AbortSignal,
): Promise<z.output<typeof citing>> {
  const options = {perspective: 'raw', ...(signal && {signal})} as const
  return citing.parse(await client.fetch<unknown>(CITING_QUERY, {...swap}, options))
}
