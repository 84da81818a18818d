// Submit for review: a writer asks reviewers to decide on exactly this text.

import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {useState} from 'react'
import {useClient, useValidationStatus, type DocumentActionComponent} from 'sanity'
import {isWaiting} from '../../review/status.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {useReview} from '../review/use-review.ts'
import {SubmissionForm, submissionOf} from './submission-form.tsx'

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
    if (revision === undefined) return
    await client.create(submissionOf({id, revision}, {note, reviewers}))
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
