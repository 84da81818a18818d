// Whether the signed-in user wrote any of the text since it was last approved. If so, they cannot
// approve it; the lake refuses it too.

import {useCallback} from 'react'
import {useClient} from 'sanity'
import {earlierThan, helpedWrite} from '../../review/authorship.ts'
import type {Decision} from '../../review/decision.ts'
import {changesOf, historyOf} from '../../review/history.ts'
import type {Revision} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {useLoadable, type Retryable} from './use-loadable.ts'

interface Question {
  readonly id: string
  readonly revision: Revision | undefined
  readonly user: string
  readonly approvals: readonly Decision[]
}

/** Whether the user helped to write the revision; false if there is no revision. */
export function useHelpedWrite({id, revision, user, approvals}: Question): Retryable<boolean> {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(
    useCallback(
      async (signal: AbortSignal) => {
        if (revision === undefined) return false
        const now = new Date().toISOString()
        const changes = await changesOf(historyOf(client, signal), id, now)
        return helpedWrite(user, changes, earlierThan({revision, decidedAt: now}, approvals))
      },
      [client, id, revision, user, approvals],
    ),
  )
}
