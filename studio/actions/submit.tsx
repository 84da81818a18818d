// Submit for review: a writer asks reviewers to decide on exactly this text.

import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {Checkbox, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useCallback, useId, useState} from 'react'
import {useClient, useValidationStatus, type DocumentActionComponent} from 'sanity'
import {z} from 'zod'
import {isWaiting} from '../../review/status.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {Failed} from '../review/failed.tsx'
import {useLoadable} from '../review/use-loadable.ts'
import {useReview} from '../review/use-review.ts'
import {DecisionForm} from './decision-form.tsx'

export const submit: DocumentActionComponent = ({id, type, draft, published}) => {
  const review = useReview({id, draft, published})
  const {validation, isValidating} = useValidationStatus(draft?._id ?? id, type, true)
  const client = useClient({apiVersion: API_VERSION})
  const [open, setOpen] = useState(false)
  const {revision, status, me} = review
  const errors = validation.filter(({level}) => level === 'error').length
  if (status === 'approved' || status === 'published') return null
  const waits = revision !== undefined && isWaiting(revision, review)
  const title = whyNotSubmit({waits, errors, isValidating, hasText: revision !== undefined})
  const send = async (note: string, reviewers: readonly string[]): Promise<void> => {
    await client.create({
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
    })
    setOpen(false)
  }
  return {
    label: 'Submit for review',
    icon: ArrowRightIcon,
    tone: 'primary',
    disabled: title !== undefined || !review.loaded,
    title,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Submit for review',
      onClose: () => setOpen(false),
      content: <SubmissionForm me={me} onSubmit={send} />,
    },
  }
}

function whyNotSubmit({
  waits,
  errors,
  isValidating,
  hasText,
}: {
  readonly waits: boolean
  readonly errors: number
  readonly isValidating: boolean
  readonly hasText: boolean
}): string | undefined {
  if (!hasText) return 'There is nothing to review yet.'
  if (waits) return 'This text is already waiting for review.'
  if (isValidating) return 'Checking the text…'
  if (errors > 0) return `Fix ${errors === 1 ? 'the error' : `the ${errors} errors`} first.`
  return undefined
}

const REVIEWERS_QUERY = '*[_type == "person" && "reviewer" in roles] | order(name){_id, name}'
const people = z.array(z.object({_id: z.string(), name: z.string()}))

interface SubmissionFormProps {
  readonly me: string
  readonly onSubmit: (note: string, reviewers: readonly string[]) => Promise<void>
}

function SubmissionForm({me, onSubmit}: SubmissionFormProps) {
  const client = useClient({apiVersion: API_VERSION})
  const [chosen, setChosen] = useState<readonly string[]>([])
  const groupId = useId()
  const {loadable: reviewers, retry} = useLoadable(
    useCallback(
      async (signal: AbortSignal) =>
        people
          .parse(await client.fetch<unknown>(REVIEWERS_QUERY, {}, {signal}))
          .filter(({_id}) => _id !== me),
      [client, me],
    ),
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
        {(reviewers.state === 'here' ? reviewers.value : []).map(({_id, name}) => (
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
