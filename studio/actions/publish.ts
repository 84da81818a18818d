// Publish: only for a text whose plan is met, or which is an urgent correction. Otherwise a tooltip says
// what is missing.

import {PublishIcon} from '@sanity/icons/Publish'
import {useEffect, useState} from 'react'
import {useDocumentOperation, type DocumentActionComponent} from 'sanity'
import {progressText} from '../../model/standing/progress.ts'
import {useReview, type Review} from '../review/use-review.ts'

export const publish: DocumentActionComponent = ({id, type, draft, published}) => {
  const {status, text, loaded, mayPublishFirst} = useReview({id, type, draft, published})
  const operation = useDocumentOperation(id, type)
  const [publishing, setPublishing] = useState(false)
  useEffect(() => {
    if (!draft) setPublishing(false)
  }, [draft])
  const refusal = operation.publish.disabled
  const lacking = whyNotPublish({status, text})
  const reason =
    (draft === null ? 'There is no draft to publish.' : undefined) ??
    (mayPublishFirst ? undefined : lacking) ??
    (refusal ? refusalMessage(refusal) : undefined)
  return {
    label: publishing ? 'Publishing…' : 'Publish',
    icon: PublishIcon,
    tone: 'positive',
    disabled: !loaded || publishing || reason !== undefined,
    title: reason ?? (lacking === undefined ? undefined : PUBLISHED_FIRST),
    shortcut: 'Ctrl+Alt+P',
    onHandle: () => {
      setPublishing(true)
      operation.publish.execute()
    },
  }
}

const PUBLISHED_FIRST =
  'This text is not approved. You may publish it, because there is no approved one. It counts once another administrator approves it.'

function whyNotPublish({status, text}: Pick<Review, 'status' | 'text'>): string | undefined {
  if (!text) return 'Looking up the words on this text…'
  const progress = progressText(text.requirements)
  switch (status) {
    case 'approved':
    case 'published':
    case 'urgent':
    // The text of the draft is the published text.
    case 'reviewDue':
      return undefined
    case 'inReview':
      return `This text waits for words: ${progress}.`
    case 'changesRequested':
      return 'This text was sent back. Change it, and submit it for review.'
    case 'retracted':
      return 'Exactly this text was retracted.'
    case 'draft':
    case 'editedSinceApproval':
      return `This text is not approved: ${progress}. Submit it for review.`
  }
}

function refusalMessage(reason: string): string {
  return reason === 'ALREADY_PUBLISHED'
    ? 'This text is already published.'
    : 'Sanity cannot publish it now.'
}
