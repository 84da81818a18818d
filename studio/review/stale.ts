// Asks right before a decision is stored whether it is still about what is there. What another user did in the last
// second may not have reached the form.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {revisionOf, storedDocument, type Revision} from '../../review/revision.ts'

const QUERY = `{
  "texts": *[_id in [$subject, "drafts." + $subject]],
  "decisions": *[_type == "review" && subject._ref == $subject && reviewer._ref != $me]._id
}`

const state = z.object({texts: z.array(storedDocument), decisions: z.array(z.string())})

interface Seen {
  /** The published id of the document. */
  readonly subject: string
  /** The text that the reviewer read. */
  readonly revision: Revision
  /** The id of the reviewer. */
  readonly me: string
  /** The ids of the decisions that the reviewer could see. */
  readonly decisions: ReadonlySet<string>
}

/**
 * Why a decision would be about something else than what is there now, as a sentence; undefined if it would not.
 *
 * @throws Error if the lake does not answer
 */
export async function whyStale(
  client: Pick<SanityClient, 'fetch'>,
  {subject, revision, me, decisions}: Seen,
): Promise<string | undefined> {
  const now = state.parse(
    await client.fetch<unknown>(QUERY, {subject, me}, {perspective: 'raw', useCdn: false}),
  )
  if (!now.texts.some((text) => revisionOf(text) === revision)) {
    return 'Another user changed or discarded this text a moment ago. Your decision was not stored. Read what is there now.'
  }
  if (now.decisions.some((id) => !decisions.has(id))) {
    return 'Another reviewer decided on this text a moment ago. Your decision was not stored. Read theirs below first.'
  }
  return undefined
}
