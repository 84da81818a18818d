// The status of a document, beside its title.

import type {DocumentBadgeComponent, DocumentBadgesResolver} from 'sanity'
import {isGoverned} from '../review/governed.ts'
import {useReview} from './review/use-review.ts'
import {badgeColors, statusLine, statusTitles} from './review/wording.ts'

const statusBadge: DocumentBadgeComponent = ({id, type, draft, published}) => {
  const {status, text, loaded} = useReview({id, type, draft, published})
  if (!loaded) return null
  const color = badgeColors[status]
  return {
    label: statusTitles[status],
    title: statusLine(status, text?.requirements ?? []),
    ...(color === undefined ? {} : {color}),
  }
}

export const documentBadges: DocumentBadgesResolver = (badges, {schemaType}) =>
  isGoverned(schemaType) ? [statusBadge] : badges
