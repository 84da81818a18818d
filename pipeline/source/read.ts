// Reads a source: its documents, batch by batch, and its history.

import {z} from 'zod'
import {contentTypes} from '../../model/index.ts'
import {allBatches} from '../../review/batches.ts'
import {historyOf, type AskHistory} from '../../review/history.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {DOCUMENTS_QUERY, THESE_DOCUMENTS_QUERY} from './query.ts'
import {requestFrom} from './request.ts'
import type {ContentSource} from './source.ts'

const batchOfDocuments = z.array(storedDocument)

/** How many documents to read at once. */
const BATCH = 50

/**
 * Some published documents, in the order of the ids. Those that are gone are left out.
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function documentsWith(
  {client, description}: ContentSource,
  ids: readonly string[],
): Promise<StoredDocument[]> {
  const documents = new Map<string, StoredDocument>()
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = await requestFrom(description, () =>
      client.fetch<unknown>(THESE_DOCUMENTS_QUERY, {ids: ids.slice(start, start + BATCH)}),
    )
    for (const document of batchOfDocuments.parse(batch)) documents.set(document._id, document)
  }
  return ids.flatMap((id) => documents.get(id) ?? [])
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

/** All published content but pictures, type by type in the order of the model. */
export async function* publishedDocuments(source: ContentSource): AsyncGenerator<StoredDocument> {
  for (const type of contentTypes) {
    if (type === 'sanity.imageAsset') continue
    for await (const document of documentsBy(source, DOCUMENTS_QUERY, {type})) {
      yield contentOf(document)
    }
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
