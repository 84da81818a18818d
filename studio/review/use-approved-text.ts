// The last approved text, from the lake's history. Reviewers compare the new text with it.

import {useCallback} from 'react'
import {useClient} from 'sanity'
import {historyOf, pastStates, withDraft, type AskHistory} from '../../review/history.ts'
import {revisionOf, type Revision, type StoredDocument} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {useLoadable, type Retryable} from './use-loadable.ts'

/**
 * @param id The published id.
 * @param revision The approved revision; undefined for a document that was never approved.
 * @returns the approved text; undefined if there is none, or if the history no longer holds it
 */
export function useApprovedText(
  id: string,
  revision: Revision | undefined,
): Retryable<StoredDocument | undefined> {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(
    useCallback(
      (signal: AbortSignal) => textOf(historyOf(client, signal), id, revision),
      [client, id, revision],
    ),
  )
}

async function textOf(
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
