// Reads a source: its documents, page by page, and its history.

import {z} from 'zod'
import {imageFromId} from '../../model/image-asset.ts'
import {contentTypes, type DocumentType} from '../../model/index.ts'
import {historyOf, type AskHistory} from '../../review/history.ts'
import {allPages} from '../../review/pages.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {answerFrom} from './answer.ts'
import {DOCUMENTS_QUERY, IMAGE_ASSETS_QUERY} from './query.ts'
import type {ContentSource} from './source.ts'

const pageOfDocuments = z.array(storedDocument)

/**
 * All documents of a type, in order of id.
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export function documentsOf(
  source: ContentSource,
  type: DocumentType,
): AsyncGenerator<StoredDocument> {
  return type === 'sanity.imageAsset'
    ? imagesOf(source)
    : documentsBy(source, DOCUMENTS_QUERY, {type})
}

async function* imagesOf(source: ContentSource): AsyncGenerator<StoredDocument> {
  for await (const {_id} of documentsBy(source, IMAGE_ASSETS_QUERY, {})) {
    yield imageFromId(_id, source.client.config())
  }
}

/**
 * All documents that a paged query gives, in order of id.
 *
 * @param query One of query.ts. It must give the documents after the id in the parameter `$after`.
 * @throws Failure if the source refuses or cannot be reached.
 */
export function documentsBy(
  {client, description}: ContentSource,
  query: string,
  params: Record<string, unknown>,
): AsyncGenerator<StoredDocument> {
  return allPages(
    async (after) =>
      pageOfDocuments.parse(
        await answerFrom(description, () => client.fetch<unknown>(query, {...params, after})),
      ),
    ({_id}) => _id,
  )
}

/** All published content, type by type in the order of the model. */
export async function* publishedDocuments(source: ContentSource): AsyncGenerator<StoredDocument> {
  for (const type of contentTypes) {
    for await (const document of documentsOf(source, type)) yield contentOf(document)
  }
}

/**
 * A function that asks a source for its history.
 *
 * @throws Failure, when called, if the source refuses or cannot be reached.
 */
export function sourceHistory({client, description}: ContentSource): AskHistory {
  const ask = historyOf(client)
  return (path, query) => answerFrom(description, () => ask(path, query))
}
