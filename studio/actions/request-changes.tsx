// Request changes: a reviewer sends the text back and says what has to change.

import {UndoIcon} from '@sanity/icons/Undo'
import {Select, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {useFieldTitles} from '../review/use-field-titles.ts'
import {useReview} from '../review/use-review.ts'
import {whyNotDecide} from '../review/wording.ts'
import {DecisionForm} from './decision-form.tsx'
import {useDecide} from './use-decide.ts'

export const requestChanges: DocumentActionComponent = ({id, type, draft, published}) => {
  const {revision, mayDecide, me, governance, status} = useReview({id, type, draft, published})
  const decide = useDecide(me)
  const [open, setOpen] = useState(false)
  if (!mayDecide) return null
  const title =
    whyNotDecide('changesRequested', {type, me, governance}) ??
    (status === 'inReview' ? undefined : 'This text has not been submitted for review.')
  return {
    label: 'Request changes',
    icon: UndoIcon,
    tone: 'caution',
    disabled: title !== undefined,
    title,
    onHandle: () => setOpen(true),
    dialog: open &&
      revision !== undefined && {
        type: 'dialog',
        header: 'Request changes',
        onClose: () => setOpen(false),
        content: (
          <RequestForm
            type={type}
            onSubmit={async (comment, field) => {
              await decide({subject: id, revision, decision: 'changesRequested', field, comment})
              setOpen(false)
            }}
          />
        ),
      },
  }
}

interface RequestFormProps {
  readonly type: string
  readonly onSubmit: (comment: string, field: string | undefined) => Promise<void>
}

function RequestForm({type, onSubmit}: RequestFormProps) {
  const titles = useFieldTitles(type)
  const [field, setField] = useState('')
  const id = useId()
  return (
    <DecisionForm
      label="Send back"
      commentLabel="What has to change?"
      commentRequired
      tone="caution"
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
