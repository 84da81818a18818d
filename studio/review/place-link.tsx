// A link to a place in a document. In its form, it leads there without leaving the form.

import {studioPath} from '@sanity/client/csm'
import type {MouseEvent, ReactNode} from 'react'
import {IntentLink} from 'sanity/router'
import {useDocumentPane} from 'sanity/structure'

export interface DocumentRef {
  /** The published id. */
  readonly id: string
  readonly type: string
}

interface PlaceLinkProps extends DocumentRef {
  readonly path: string
  /** Selects words at the place. Returns whether the place has the focus by that. */
  readonly select?: () => boolean
  readonly children: ReactNode
}

export function PlaceLink({id, type, path, select, children}: PlaceLinkProps) {
  const {activeViewId, onPathOpen, onFocus} = useDocumentPane()
  const show = (event: MouseEvent): void => {
    if (activeViewId !== FORM || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const steps = studioPath.fromString(path)
    onPathOpen(steps)
    if (select?.() !== true) onFocus(steps)
  }
  return (
    <IntentLink intent="edit" params={{id, type, path}} onClick={show}>
      {children}
    </IntentLink>
  )
}

/** The id of the form among the views of a document. */
const FORM = 'editor'
