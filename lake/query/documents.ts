// Reads documents by their ids. https://www.sanity.io/docs/http-reference/doc

import type {StoredDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'
import {withinAnswer} from './answer-size.ts'
import type {QueryContext} from './context.ts'
import {Visibility} from './visibility.ts'

/**
 * The documents that exist and that the caller may read, and the ids of the others. The caller does not learn
 * whether a hidden document exists.
 *
 * @throws LakeError 400 if the answer is too large
 */
export function documentsByIds(
  store: Store,
  ids: readonly string[],
  context: QueryContext,
): {documents: StoredDocument[]; omitted: {id: string; reason: 'existence'}[]} {
  const visibility = new Visibility(store, 'read', context)
  const stored = store.read(() => {
    const found = ids.values().map((id) => store.document(id) ?? '')
    return Array.from(withinAnswer(found))
  })
  const states = stored.map((json) => (json === '' ? undefined : visibility.state(json)))
  return {
    documents: states.filter((document) => document !== undefined),
    omitted: ids.filter((_id, index) => !states[index]).map((id) => ({id, reason: 'existence'})),
  }
}
