// The form behind a request for review, and the document that it makes.

import {Checkbox, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useCallback, useId, useState} from 'react'
import {useClient} from 'sanity'
import type {Revision} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {Failed} from '../review/failed.tsx'
import {valueOf} from '../review/loadable.ts'
import {useLoadable} from '../review/use-loadable.ts'
import {DecisionForm} from './decision-form.tsx'
import {reviewersBut} from './reviewers.ts'

interface SubmittedText {
  /** The published id. */
  readonly id: string
  readonly revision: Revision
}

interface Asked {
  readonly note: string
  /** The ids of their `person` documents. */
  readonly reviewers: readonly string[]
}

/** A request to review exactly this revision of a document. */
export function submissionOf({id, revision}: SubmittedText, {note, reviewers}: Asked) {
  return {
    _type: 'submission',
    subject: {_type: 'reference', _ref: id, _weak: true},
    revision,
    reviewers: reviewers.map((reviewer) => ({
      _key: reviewer,
      _type: 'reference',
      _ref: reviewer,
      _weak: true,
    })),
    ...(note === '' ? {} : {note}),
    submittedAt: new Date().toISOString(),
  }
}

interface SubmissionFormProps {
  readonly me: string
  readonly onSubmit: (note: string, reviewers: readonly string[]) => Promise<void>
}

/** Asks whom to ask, and for a note to them. */
export function SubmissionForm({me, onSubmit}: SubmissionFormProps) {
  const client = useClient({apiVersion: API_VERSION})
  const [chosen, setChosen] = useState<readonly string[]>([])
  const groupId = useId()
  const {loadable: reviewers, retry} = useLoadable(
    useCallback((signal: AbortSignal) => reviewersBut(client, me, signal), [client, me]),
  )
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <DecisionForm
      label="Submit"
      commentLabel="Note to the reviewers"
      tone="primary"
      disabled={chosen.length === 0}
      onSubmit={(note) => onSubmit(note, chosen)}
    >
      <Stack role="group" aria-labelledby={groupId} gap={3}>
        <Text id={groupId} size={1} weight="semibold">
          Who should review it?
        </Text>
        {reviewers.state === 'loading' ? <Spinner muted /> : null}
        {reviewers.state === 'failed' ? (
          <Failed
            what="The reviewers could not be looked up"
            problem={reviewers.problem}
            onRetry={retry}
          />
        ) : null}
        {(valueOf(reviewers) ?? []).map(({_id, name}) => (
          <Choice
            key={_id}
            label={name}
            checked={chosen.includes(_id)}
            onChange={() => toggle(_id)}
          />
        ))}
      </Stack>
    </DecisionForm>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: () => void
}

function Choice({label, checked, onChange}: ChoiceProps) {
  const id = useId()
  return (
    <Flex align="center" gap={2}>
      <Checkbox id={id} checked={checked} onChange={onChange} />
      <Text as="label" htmlFor={id} size={1}>
        {label}
      </Text>
    </Flex>
  )
}
