// Reads documents by their ids. https://www.sanity.io/docs/http-reference/doc

import {atOrigin} from './asset-address.ts'
import {parseDocument, type StoredDocument} from './document.ts'
import type {QueryContext} from './query.ts'
import type {Store} from './store.ts'

/** Those that there are and that may be read, and why the others are left out. */
export function documentsByIds(
  store: Store,
  ids: readonly string[],
  {permissions, origin}: QueryContext,
): {documents: StoredDocument[]; omitted: {id: string; reason: 'existence' | 'permission'}[]} {
  const documents: StoredDocument[] = []
  const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
  store.read(() => {
    for (const id of ids) {
      const json = store.document(id)
      const document = json === undefined ? undefined : parseDocument(json)
      if (!document) omitted.push({id, reason: 'existence'})
      else if (!permissions.allows('read', document)) omitted.push({id, reason: 'permission'})
      else documents.push(atOrigin(document, origin))
    }
  })
  return {documents, omitted}
}
