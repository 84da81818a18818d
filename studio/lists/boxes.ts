// The lists of what waits for the signed-in user, each with its number. The desk and the dashboard show the same ones.

import {BookIcon} from '@sanity/icons/Book'
import {CalendarIcon} from '@sanity/icons/Calendar'
import {EditIcon} from '@sanity/icons/Edit'
import {InboxIcon} from '@sanity/icons/Inbox'
import {UndoIcon} from '@sanity/icons/Undo'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {ComponentType} from 'react'
import {map, switchMap, type Observable} from 'rxjs'
import type {CurrentUser, SanityClient} from 'sanity'
import {z} from 'zod'
import {hasRole} from '../../review/roles.ts'
import {liveQuery, persistent, shared} from '../live-query.ts'
import {ALL_RECORDS_LISTENER} from '../review/records.ts'
import {
  EVER_SENT_BACK,
  IS_MY_DRAFT,
  IS_SENT_BACK,
  MY_DRAFTS,
  paramsFor,
  type Params,
} from './mine.ts'
import type {Work} from './work-list.tsx'
import {checkWork, dueWork, waitingWork} from './work.ts'

export interface Box {
  /** The id of its pane, and so its address in the desk. */
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  /** How many documents it holds. */
  readonly count: Observable<number>
}

export interface WorkBox extends Box {
  readonly work: Work
}

export interface Inbox extends Box {
  /** GROQ */
  readonly filter: string
  readonly params: Params
}

/** The lists of a user in their order. A user who decides on nothing has none of the first kind. */
export interface Boxes {
  readonly work: readonly WorkBox[]
  readonly inboxes: readonly Inbox[]
}

export function boxesOf(client: SanityClient, user: CurrentUser | null): Boxes {
  const params = paramsFor(user)
  const {me} = params
  return {
    work: [
      ...(hasRole(user, 'reviewer') || hasRole(user, 'administrator')
        ? [workBox('waiting', 'Waiting for my review', InboxIcon, waitingWork(client, me))]
        : []),
      ...(hasRole(user, 'reviewer')
        ? [
            workBox('due-soon', 'Due for review soon', CalendarIcon, dueWork(client, 'soon')),
            workBox('overdue', 'Overdue', WarningOutlineIcon, dueWork(client, 'overdue')),
            workBox('check-due', 'References due for a check', BookIcon, checkWork(client)),
          ]
        : []),
    ],
    inboxes: [
      {
        id: 'my-drafts',
        title: 'My drafts',
        icon: EditIcon,
        filter: IS_MY_DRAFT,
        params,
        count: draftCount(client, params),
      },
      {
        id: 'sent-back',
        title: 'Sent back to me',
        icon: UndoIcon,
        filter: IS_SENT_BACK,
        params,
        count: sentBackCount(client, params),
      },
    ],
  }
}

function workBox(id: string, title: string, icon: ComponentType, work: Work): WorkBox {
  return {id, title, icon, work, count: work.items.pipe(map((items) => items.length))}
}

function draftCount(client: SanityClient, params: Params): Observable<number> {
  return liveQuery(client, {
    fetch: `count(${MY_DRAFTS})`,
    // A draft becomes that of a user with the request for its review.
    listen: '*[_id in path("drafts.**") && _type in $governed || _type == "submission"]',
    params,
    perspective: 'raw',
    withDrafts: true,
  }).pipe(
    map((answer) => z.int().parse(answer)),
    shared(),
  )
}

function sentBackCount(client: SanityClient, params: Params): Observable<number> {
  return liveQuery(client, {
    fetch: EVER_SENT_BACK,
    listen: ALL_RECORDS_LISTENER,
    perspective: 'raw',
  }).pipe(
    switchMap((answer) => {
      const ids = [...new Set(z.array(z.string()).parse(answer))]
      const query = `count(*[_id in $ids && ${IS_SENT_BACK}])`
      return client.fetch<unknown>(query, {...params, ids}, {perspective: 'drafts'})
    }),
    map((answer) => z.int().parse(answer)),
    persistent(),
    shared(),
  )
}
