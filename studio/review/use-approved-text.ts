// The text that was approved last, from the lake's history: what a reviewer compares with.

import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {pastStates, withDraft, type AskHistory} from '../../review/history.ts'
import {revisionOf, type Revision, type StoredDocument} from '../../review/revision.ts'
import {API_VERSION} from '../environment.ts'
import {historyOf} from './history.ts'

/** `undefined` while it is looked for; `null` where there is none, or no longer. */
export type ApprovedText = StoredDocument | null | undefined

/**
 * @param id The published id.
 * @param revision The revision that was approved; undefined for a document that never was.
 */
export function useApprovedText(id: string, revision: Revision | undefined): ApprovedText {
  const client = useClient({apiVersion: API_VERSION})
  const [text, setText] = useState<ApprovedText>()
  useEffect(() => {
    const leaving = new AbortController()
    const show = (found: ApprovedText): void => {
      if (!leaving.signal.aborted) setText(found)
    }
    show(undefined)
    textOf(historyOf(client, leaving.signal), id, revision).then(show, () => show(null))
    return () => leaving.abort()
  }, [client, id, revision])
  return text
}

async function textOf(
  ask: AskHistory,
  id: string,
  revision: Revision | undefined,
): Promise<StoredDocument | null> {
  if (revision === undefined) return null
  for (const variant of withDraft(id)) {
    for await (const state of pastStates(ask, variant)) {
      if (revisionOf(state) === revision) return state
    }
  }
  return null
}
