// The lists of the Studio: first what waits for the user, then content by type, then the records.

import {CalendarIcon} from '@sanity/icons/Calendar'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {ClockIcon} from '@sanity/icons/Clock'
import {CogIcon} from '@sanity/icons/Cog'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {InboxIcon} from '@sanity/icons/Inbox'
import {UndoIcon} from '@sanity/icons/Undo'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {ComponentType} from 'react'
import type {SanityClient} from 'sanity'
import type {
  DefaultDocumentNodeResolver,
  StructureBuilder,
  StructureResolver,
} from 'sanity/structure'
import {z} from 'zod'
import {
  administrativeTypes,
  governedTypes,
  isAdministrative,
  isGoverned,
  type GovernedType,
} from '../review/governed.ts'
import {personOf} from '../review/person.ts'
import {IS_RECORD} from '../review/record-types.ts'
import type {RoleName} from '../review/roles.ts'
import {API_VERSION} from '../schemas/data/api-version.ts'
import {countedIcon, workPane, type Work} from './lists/work-list.tsx'
import {dueWork, waitingWork} from './lists/work.ts'
import {PreviewPane} from './preview/preview-pane.tsx'
import {hasWebPage} from './preview/whole-text.tsx'
import {NEWEST_FIRST} from './review/records.ts'
import {ReviewPane} from './review/review-pane.tsx'

const titles: Record<GovernedType, string> = {
  article: 'Articles',
  therapyType: 'Therapy types',
  faq: 'Questions',
  disclaimer: 'Disclaimers',
  warningSigns: 'Warning signs',
  citedWork: 'References',
  condition: 'Conditions',
  clinic: 'Clinics',
  person: 'People',
  siteSettings: 'Site settings',
}

interface Inbox {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  /**
   * GROQ. `$me` is the signed-in user's person, `$governed` the governed types, and `$shared` the types
   * that users with this account role write together.
   */
  readonly filter: string
}

/** A list reads a draft under its published id, and reads its type under the draft's own id. */
const IS_DRAFT = '(_id in path("drafts.**") || _originalId in path("drafts.**"))'
/** The newest decision or request about a document asks for changes. */
const SENT_BACK = `*[${IS_RECORD} && subject._ref == string::split(^._id, "drafts.")[-1]] | ${NEWEST_FIRST}[0].decision == "changesRequested"`

const MINE = '($me in authors[]._ref || _type in $shared)'

const forWriters: readonly Inbox[] = [
  {
    id: 'my-drafts',
    title: 'My drafts',
    icon: EditIcon,
    filter: `${IS_DRAFT} && _type in $governed && ${MINE}`,
  },
  {
    id: 'sent-back',
    title: 'Sent back to me',
    icon: UndoIcon,
    filter: `_type in $governed && ${MINE} && ${SENT_BACK}`,
  },
]

interface Params {
  readonly me: string
  readonly shared: string[]
}

function inbox(S: StructureBuilder, {id, title, icon, filter}: Inbox, params: Params) {
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(
      S.documentList()
        .id(id)
        .title(title)
        .apiVersion(API_VERSION)
        .filter(filter)
        .params({...params, governed: [...governedTypes]})
        .defaultOrdering([{field: '_updatedAt', direction: 'desc'}])
        .menuItems([]),
    )
}

interface WorkBox {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  readonly work: Work
}

function workBox(S: StructureBuilder, client: SanityClient, {id, title, icon, work}: WorkBox) {
  return S.listItem()
    .id(id)
    .title(title)
    .icon(countedIcon(icon, work))
    .child(
      S.component(workPane(work))
        .id(id)
        .title(title)
        .child(async (document) => {
          const type = z
            .enum(governedTypes)
            .parse(await client.fetch<unknown>(TYPE_QUERY, {id: document}, {perspective: 'raw'}))
          return S.document().documentId(document).schemaType(type).views(viewsOf(S, type))
        }),
    )
}

const TYPE_QUERY = '*[_id in [$id, "drafts." + $id]][0]._type'

function workBoxes(client: SanityClient, me: string): {waiting: WorkBox; due: WorkBox[]} {
  return {
    waiting: {
      id: 'waiting',
      title: 'Waiting for my review',
      icon: InboxIcon,
      work: waitingWork(client, me),
    },
    due: [
      {
        id: 'due-soon',
        title: 'Due for review soon',
        icon: CalendarIcon,
        work: dueWork(client, 'soon'),
      },
      {
        id: 'overdue',
        title: 'Overdue',
        icon: WarningOutlineIcon,
        work: dueWork(client, 'overdue'),
      },
    ],
  }
}

export const structure: StructureResolver = (S, {currentUser, getClient}) => {
  const client = getClient({apiVersion: API_VERSION})
  const hasRole = (role: RoleName): boolean =>
    currentUser?.roles.some(({name}) => name === role) ?? false
  const params = {
    me: personOf(currentUser?.id ?? ''),
    shared: hasRole('administrator') ? [...administrativeTypes] : [],
  }
  const {waiting, due} = workBoxes(client, params.me)
  return S.list()
    .id('content')
    .title('Content')
    .items([
      ...(hasRole('reviewer') || hasRole('administrator')
        ? [
            workBox(S, client, waiting),
            ...(hasRole('reviewer') ? due.map((box) => workBox(S, client, box)) : []),
            S.divider(),
          ]
        : []),
      ...forWriters.map((box) => inbox(S, box, params)),
      S.divider(),
      ...governedTypes
        .filter((type) => !isAdministrative(type))
        .map((type) => S.documentTypeListItem(type).title(titles[type])),
      S.divider(),
      S.documentTypeListItem('glossaryTerm').title('Words to avoid'),
      S.documentTypeListItem('person').title(titles.person),
      S.listItem()
        .id('siteSettings')
        .title(titles.siteSettings)
        .icon(CogIcon)
        .child(
          S.document()
            .schemaType('siteSettings')
            .documentId('siteSettings')
            .views(viewsOf(S, 'siteSettings')),
        ),
      S.divider(),
      S.documentTypeListItem('submission').title('Requests for review').icon(ClockIcon),
      S.documentTypeListItem('review').title('Review log').icon(ClipboardIcon),
    ])
}

/** The form of a governed document, and the views beside it. */
function viewsOf(S: StructureBuilder, type: GovernedType) {
  const preview = S.view.component(PreviewPane).id('preview').title('Preview').icon(EyeOpenIcon)
  return [
    S.view.form(),
    ...(hasWebPage(type) ? [preview] : []),
    S.view.component(ReviewPane).id('review').title('Review').icon(CheckmarkCircleIcon),
  ]
}

export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  isGoverned(schemaType) ? S.document().views(viewsOf(S, schemaType)) : S.document()
