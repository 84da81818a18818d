// Why an approval by the signed-in user would not count, for the button that approves a text.

import {useMemo} from 'react'
import {useClient, type SanityDocument} from 'sanity'
import {historyOf} from '../../review/history.ts'
import {revisionOf} from '../../review/revision.ts'
import type {Objection} from '../../review/trail.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {objectionTo, type ApprovalQuestion} from './objection.ts'
import {useLoadable, type Retryable} from './use-loadable.ts'

interface Question extends Omit<ApprovalQuestion, 'document'> {
  readonly document: SanityDocument | null
}

/** Loads what `objectionTo` finds. It stays `loading` while there is no document. */
export function useObjection({
  document,
  user,
  kind,
  decisions,
  governance,
}: Question): Retryable<Objection | undefined> {
  const client = useClient({apiVersion: API_VERSION})
  const revision = document ? revisionOf(document) : undefined
  const ask = useMemo(
    () =>
      document
        ? (signal: AbortSignal) =>
            objectionTo(historyOf(client, signal), {document, user, kind, decisions, governance})
        : undefined,
    // The text is the same for each object with this revision. `_rev` changes when the lake has stored it.
    [client, revision, document?._rev, user, kind, decisions, governance],
  )
  return useLoadable(ask)
}
