// Asks a source: for documents, page by page, and for its history.

import {ClientError, ServerError} from '@sanity/client'
import {z} from 'zod'
import {contentTypes, model} from '../../model/index.ts'
import type {AskHistory} from '../../review/history.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {Failure} from '../failure.ts'
import type {ContentSource} from './source.ts'

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

/** Everything that is published, in the order of types that the model has. */
export async function* publishedDocuments(source: ContentSource): AsyncGenerator<StoredDocument> {
  for (const type of contentTypes) {
    for await (const document of documentsOf(source, model[type].query)) yield contentOf(document)
  }
}

/**
 * Asks a source for its history.
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export function historyOf(source: ContentSource): AskHistory {
  return (path, query) => {
    const {dataset} = source.client.config()
    return asked(source, () =>
      source.client.request<unknown>({url: `/data/history/${dataset}/${path}`, query}),
    )
  }
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

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
