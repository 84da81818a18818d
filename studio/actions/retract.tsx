// Retract: a reviewer takes a published text away from readers and says why.

import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {Text} from '@sanity/ui'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {isRetracted} from '../../review/decision.ts'
import {revisionOf} from '../../review/revision.ts'
import {useReview} from '../review/use-review.ts'
import {whyNotDecide} from '../review/wording.ts'
import {DecisionForm} from './decision-form.tsx'
import {FallingPages, useFallingPages} from './falling-pages.tsx'
import {useDecide} from './use-decide.ts'

const ABOUT_TEXTS =
  'The next export replaces the page with a notice. No older text comes back. Readers get the page again once a new text is approved and published.'

const ABOUT_PEOPLE =
  'The words of this person stop counting, so the next export withholds the texts that need them. They count again once a new text of this page is approved and published.'

export const retract: DocumentActionComponent = ({id, type, draft, published}) => {
  const {decisions, mayDecide, me, governance} = useReview({id, type, draft, published})
  const decide = useDecide(me)
  const [open, setOpen] = useState(false)
  if (!mayDecide || !published) return null
  const revision = revisionOf(published)
  const retracted = isRetracted(decisions, revision)
  const title = retracted
    ? 'This text is already retracted.'
    : decisions.some(({decision}) => decision === 'approved')
      ? whyNotDecide('retracted', {type, me, governance})
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
        <RetractForm
          id={id}
          type={type}
          onSubmit={async (comment) => {
            await decide({subject: id, revision, decision: 'retracted', comment})
            setOpen(false)
          }}
        />
      ),
    },
  }
}

interface RetractFormProps {
  readonly id: string
  readonly type: string
  readonly onSubmit: (comment: string) => Promise<void>
}

/** The reviewer decides only once the form says what falls with the document. */
function RetractForm({id, type, onSubmit}: RetractFormProps) {
  const falling = useFallingPages(id)
  return (
    <DecisionForm
      label="Retract"
      commentLabel="Why?"
      commentRequired
      tone="critical"
      disabled={falling.loadable.state !== 'here'}
      onSubmit={onSubmit}
    >
      <Text size={1}>{type === 'person' ? ABOUT_PEOPLE : ABOUT_TEXTS}</Text>
      <FallingPages {...falling} />
    </DecisionForm>
  )
}
