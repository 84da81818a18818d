// Whether the signed-in user wrote any of the text since it was last approved: then they cannot
// approve it. The lake holds them to that as well.

import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {earlierThan, helpedWrite} from '../../review/authorship.ts'
import type {Decision} from '../../review/decision.ts'
import {changesOf} from '../../review/history.ts'
import type {Revision} from '../../review/revision.ts'
import {API_VERSION} from '../environment.ts'
import {historyOf} from './history.ts'

interface Question {
  readonly id: string
  readonly revision: Revision | undefined
  readonly user: string
  readonly approvals: readonly Decision[]
}

/** @returns undefined until that is known */
export function useHelpedWrite({id, revision, user, approvals}: Question): boolean | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const [answer, setAnswer] = useState<boolean>()
  useEffect(() => {
    const leaving = new AbortController()
    setAnswer(undefined)
    if (revision === undefined) return undefined
    const now = new Date().toISOString()
    const earlier = earlierThan({revision, decidedAt: now}, approvals)
    const answerFor = async (): Promise<boolean | undefined> => {
      const changes = await changesOf(historyOf(client, leaving.signal), id, now)
      return helpedWrite(user, changes, earlier)
    }
    const show = (helped: boolean | undefined): void => {
      if (!leaving.signal.aborted) setAnswer(helped)
    }
    answerFor().then(show, () => show(undefined))
    return () => leaving.abort()
  }, [client, id, revision, user, approvals])
  return answer
}
