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
import {administrativeTypes, governedTypes} from '../../review/governed.ts'
import {personOf} from '../../review/person.ts'
import {IS_RECORD} from '../../review/record-types.ts'
import {hasRole} from '../../review/roles.ts'
import {liveQuery, persistent, shared} from '../live-query.ts'
import {ALL_RECORDS_LISTENER, NEWEST_FIRST} from '../review/records.ts'
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
  /**
   * GROQ. `$me` is the signed-in user's person, `$governed` the governed types, and `$shared` the types
   * that users with this account role write together.
   */
  readonly filter: string
  readonly params: Params
}

type Params = Readonly<Record<'governed' | 'shared', string[]> & {me: string}>

/** The lists of a user in their order. A user who decides on nothing has none of the first kind. */
export interface Boxes {
  readonly work: readonly WorkBox[]
  readonly inboxes: readonly Inbox[]
}

export function boxesOf(client: SanityClient, user: CurrentUser | null): Boxes {
  const me = personOf(user?.id ?? '')
  const params = {
    me,
    governed: [...governedTypes],
    shared: hasRole(user, 'administrator') ? [...administrativeTypes] : [],
  }
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
        filter: `${IS_DRAFT} && _type in $governed && ${MINE}`,
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

/** A list reads a draft under its published id, and reads its type under the draft's own id. */
const IS_DRAFT = '(_id in path("drafts.**") || _originalId in path("drafts.**"))'
const MINE = '($me in authors[]._ref || _type in $shared)'
/** The newest decision or request about a document asks for changes. */
const SENT_BACK = `*[${IS_RECORD} && subject._ref == string::split(^._id, "drafts.")[-1]] | ${NEWEST_FIRST}[0].decision == "changesRequested"`
const IS_SENT_BACK = `_type in $governed && ${MINE} && ${SENT_BACK}`

const MY_DRAFTS = `*[_id in path("drafts.**") && _type in $governed && ${MINE}]`

function draftCount(client: SanityClient, params: Params): Observable<number> {
  return liveQuery(client, {
    fetch: `count(${MY_DRAFTS})`,
    listen: MY_DRAFTS,
    params,
    perspective: 'raw',
    withDrafts: true,
  }).pipe(
    map((answer) => z.int().parse(answer)),
    shared(),
  )
}

/** All documents that were ever sent back: few, so that the lake need not look at all others. */
const EVER_SENT_BACK = '*[_type == "review" && decision == "changesRequested"].subject._ref'

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
