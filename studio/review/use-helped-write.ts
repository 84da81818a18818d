// Whether the signed-in user wrote any of the text, for the button that approves it.

import {useCallback} from 'react'
import {useClient} from 'sanity'
import {historyOf} from '../../review/history.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {helpedWrite, type AuthorshipQuestion} from './helped-write.ts'
import {useLoadable, type Retryable} from './use-loadable.ts'

/** Loads what `helpedWrite` finds. */
export function useHelpedWrite({
  id,
  revision,
  user,
  decisions,
}: AuthorshipQuestion): Retryable<boolean> {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(
    useCallback(
      (signal: AbortSignal) =>
        helpedWrite(historyOf(client, signal), {id, revision, user, decisions}),
      [client, id, revision, user, decisions],
    ),
  )
}
