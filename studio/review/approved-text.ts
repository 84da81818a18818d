// The last approved text, from the lake's history. Reviewers compare the new text with it.

import {pastStates, withDraft, type AskHistory} from '../../review/history.ts'
import {revisionOf, type Revision, type StoredDocument} from '../../review/revision.ts'

/**
 * Finds an approved text.
 *
 * @param id The published id.
 * @param revision The approved revision; undefined for a document that was never approved.
 * @returns the approved text; undefined if there is none, or if the history no longer holds it
 * @throws Error if the lake does not answer
 */
export async function approvedText(
  ask: AskHistory,
  id: string,
  revision: Revision | undefined,
): Promise<StoredDocument | undefined> {
  if (revision === undefined) return undefined
  for (const variant of withDraft(id)) {
    for await (const state of pastStates(ask, variant)) {
      if (revisionOf(state) === revision) return state
    }
  }
  return undefined
}
