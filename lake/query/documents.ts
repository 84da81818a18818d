// Reads documents by their ids. https://www.sanity.io/docs/http-reference/doc

import type {StoredDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'
import type {QueryContext} from './context.ts'
import {Visibility} from './visibility.ts'

/** The documents that exist and that the caller may read, and why the others are omitted. */
export function documentsByIds(
  store: Store,
  ids: readonly string[],
  context: QueryContext,
): {documents: StoredDocument[]; omitted: {id: string; reason: 'existence' | 'permission'}[]} {
  const visibility = new Visibility(store, 'read', context)
  const documents: StoredDocument[] = []
  const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
  store.read(() => {
    for (const id of ids) {
      const json = store.document(id)
      const document = visibility.state(json)
      if (document) documents.push(document)
      else omitted.push({id, reason: json === undefined ? 'existence' : 'permission'})
    }
  })
  return {documents, omitted}
}
