// The audit trail of documents: who changed them when, and the digest of each state, without the words.
// Sanity's API has no such endpoint. A build job may not read drafts, but it needs to know who wrote them.

import type {QueryContext} from '../query/context.ts'
import {Visibility} from '../query/visibility.ts'
import {publishedId} from '../store/document.ts'
import type {Store} from '../store/store.ts'

/**
 * What each transaction made of some documents, as lines of JSON, oldest first. A document
 * is left out unless the caller may see the history of its published states.
 *
 * @param ids published ids; the trail covers drafts and versions too
 */
export function trailLines(store: Store, ids: readonly string[], context: QueryContext): string[] {
  const visibility = new Visibility(store, 'history', context)
  return store.read(() => {
    const shown = visibility.unlimited ? ids : ids.filter((id) => isPublic(store, id, visibility))
    return store.history
      .trailOf(shown.map(publishedId))
      .map(
        ({place, author, at: timestamp, id: document, revision: digest}) =>
          `${JSON.stringify({place, author, timestamp, document, digest})}\n`,
      )
  })
}

/** Whether the caller may see some published state of a document. */
function isPublic(store: Store, id: string, visibility: Visibility): boolean {
  return visibility.state(store.history.lastState(publishedId(id))) !== undefined
}
