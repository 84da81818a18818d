// Tells which list items a text does not say itself: “Be wary of adverts that say:”.

import {onceFor} from '../../review/once-for.ts'
import type {Passage} from '../text/passages.ts'
import {governsList} from './negation.ts'

/** The list items that the line before their list denies, doubts or only reports. */
export const governedItems = onceFor((passages: readonly Passage[]): ReadonlySet<Passage> => {
  const governed = new Set<Passage>()
  let isGoverned = false
  for (const passage of passages) {
    if (passage.role !== 'listItem') isGoverned = isLeadIn(passage) && governsList(passage.text)
    else if (isGoverned) governed.add(passage)
  }
  return governed
})

function isLeadIn({role, text}: Passage): boolean {
  return role === 'heading' || text.trimEnd().endsWith(':')
}
