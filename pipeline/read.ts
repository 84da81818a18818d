// Reads documents from a source, page by page, and past revisions one by one.
import {ClientError, ServerError} from '@sanity/client'
import {z} from 'zod'

import type {StoredDocument} from '../review/revision.ts'
import {Failure} from './failure.ts'
import type {ContentSource} from './source.ts'

const storedDocument = z.looseObject({_id: z.string(), _type: z.string()})
const pageOfDocuments = z.array(storedDocument)

/**
 * All documents that a paged query gives, in order of id.
 *
 * @param query One of pipeline/query.ts: pages begin after the parameter `$after`.
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function* documentsOf(
  source: ContentSource,
  query: string,
  params: Record<string, unknown> = {},
): AsyncGenerator<StoredDocument> {
  let after = ''
  for (;;) {
    const page = pageOfDocuments.parse(
      await asked(source, () => source.client.fetch<unknown>(query, {...params, after})),
    )
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last._id
  }
}

/** A line of the log: which documents one transaction touched, when, and who sent it. */
const logEntry = z.object({
  id: z.string(),
  author: z.string(),
  timestamp: z.string(),
  documentIDs: z.array(z.string()),
})

export type LogEntry = z.output<typeof logEntry>

interface LogQuery {
  /** Only what these users did. */
  readonly authors?: readonly string[]
  readonly newestFirst?: boolean
}

const LOG_PAGE = 100

/**
 * What the log says of some documents, from Sanity's history API
 * (https://www.sanity.io/docs/history-api).
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function* logOf(
  source: ContentSource,
  ids: readonly string[],
  {authors, newestFirst = false}: LogQuery = {},
): AsyncGenerator<LogEntry> {
  // The log comes in pages, each of which begins with the last entry of the one before.
  const bound = newestFirst ? 'toTransaction' : 'fromTransaction'
  let last: string | undefined
  for (;;) {
    // The client makes `undefined` of an empty answer.
    const lines = z.string().default('').parse(
      await history(source, `transactions/${ids.join(',')}`, {
        excludeContent: 'true',
        limit: String(LOG_PAGE),
        ...(newestFirst ? {reverse: 'true'} : {}),
        ...(authors ? {authors: authors.join(',')} : {}),
        ...(last === undefined ? {} : {[bound]: last}),
      }),
    )
    const page = lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => logEntry.parse(JSON.parse(line)))
    const before = last
    yield* page.filter(({id}) => id !== before)
    if (page.length < LOG_PAGE) return
    last = page.at(-1)?.id
  }
}

const documentsAtRevision = z.object({documents: z.array(storedDocument)})

/** A document as a transaction left it; undefined if it did not exist then. */
export async function stateAt(
  source: ContentSource,
  id: string,
  transaction: string,
): Promise<StoredDocument | undefined> {
  const answer = await history(source, `documents/${id}`, {revision: transaction})
  return documentsAtRevision.parse(answer).documents[0]
}

/** The published revisions of a document, newest first. */
export async function* pastRevisions(
  source: ContentSource,
  id: string,
): AsyncGenerator<StoredDocument> {
  for await (const entry of logOf(source, [id], {newestFirst: true})) {
    const document = await stateAt(source, id, entry.id)
    if (document) yield document
  }
}

function history(
  source: ContentSource,
  path: string,
  query: Record<string, string>,
): Promise<unknown> {
  const {dataset} = source.client.config()
  return asked(source, () =>
    source.client.request<unknown>({url: `/data/history/${dataset}/${path}`, query}),
  )
}

/** Puts a refusal by the source in words that say what to do. */
async function asked<Answer>(source: ContentSource, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ClientError && (error.statusCode === 401 || error.statusCode === 403)) {
      throw new Failure(
        `${capitalised(source.description)} refused to answer: ${error.message}.`,
        'Check SANITY_API_TOKEN: it must be a valid token of this project that may read the dataset.',
        {cause: error},
      )
    }
    if (error instanceof ClientError && error.statusCode === 404) {
      throw new Failure(
        `${capitalised(source.description)} was not found: ${error.message}.`,
        'Check SANITY_PROJECT_ID and SANITY_DATASET.',
        {cause: error},
      )
    }
    if (error instanceof ClientError || error instanceof ServerError) {
      throw new Failure(
        `${capitalised(source.description)} answered with an error: ${error.message}.`,
        'Try again; if it stays, look at the state of that service.',
        {cause: error},
      )
    }
    if (error instanceof Error && !(error instanceof z.ZodError)) {
      throw new Failure(
        `${capitalised(source.description)} cannot be reached: ${error.message}.`,
        'Check the network and the address.',
        {cause: error},
      )
    }
    throw error
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
