// Where documents stand, in lists and wherever else they are named: a sign in front of each.

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {PublishIcon} from '@sanity/icons/Publish'
import {UndoIcon} from '@sanity/icons/Undo'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card} from '@sanity/ui'
import {useEffect, useState, type ComponentType} from 'react'
import {getPublishedId, useClient, type DocumentDefinition} from 'sanity'
import {isGoverned} from '../review/governed.ts'
import type {Status} from '../review/status.ts'
import {API_VERSION} from './environment.ts'
import {failedWith, loading, type Answer} from './review/answer.ts'
import {statusesOf} from './review/statuses.ts'
import {statusTitles, statusTones} from './review/wording.ts'

const icons: Record<Status, ComponentType> = {
  draft: EditIcon,
  inReview: EyeOpenIcon,
  changesRequested: UndoIcon,
  approved: CheckmarkCircleIcon,
  published: PublishIcon,
  editedSinceApproval: EditIcon,
  reviewDue: WarningOutlineIcon,
  retracted: CloseCircleIcon,
}

interface StatusSignProps {
  /** Of the published document or of its draft. */
  readonly id: string
  /** A new one means that the document has changed. */
  readonly rev: string
}

function StatusSign({id, rev}: StatusSignProps) {
  const client = useClient({apiVersion: API_VERSION})
  const [answer, setAnswer] = useState<Answer<Status>>(loading)
  useEffect(() => {
    const subscription = statusesOf(client, getPublishedId(id)).subscribe({
      next: (status) => setAnswer({state: 'here', value: status}),
      error: (error: unknown) => setAnswer(failedWith(error)),
    })
    return () => subscription.unsubscribe()
  }, [client, id, rev])
  const {Icon, title, tone} = signOf(answer)
  return (
    <Card
      tone={tone}
      radius={2}
      role="img"
      aria-label={title}
      title={title}
      style={{display: 'grid', placeItems: 'center', width: '100%', height: '100%'}}
    >
      <Icon />
    </Card>
  )
}

function signOf(answer: Answer<Status>) {
  switch (answer.state) {
    case 'loading':
      return {Icon: ClockIcon, title: 'Looking up its status…', tone: 'transparent'} as const
    case 'failed':
      return {
        Icon: WarningOutlineIcon,
        title: `Its status could not be looked up: ${answer.problem}`,
        tone: 'caution',
      } as const
    case 'here':
      return {
        Icon: icons[answer.value],
        title: statusTitles[answer.value],
        tone: statusTones[answer.value],
      }
  }
}

/** Types whose documents are approved say in their previews how far each has come. */
export function withStatus(type: DocumentDefinition): DocumentDefinition {
  if (!isGoverned(type.name) || !type.preview) return type
  const {select, prepare} = type.preview
  return {
    ...type,
    preview: {
      select: {...select, _id: '_id', _rev: '_rev'},
      prepare: ({_id, _rev, ...selection}, options) => ({
        ...(prepare ? prepare(selection, options) : selection),
        ...(typeof _id === 'string' ? {media: <StatusSign id={_id} rev={String(_rev)} />} : {}),
      }),
    },
  }
}
