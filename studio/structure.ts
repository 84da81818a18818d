// The lists of the Studio: first what waits for the user, then content by type, then the records.

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {ClockIcon} from '@sanity/icons/Clock'
import {CogIcon} from '@sanity/icons/Cog'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {SanityClient} from 'sanity'
import type {
  DefaultDocumentNodeResolver,
  StructureBuilder,
  StructureResolver,
} from 'sanity/structure'
import {z} from 'zod'
import {governedTypes, isAdministrative, isGoverned, type GovernedType} from '../review/governed.ts'
import {API_VERSION} from '../schemas/data/api-version.ts'
import {REVIEW_VIEW} from './actions/use-decision-place.ts'
import {boxesOf, type Inbox, type WorkBox} from './lists/boxes.ts'
import {countedIcon, workPane} from './lists/work-list.tsx'
import {PreviewPane} from './preview/preview-pane.tsx'
import {hasWebPage} from './preview/whole-text.tsx'
import {reviewPane} from './review/review-pane.tsx'

const titles: Record<GovernedType, string> = {
  article: 'Articles',
  therapyType: 'Therapy types',
  faq: 'Questions',
  disclaimer: 'Disclaimers',
  warningSigns: 'Warning signs',
  citedWork: 'References',
  condition: 'Conditions',
  clinic: 'Clinics',
  siteWords: 'Words around texts',
  person: 'People',
  siteSettings: 'Site settings',
}

function inbox(S: StructureBuilder, client: SanityClient, box: Inbox) {
  const {id, title, icon, filter, params, count} = box
  return S.listItem()
    .id(id)
    .title(title)
    .icon(countedIcon(icon, count))
    .child(
      S.documentList()
        .id(id)
        .title(title)
        .apiVersion(API_VERSION)
        .filter(filter)
        .params(params)
        .defaultOrdering([{field: '_updatedAt', direction: 'desc'}])
        .menuItems([])
        // Sanity takes the first type that the filter names for that of all documents in the list.
        .canHandleIntent(() => false)
        .initialValueTemplates([])
        .child((document) => documentPane(S, client, document)),
    )
}

function workBox(S: StructureBuilder, client: SanityClient, box: WorkBox) {
  const {id, title, icon, count, work} = box
  const pane = reviewPane(work.view === 'review' ? work : undefined)
  return S.listItem()
    .id(id)
    .title(title)
    .icon(countedIcon(icon, count))
    .child(
      S.component(workPane(work))
        .id(id)
        .title(title)
        .child((document) => documentPane(S, client, document, pane)),
    )
}

/** A document of a list that has documents of several types. */
async function documentPane(
  S: StructureBuilder,
  client: SanityClient,
  document: string,
  pane = ReviewPane,
) {
  const type = z
    .enum(governedTypes)
    .parse(await client.fetch<unknown>(TYPE_QUERY, {id: document}, {perspective: 'raw'}))
  return S.document()
    .documentId(document)
    .schemaType(type)
    .views(viewsOf(S, type, pane))
}

const TYPE_QUERY = '*[_id in [$id, "drafts." + $id]][0]._type'

export const structure: StructureResolver = (S, {currentUser, getClient}) => {
  const client = getClient({apiVersion: API_VERSION})
  const {work, inboxes} = boxesOf(client, currentUser)
  return S.list()
    .id('content')
    .title('Content')
    .items([
      ...work.map((box) => workBox(S, client, box)),
      ...(work.length === 0 ? [] : [S.divider()]),
      ...inboxes.map((box) => inbox(S, client, box)),
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

const ReviewPane = reviewPane()

/** The form of a governed document, and the views beside it. */
function viewsOf(S: StructureBuilder, type: GovernedType, pane = ReviewPane) {
  const preview = S.view.component(PreviewPane).id('preview').title('Preview').icon(EyeOpenIcon)
  return [
    S.view.form(),
    ...(hasWebPage(type) ? [preview] : []),
    S.view.component(pane).id(REVIEW_VIEW).title('Review').icon(CheckmarkCircleIcon),
  ]
}

export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  isGoverned(schemaType) ? S.document().views(viewsOf(S, schemaType)) : S.document()
