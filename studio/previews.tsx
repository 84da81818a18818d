// A sign before the title of a document, in lists and references, that shows its status.

import {BoltIcon} from '@sanity/icons/Bolt'
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
import {API_VERSION} from '../schemas/data/api-version.ts'
import {loading, type Loadable} from './review/loadable.ts'
import {statusesOf} from './review/statuses.ts'
import {statusTitles, statusTones} from './review/wording.ts'

const icons: Record<Status, ComponentType> = {
  draft: EditIcon,
  inReview: EyeOpenIcon,
  changesRequested: UndoIcon,
  approved: CheckmarkCircleIcon,
  published: PublishIcon,
  urgent: BoltIcon,
  editedSinceApproval: EditIcon,
  reviewDue: WarningOutlineIcon,
  retracted: CloseCircleIcon,
}

interface StatusSignProps {
  /** The id of the published document or of its draft. */
  readonly id: string
  /** Changes with the document. */
  readonly rev: string
}

function StatusSign({id, rev}: StatusSignProps) {
  const client = useClient({apiVersion: API_VERSION})
  const [loadable, setLoadable] = useState<Loadable<Status>>(loading)
  useEffect(() => {
    const subscription = statusesOf(client, getPublishedId(id)).subscribe(setLoadable)
    return () => subscription.unsubscribe()
  }, [client, id, rev])
  const {Icon, title, tone} = signOf(loadable)
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

function signOf(loadable: Loadable<Status>) {
  switch (loadable.state) {
    case 'loading':
      return {Icon: ClockIcon, title: 'Looking up the status…', tone: 'transparent'} as const
    case 'failed':
      return {
        Icon: WarningOutlineIcon,
        title: `The status could not be looked up: ${loadable.problem}`,
        tone: 'caution',
      } as const
    case 'here':
      return {
        Icon: icons[loadable.value],
        title: statusTitles[loadable.value],
        tone: statusTones[loadable.value],
      }
  }
}

/** Adds the sign to the previews of a governed type. Other types stay as they are. */
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
