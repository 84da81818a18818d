// What people find where: first what waits for them, then content by type, then the records.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {ClockIcon} from '@sanity/icons/Clock'
import {CogIcon} from '@sanity/icons/Cog'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {InboxIcon} from '@sanity/icons/Inbox'
import {UndoIcon} from '@sanity/icons/Undo'
import type {ComponentType} from 'react'
import type {
  DefaultDocumentNodeResolver,
  StructureBuilder,
  StructureResolver,
} from 'sanity/structure'

import {personOf} from '../review/authorship.ts'
import {governedTypes, isGoverned} from '../review/governed.ts'
import {apiVersion} from './environment.ts'
import {PreviewPane} from './preview/PreviewPane.tsx'
import {ReviewPane} from './review/ReviewPane.tsx'

/** Types that stand in the structure by name; site settings are one document only. */
const contentTypes = ['article', 'therapyType', 'faq', 'disclaimer', 'citedWork'] as const
const supportingTypes = ['person', 'condition', 'clinic'] as const

interface Inbox {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  readonly filter: string
}

/**
 * Documents by what waits to be done with them. `$me` is the person who is signed in. A request is
 * open until there is a decision on the same revision that is not older.
 */
const open = `count(*[_type == "review" && subject._ref == ^.subject._ref && revision == ^.revision && decidedAt >= ^.submittedAt]) == 0`
const newestDecision = `*[_type == "review" && subject._ref == string::split(^._id, "drafts.")[-1]] | order(decidedAt desc)[0].decision`

const forWriters: readonly Inbox[] = [
  {
    id: 'my-drafts',
    title: 'My drafts',
    icon: EditIcon,
    filter: '_id in path("drafts.**") && _type in $governed && $me in authors[]._ref',
  },
  {
    id: 'sent-back',
    title: 'Sent back to me',
    icon: UndoIcon,
    filter: `_type in $governed && $me in authors[]._ref && ${newestDecision} == "changesRequested"`,
  },
]

const forReviewers: readonly Inbox[] = [
  {
    id: 'waiting',
    title: 'Waiting for my review',
    icon: InboxIcon,
    filter: `_type in $governed && string::split(_id, "drafts.")[-1] in *[_type == "submission" && $me in reviewers[]._ref && ${open}].subject._ref`,
  },
]

const inbox = (S: StructureBuilder, {id, title, icon, filter}: Inbox, me: string) =>
  S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(
      S.documentList()
        .id(id)
        .title(title)
        .apiVersion(apiVersion)
        .filter(filter)
        .params({me, governed: [...governedTypes]})
        .defaultOrdering([{field: '_updatedAt', direction: 'desc'}])
        .menuItems([]),
    )

export const structure: StructureResolver = (S, {currentUser}) => {
  const me = personOf(currentUser?.id ?? '')
  const isReviewer = currentUser?.roles.some(({name}) => name === 'reviewer') ?? false
  const inboxes = isReviewer ? [...forReviewers, ...forWriters] : forWriters
  return S.list()
    .id('content')
    .title('Content')
    .items([
      ...inboxes.map((box) => inbox(S, box, me)),
      S.divider(),
      ...contentTypes.map((type) => S.documentTypeListItem(type)),
      S.divider(),
      ...supportingTypes.map((type) => S.documentTypeListItem(type)),
      S.listItem()
        .id('siteSettings')
        .title('Site settings')
        .icon(CogIcon)
        .child(S.document().schemaType('siteSettings').documentId('siteSettings')),
      S.divider(),
      S.documentTypeListItem('submission').title('Requests for review').icon(ClockIcon),
      S.documentTypeListItem('review').title('Review log').icon(ClipboardIcon),
    ])
}

/** The types of which each document is a page of its own. */
const pageTypes = new Set(['article', 'therapyType'])

/**
 * Governed documents have, beside their form, all that was decided on them; and what readers get as
 * a page, that page.
 */
export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) => {
  if (!isGoverned(schemaType)) return S.document()
  const preview = S.view.component(PreviewPane).id('preview').title('Preview').icon(EyeOpenIcon)
  return S.document().views([
    S.view.form(),
    ...(pageTypes.has(schemaType) ? [preview] : []),
    S.view.component(ReviewPane).id('review').title('Review').icon(CheckmarkCircleIcon),
  ])
}
