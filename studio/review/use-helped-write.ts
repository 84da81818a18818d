// Whether the signed-in user wrote any of the text since the last approved text. If so, they cannot
// approve it; the lake refuses it too.

import {useCallback} from 'react'
import {useClient} from 'sanity'
import type {Decision} from '../../review/decision.ts'
import {caseFileOf, historyOf} from '../../review/history.ts'
import type {Revision} from '../../review/revision.ts'
import {objectionToApproval} from '../../review/trail.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {useLoadable, type Retryable} from './use-loadable.ts'

interface Question {
  readonly id: string
  readonly revision: Revision | undefined
  readonly user: string
  readonly decisions: readonly Decision[]
}

/** Whether the user helped to write the revision; false if there is no revision. */
export function useHelpedWrite({id, revision, user, decisions}: Question): Retryable<boolean> {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(
    useCallback(
      async (signal: AbortSignal) => {
        if (revision === undefined) return false
        const known = await caseFileOf(historyOf(client, signal), id, decisions)
        // The lake judges who may have filed a decision. The Studio takes all of them as genuine.
        const administrators = new Set(
          known.decisions.flatMap(({filed}) => filed.map(({author}) => author)),
        )
        const objection = objectionToApproval(
          user,
          {subject: id, revision},
          {...known, administrators},
        )
        return objection === 'ownWords'
      },
      [client, id, revision, user, decisions],
    ),
  )
}
