// The lists of the Studio: first what waits for the user, then content by type, then the records.

import {CalendarIcon} from '@sanity/icons/Calendar'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {ClockIcon} from '@sanity/icons/Clock'
import {CogIcon} from '@sanity/icons/Cog'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {InboxIcon} from '@sanity/icons/Inbox'
import {SearchIcon} from '@sanity/icons/Search'
import {UndoIcon} from '@sanity/icons/Undo'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {ComponentType} from 'react'
import {map, switchMap} from 'rxjs'
import {getDraftId, type SanityClient} from 'sanity'
import type {
  DefaultDocumentNodeResolver,
  StructureBuilder,
  StructureResolver,
} from 'sanity/structure'
import {today} from '../review/days.ts'
import {isReviewedAgain} from '../review/due.ts'
import {
  administrativeTypes,
  governedTypes,
  isAdministrative,
  isGoverned,
  isPageType,
  type GovernedType,
} from '../review/governed.ts'
import {personOf} from '../review/person.ts'
import {IS_RECORD} from '../review/record-types.ts'
import type {RoleName} from '../review/roles.ts'
import {API_VERSION} from '../schemas/data/api-version.ts'
import {ChecksPane} from './checks/checks-pane.tsx'
import {liveQuery} from './live-query.ts'
import {PreviewPane} from './preview/preview-pane.tsx'
import {idsByUrgency, withRevisions} from './review/due.ts'
import {
  DUE_QUERY,
  GOVERNANCE_LISTENER,
  NEWEST_FIRST,
  parseDueRecords,
  parseRequests,
  REQUESTS_QUERY,
} from './review/records.ts'
import {ReviewPane} from './review/review-pane.tsx'
import {waitingFor} from './review/waiting.ts'

const titles: Record<GovernedType, string> = {
  article: 'Articles',
  therapyType: 'Therapy types',
  faq: 'Questions',
  disclaimer: 'Disclaimers',
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

/** A list whose documents are found in code. It follows the records, because a decision takes a document off it. */
interface FoundBox {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  readonly query: string
  readonly params: Readonly<Record<string, string | string[]>>
  /** The published ids of the documents, given the answer to the query. */
  readonly find: (answer: unknown) => Promise<string[]>
}

/** A list sends all its ids in the address of a listener. A server refuses an address that is too long. */
const LISTED = 100

function foundBox(
  S: StructureBuilder,
  client: SanityClient,
  {id, title, icon, query, params, find}: FoundBox,
) {
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(() =>
      liveQuery(client, {
        fetch: query,
        listen: GOVERNANCE_LISTENER,
        params,
        perspective: 'raw',
      }).pipe(
        switchMap(find),
        map((ids) =>
          S.documentList()
            .id(id)
            .title(title)
            .apiVersion(API_VERSION)
            // A list reads a draft under its own id or under its published id.
            .filter('_id in $ids')
            .params({ids: ids.slice(0, LISTED).flatMap((one) => [one, getDraftId(one)])})
            .menuItems([]),
        ),
      ),
    )
}

function waitingBox(me: string): FoundBox {
  return {
    id: 'waiting',
    title: 'Waiting for my review',
    icon: InboxIcon,
    query: REQUESTS_QUERY,
    params: {me},
    find: (answer) => Promise.resolve(waitingFor(parseRequests(answer), me)),
  }
}

function dueBoxes(client: SanityClient): FoundBox[] {
  const boxes = [
    {id: 'due-soon', title: 'Due for review soon', icon: CalendarIcon, urgency: 'soon'},
    {id: 'overdue', title: 'Overdue', icon: WarningOutlineIcon, urgency: 'overdue'},
  ] as const
  return boxes.map(({urgency, ...box}) => ({
    ...box,
    query: DUE_QUERY,
    params: {governed: governedTypes.filter(isReviewedAgain)},
    find: async (answer) =>
      idsByUrgency(await withRevisions(client, parseDueRecords(answer)), urgency, today()),
  }))
}

export const structure: StructureResolver = (S, {currentUser, getClient}) => {
  const client = getClient({apiVersion: API_VERSION})
  const hasRole = (role: RoleName): boolean =>
    currentUser?.roles.some(({name}) => name === role) ?? false
  const params = {
    me: personOf(currentUser?.id ?? ''),
    shared: hasRole('administrator') ? [...administrativeTypes] : [],
  }
  return S.list()
    .id('content')
    .title('Content')
    .items([
      ...(hasRole('reviewer') || hasRole('administrator')
        ? [
            foundBox(S, client, waitingBox(params.me)),
            ...(hasRole('reviewer') ? dueBoxes(client).map((box) => foundBox(S, client, box)) : []),
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

/** Whether the web channel has a page for each document of a type. All questions share one page. */
function hasWebPage(type: string): boolean {
  return isPageType(type) && type !== 'faq'
}

/** The form of a governed document, and the views beside it. */
function viewsOf(S: StructureBuilder, type: GovernedType) {
  const preview = S.view.component(PreviewPane).id('preview').title('Preview').icon(EyeOpenIcon)
  return [
    S.view.form(),
    ...(hasWebPage(type) ? [preview] : []),
    S.view.component(ChecksPane).id('checks').title('Checks').icon(SearchIcon),
    S.view.component(ReviewPane).id('review').title('Review').icon(CheckmarkCircleIcon),
  ]
}

export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  isGoverned(schemaType) ? S.document().views(viewsOf(S, schemaType)) : S.document()
