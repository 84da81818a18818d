// Request changes: a reviewer sends this text back, and says what is to be done.
import {UndoIcon} from '@sanity/icons/Undo'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'

import {useReview} from '../review/useReview.ts'
import {DecisionForm} from './DecisionForm.tsx'
import {useDecide} from './useDecide.ts'

export const requestChanges: DocumentActionComponent = ({id, draft, published}) => {
  const {revision, isReviewer, me, status} = useReview({id, draft, published})
  const decide = useDecide(me)
  const [open, setOpen] = useState(false)
  if (!isReviewer) return null
  return {
    label: 'Request changes',
    icon: UndoIcon,
    tone: 'caution',
    disabled: status !== 'inReview',
    title: status === 'inReview' ? undefined : 'Nobody has asked for a review of this text.',
    onHandle: () => setOpen(true),
    dialog: open &&
      revision !== undefined && {
        type: 'dialog',
        header: 'Request changes',
        onClose: () => setOpen(false),
        content: (
          <DecisionForm
            label="Send back"
            commentLabel="What has to change, and where?"
            commentRequired
            tone="caution"
            onSubmit={async (comment) => {
              await decide({subject: id, revision, decision: 'changesRequested', comment})
              setOpen(false)
            }}
          />
        ),
      },
  }
}
