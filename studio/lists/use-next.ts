// What follows a decision: the next document of the list that led here, or the news that nothing more waits.

import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {usePaneRouter} from 'sanity/structure'
import type {DecisionKind} from '../../review/decision.ts'
import type {Decided} from '../actions/decision-panel.tsx'
import {REVIEW_VIEW, useDecisionPlace} from '../actions/use-decision-place.ts'
import type {WorkItem} from './work-list.tsx'

interface Here {
  /** The published id of the open document. */
  readonly id: string
  readonly title: string
  /** The documents of the list; undefined without a list. */
  readonly listed: readonly WorkItem[] | undefined
}

interface Next {
  /** What the user decided, where no other document follows. */
  readonly done: string | undefined
  readonly onDecided: (decided: Decided) => void
}

export function useNext({id, title, listed}: Here): Next {
  const {replaceCurrent} = usePaneRouter()
  const {close} = useDecisionPlace(id)
  const toast = useToast()
  const [done, setDone] = useState<string>()
  const onDecided = ({decision, ids, isPartial}: Decided): void => {
    // The form goes on with the other word of the user.
    if (isPartial) return
    // A retraction is about the published text. The text that waits stays in the list.
    const waiting = decision === 'retracted' ? undefined : listed
    const left = waiting && leftAfter(waiting, id, new Set(ids))
    const [next] = left ?? []
    if (!left || !next) {
      close()
      setDone(
        left ? `${doneWords[decision]} Nothing more waits in this list.` : doneWords[decision],
      )
      return
    }
    toast.push({
      status: 'success',
      title: `${doneTitles[decision]}: ${title}`,
      description: left.length === 1 ? 'This is the last one.' : `${left.length} more wait.`,
    })
    replaceCurrent({id: next.id, params: {view: REVIEW_VIEW}})
  }
  return {done, onDecided}
}

/** The documents of a list without those that are decided, beginning with the one that follows. */
function leftAfter(
  listed: readonly WorkItem[],
  id: string,
  decided: ReadonlySet<string>,
): readonly WorkItem[] {
  const here = listed.findIndex((item) => item.id === id)
  return [...listed.slice(here + 1), ...listed.slice(0, Math.max(here, 0))].filter(
    (item) => !decided.has(item.id),
  )
}

const doneTitles: Record<DecisionKind, string> = {
  approved: 'Approved',
  changesRequested: 'Sent back',
  retracted: 'Retracted',
}

const doneWords: Record<DecisionKind, string> = {
  approved: 'You approved this text.',
  changesRequested: 'You sent this text back.',
  retracted: 'You retracted the published text.',
}
