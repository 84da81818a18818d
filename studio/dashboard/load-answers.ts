// Reads what readers answered to "Was this helpful?", for the dashboard.

import type {SanityClient} from 'sanity'
import {z} from 'zod'

/** Answers of so many days count. */
export const DAYS = 90

const answers = z.object({
  pages: z.array(
    z.object({
      page: z.string(),
      revision: z.string(),
      yes: z.int(),
      no: z.int(),
      last: z.string(),
      comments: z.array(
        z.object({
          day: z.string(),
          language: z.string(),
          helpful: z.enum(['yes', 'no']),
          text: z.string(),
        }),
      ),
    }),
  ),
  more: z.int(),
})

const notFound = z.object({statusCode: z.literal(404)})

const PAGES_QUERY = '*[_id in $ids]{_id, _type, "title": coalesce(title, name, question)}'

const pages = z.array(z.object({_id: z.string(), _type: z.string(), title: z.string().nullable()}))

type Given = z.output<typeof answers>['pages'][number]

export type Comment = Given['comments'][number]

/** What readers answered about one revision of one page. */
export interface PageAnswers extends Given {
  /** The document with its title; undefined if it is no longer published. */
  readonly document: {readonly type: string; readonly title: string} | undefined
}

export interface ReadersAnswers {
  readonly pages: readonly PageAnswers[]
  /** How many revisions are not listed. */
  readonly more: number
}

/**
 * The answers of the last days, by page and revision.
 *
 * @returns undefined if the server keeps no answers, as hosted Sanity
 * @throws the client's error if the server does not answer, or not to this user
 */
export async function loadAnswers(
  client: Pick<SanityClient, 'config' | 'fetch' | 'request'>,
  signal: AbortSignal,
): Promise<ReadersAnswers | undefined> {
  const given = await readAnswers(client, signal)
  if (!given) return undefined
  const ids = [...new Set(given.pages.map(({page}) => page))]
  const found = pages.parse(
    await client.fetch<unknown>(PAGES_QUERY, {ids}, {perspective: 'raw', signal}),
  )
  const documents = new Map(
    found.map(({_id, _type, title}) => [_id, {type: _type, title: title ?? _id}]),
  )
  return {
    pages: given.pages.map((one) => ({...one, document: documents.get(one.page)})),
    more: given.more,
  }
}

async function readAnswers(
  client: Pick<SanityClient, 'config' | 'request'>,
  signal: AbortSignal,
): Promise<z.output<typeof answers> | undefined> {
  const url = `/data/feedback/${client.config().dataset ?? ''}`
  try {
    return answers.parse(await client.request<unknown>({url, query: {days: `${DAYS}`}, signal}))
  } catch (error) {
    if (notFound.safeParse(error).success) return undefined
    throw error
  }
}
