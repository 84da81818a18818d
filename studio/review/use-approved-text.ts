// The last approved text, for the components that show it.

import {useCallback} from 'react'
import {useClient} from 'sanity'
import {historyOf} from '../../review/history.ts'
import type {Revision, StoredDocument} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {approvedText} from './approved-text.ts'
import {useLoadable, type Retryable} from './use-loadable.ts'

/** Loads what `approvedText` finds. */
export function useApprovedText(
  id: string,
  revision: Revision | undefined,
): Retryable<StoredDocument | undefined> {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(
    useCallback(
      (signal: AbortSignal) => approvedText(historyOf(client, signal), id, revision),
      [client, id, revision],
    ),
  )
}
