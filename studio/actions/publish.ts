// Publish: only for a text that a reviewer has approved. Otherwise a tooltip says why it is disabled.

import {PublishIcon} from '@sanity/icons/Publish'
import {useEffect, useState} from 'react'
import {useDocumentOperation, type DocumentActionComponent} from 'sanity'
import type {Status} from '../../review/status.ts'
import {useReview} from '../review/use-review.ts'

export const publish: DocumentActionComponent = ({id, type, draft, published}) => {
  const {status, loaded} = useReview({id, draft, published})
  const operation = useDocumentOperation(id, type)
  const [publishing, setPublishing] = useState(false)
  useEffect(() => {
    if (!draft) setPublishing(false)
  }, [draft])
  const refusal = operation.publish.disabled
  const title =
    whyNotPublish(status, draft !== null) ?? (refusal ? refusalMessage(refusal) : undefined)
  return {
    label: publishing ? 'Publishing…' : 'Publish',
    icon: PublishIcon,
    tone: 'positive',
    disabled: !loaded || publishing || title !== undefined,
    title,
    shortcut: 'Ctrl+Alt+P',
    onHandle: () => {
      setPublishing(true)
      operation.publish.execute()
    },
  }
}

function whyNotPublish(status: Status, hasDraft: boolean): string | undefined {
  if (!hasDraft) return 'There is no draft to publish.'
  switch (status) {
    case 'approved':
    case 'published':
      return undefined
    case 'inReview':
      return 'No reviewer has decided on this text yet.'
    case 'changesRequested':
      return 'A reviewer has asked for changes.'
    case 'retracted':
      return 'A reviewer has retracted exactly this text.'
    default:
      return 'No reviewer has approved exactly this text. Submit it for review.'
  }
}

function refusalMessage(reason: string): string {
  return reason === 'ALREADY_PUBLISHED'
    ? 'This text is already published.'
    : 'Sanity cannot publish it now.'
}
