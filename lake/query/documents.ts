// Reads documents by their ids. https://www.sanity.io/docs/http-reference/doc

import {z} from 'zod'
import {publishedId, type StoredDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'
import {withinAnswer} from './answer-size.ts'
import type {QueryContext} from './context.ts'
import {versionsView} from './perspective.ts'
import {Visibility} from './visibility.ts'

/** Options of a request for documents, as `@sanity/client` names them. */
export const documentParams = z.object({
  /** Also the drafts and versions of the documents. */
  includeAllVersions: z.stringbool().default(false),
})

/**
 * The documents that exist and that the caller may read, and the ids of the others. The caller does not learn
 * whether a hidden document exists.
 *
 * @throws LakeError 400 if the answer is too large
 */
export function documentsByIds(
  store: Store,
  ids: readonly string[],
  {includeAllVersions}: z.infer<typeof documentParams>,
  context: QueryContext,
): {documents: StoredDocument[]; omitted: {id: string; reason: 'existence'}[]} {
  const visibility = new Visibility(store, 'read', context)
  const stored = store.read(() => {
    const found = includeAllVersions ? allVersions(store, ids) : ids.map((id) => store.document(id))
    return Array.from(withinAnswer(found.filter((json) => json !== undefined)))
  })
  const documents = stored
    .map((json) => visibility.state(json))
    .filter((document) => document !== undefined)
  const asked = includeAllVersions ? publishedId : (id: string) => id
  const shown = new Set(documents.map(({_id}) => asked(_id)))
  return {
    documents,
    omitted: ids.filter((id) => !shown.has(asked(id))).map((id) => ({id, reason: 'existence'})),
  }
}

function allVersions(store: Store, ids: readonly string[]): string[] {
  return store
    .find(versionsView, [{kind: 'id', among: ids.map(publishedId)}])
    .map((revision) => store.body(revision))
}
