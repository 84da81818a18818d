// Where a reviewer decides: in the Review view, beside the text. The address of the pane says which decision.

import {useCallback} from 'react'
import {usePaneRouter} from 'sanity/structure'
import {decisionKinds, type DecisionKind} from '../../review/decision.ts'

/** The id of the view among the views of a document. */
export const REVIEW_VIEW = 'review'

interface DecisionPlace {
  /** The decision whose form the user asked for; undefined if they asked for none. */
  readonly asked: DecisionKind | undefined
  /** Shows the form of a decision, and moves the focus there. */
  readonly open: (decision: DecisionKind) => void
  /** Takes the form away again. */
  readonly close: () => void
}

/** @param id The published id of the document. */
export function useDecisionPlace(id: string): DecisionPlace {
  const {params, setParams} = usePaneRouter()
  const open = useCallback(
    (decision: DecisionKind) => {
      setParams({...params, view: REVIEW_VIEW, decide: decision})
      // A form that is open already may be out of sight.
      document.getElementById(panelId(id))?.focus()
    },
    [params, setParams, id],
  )
  const close = useCallback(() => {
    const {decide: _, ...others} = params ?? {}
    setParams(others)
  }, [params, setParams])
  return {asked: decisionKinds.find((kind) => kind === params?.decide), open, close}
}

/** The id of the element that holds the forms. */
export function panelId(id: string): string {
  return `decision-on-${id}`
}
