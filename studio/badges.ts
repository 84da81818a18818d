// The status of a document, beside its title.

import type {DocumentBadgeComponent, DocumentBadgesResolver} from 'sanity'
import {isGoverned} from '../review/governed.ts'
import {useReview} from './review/use-review.ts'
import {badgeColors, statusHints, statusTitles} from './review/wording.ts'

const statusBadge: DocumentBadgeComponent = ({id, draft, published}) => {
  const {status, loaded} = useReview({id, draft, published})
  if (!loaded) return null
  const color = badgeColors[status]
  return {
    label: statusTitles[status],
    title: statusHints[status],
    ...(color === undefined ? {} : {color}),
  }
}

export const documentBadges: DocumentBadgesResolver = (badges, {schemaType}) =>
  isGoverned(schemaType) ? [statusBadge] : badges
