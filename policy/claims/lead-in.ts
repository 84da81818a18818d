// Tells which list items a text does not say by themselves, but by the line before their list.

import {onceFor} from '../../review/once.ts'
import type {Passage} from '../text/passages.ts'
import {governsList} from './negation.ts'

/** The items of lists whose lead, a heading or a line that ends with a colon, passes a test. */
export function itemsLedBy(
  passages: readonly Passage[],
  isLead: (passage: Passage) => boolean,
): ReadonlySet<Passage> {
  const items = new Set<Passage>()
  let isLed = false
  for (const passage of passages) {
    if (passage.role !== 'listItem') isLed = leads(passage) && isLead(passage)
    else if (isLed) items.add(passage)
  }
  return items
}

function leads({role, text}: Passage): boolean {
  return role === 'heading' || text.trimEnd().endsWith(':')
}

/** The items whose lead denies, doubts or only reports them: “Be wary of adverts that say:”. */
export const governedItems = onceFor((passages: readonly Passage[]) =>
  itemsLedBy(passages, ({text}) => governsList(text)),
)
