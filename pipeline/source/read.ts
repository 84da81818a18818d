// Reads a source: its documents, batch by batch, and its history.

import {z} from 'zod'
import {imageFromId} from '../../model/image-asset.ts'
import {contentTypes, type DocumentType} from '../../model/index.ts'
import {allBatches} from '../../review/batches.ts'
import {historyOf, type AskHistory} from '../../review/history.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {DOCUMENTS_QUERY, IMAGE_ASSETS_QUERY} from './query.ts'
import {requestFrom} from './request.ts'
import type {ContentSource} from './source.ts'

const batchOfDocuments = z.array(storedDocument)

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
 * All documents that a query gives in batches, in order of id.
 *
 * @param query One of query.ts. It must give the documents after the id in the parameter `$after`.
 * @throws Failure if the source refuses or cannot be reached.
 */
export function documentsBy(
  {client, description}: ContentSource,
  query: string,
  params: Record<string, unknown>,
): AsyncGenerator<StoredDocument> {
  return allBatches(
    async (after) =>
      batchOfDocuments.parse(
        await requestFrom(description, () => client.fetch<unknown>(query, {...params, after})),
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
  return (path, query) => requestFrom(description, () => ask(path, query))
}
