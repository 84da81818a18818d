// Request changes: a reviewer sends the text back and says what has to change.

import {UndoIcon} from '@sanity/icons/Undo'
import {Select, Stack, Text} from '@sanity/ui'
import {useId, useState, type ComponentProps, type ReactNode} from 'react'
import type {DocumentActionComponent} from 'sanity'
import type {Status} from '../../review/status.ts'
import {useFieldTitles} from '../review/use-field-titles.ts'
import {useReview, type Review} from '../review/use-review.ts'
import {whyNotDecide} from '../review/wording.ts'
import {DecisionForm} from './decision-form.tsx'
import {useDecisionPlace} from './use-decision-place.ts'

export const requestChanges: DocumentActionComponent = ({id, type, draft, published}) => {
  const review = useReview({id, type, draft, published})
  const {open} = useDecisionPlace(id)
  if (!review.mayDecide) return null
  const title = whyNotRequest(type, review)
  return {
    label: 'Request changes',
    icon: UndoIcon,
    tone: 'caution',
    disabled: title !== undefined,
    title,
    onHandle: () => open('changesRequested'),
  }
}

/** Why the user cannot request changes, as a sentence; undefined if they can. */
export function whyNotRequest(
  type: string,
  {me, governance, status, mayDecide}: Review,
): string | undefined {
  if (!mayDecide) return 'Only reviewers request changes.'
  return (
    whyNotDecide('changesRequested', {type, me, governance}) ??
    (status === 'inReview' ? undefined : notInReview(status))
  )
}

function notInReview(status: Status): string {
  switch (status) {
    case 'changesRequested':
      return 'This text was sent back already.'
    case 'approved':
    case 'published':
    case 'reviewDue':
    case 'urgent':
      return 'This text is approved. A change needs a new text.'
    case 'retracted':
      return 'This text was retracted.'
    case 'draft':
    case 'inReview':
    case 'editedSinceApproval':
      return 'This text has not been submitted for review.'
  }
}

interface RequestFormProps extends Pick<ComponentProps<typeof DecisionForm>, 'words' | 'onWords'> {
  readonly type: string
  /** The way to another decision. */
  readonly instead: ReactNode
  readonly onSubmit: (comment: string, field: string | undefined) => Promise<void>
}

export function RequestForm({type, instead, onSubmit, ...typed}: RequestFormProps) {
  const titles = useFieldTitles(type)
  const [field, setField] = useState('')
  const id = useId()
  return (
    <DecisionForm
      {...typed}
      label="Send back"
      commentLabel="What has to change?"
      comment="required"
      tone="caution"
      instead={instead}
      onSubmit={(comment) => onSubmit(comment, field || undefined)}
    >
      <Stack gap={2}>
        <Text as="label" htmlFor={id} size={1} weight="semibold">
          Where?
        </Text>
        <Select id={id} value={field} onChange={(event) => setField(event.currentTarget.value)}>
          <option value="">The text as a whole</option>
          {[...titles].map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Select>
      </Stack>
    </DecisionForm>
  )
}
