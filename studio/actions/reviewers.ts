// The people whom a writer can ask for a review.

import type {SanityClient} from 'sanity'
import {z} from 'zod'

const REVIEWERS_QUERY = '*[_type == "person" && "reviewer" in roles] | order(name){_id, name}'
const people = z.array(z.object({_id: z.string(), name: z.string()}))

/**
 * All reviewers but one: writers do not ask themselves.
 *
 * @param me The id of the `person` document to leave out.
 * @throws Error if the lake does not answer
 */
export async function reviewersBut(
  client: Pick<SanityClient, 'fetch'>,
  me: string,
  signal: AbortSignal,
): Promise<z.output<typeof people>> {
  const reviewers = people.parse(await client.fetch<unknown>(REVIEWERS_QUERY, {}, {signal}))
  return reviewers.filter(({_id}) => _id !== me)
}
