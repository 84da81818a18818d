// Retract: a reviewer takes a published text away from readers and says why.

import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {Text} from '@sanity/ui'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {isRetracted} from '../../review/decision.ts'
import {revisionOf} from '../../review/revision.ts'
import {useReview} from '../review/use-review.ts'
import {DecisionForm} from './decision-form.tsx'
import {useDecide} from './use-decide.ts'

export const retract: DocumentActionComponent = ({id, draft, published}) => {
  const {decisions, lastApproval, isReviewer, me} = useReview({id, draft, published})
  const decide = useDecide(me)
  const [open, setOpen] = useState(false)
  if (!isReviewer || !published) return null
  const revision = revisionOf(published)
  const retracted = isRetracted(decisions, revision)
  const title = retracted
    ? 'This text is already retracted.'
    : lastApproval
      ? undefined
      : 'It was never approved, so readers never saw it.'
  return {
    label: 'Retract',
    icon: CloseCircleIcon,
    tone: 'critical',
    disabled: title !== undefined,
    title,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Retract',
      onClose: () => setOpen(false),
      content: (
        <DecisionForm
          label="Retract"
          commentLabel="Why?"
          commentRequired
          tone="critical"
          onSubmit={async (comment) => {
            await decide({subject: id, revision, decision: 'retracted', comment})
            setOpen(false)
          }}
        >
          <Text size={1}>
            The next export replaces the page with a notice. No older text comes back. Readers get
            the page again once a new text is approved and published.
          </Text>
        </DecisionForm>
      ),
    },
  }
}
