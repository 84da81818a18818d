// Reads a source: its documents, page by page, and its history.

import {z} from 'zod'
import {contentTypes, model} from '../../model/index.ts'
import type {AskHistory} from '../../review/history.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {answerFrom} from './answer.ts'
import type {ContentSource} from './source.ts'

const pageOfDocuments = z.array(storedDocument)

/**
 * All documents that a paged query gives, in order of id.
 *
 * @param query One of query.ts. It must give the documents after the id in the parameter `$after`.
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
      await answerFrom(source.description, () =>
        source.client.fetch<unknown>(query, {...params, after}),
      ),
    )
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last._id
  }
}

/** All published content, type by type in the order of the model. */
export async function* publishedDocuments(source: ContentSource): AsyncGenerator<StoredDocument> {
  for (const type of contentTypes) {
    for await (const document of documentsOf(source, model[type].query)) yield contentOf(document)
  }
}

/**
 * A function that asks a source for its history.
 *
 * @throws Failure, when called, if the source refuses or cannot be reached.
 */
export function historyOf(source: ContentSource): AskHistory {
  return (path, query) => {
    const {dataset} = source.client.config()
    return answerFrom(source.description, () =>
      source.client.request<unknown>({url: `/data/history/${dataset}/${path}`, query}),
    )
  }
}
