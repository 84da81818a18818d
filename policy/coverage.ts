// What a page covers. This decides which disclaimers it must carry.

import type {StoredDocument} from '../review/revision.ts'
import {regionOf} from '../schemas/data/languages.ts'
import type {CoveredTherapy, Coverage} from './disclaimers/applies.ts'
import {itemsOf, referencesIn, targetOf, stringOf} from './references.ts'

/**
 * The ids of the therapies that a page covers: the page itself if it is a therapy, the therapies that
 * it names, and those whose cards its texts show. Each id appears once, in document order.
 */
export function coveredTherapies(document: StoredDocument): string[] {
  const ids = new Set<string>()
  if (document._type === 'therapyType') ids.add(document._id)
  for (const [field, value] of Object.entries(document)) {
    if (field === 'therapies') for (const {target} of referencesIn(value)) ids.add(target)
    else for (const id of cardsIn(value)) ids.add(id)
  }
  return [...ids]
}

function cardsIn(text: unknown): string[] {
  return itemsOf(text).flatMap((block) =>
    '_type' in block && block._type === 'therapyEmbed' && 'therapy' in block
      ? (targetOf(block.therapy) ?? [])
      : [],
  )
}

/** The ids of the conditions that a page names. */
export function namedConditions(document: StoredDocument): string[] {
  return referencesIn(document.conditions).map(({target}) => target)
}

/**
 * What a page covers. This is the same in every channel.
 *
 * @param recordOf Returns what is known of a therapy, given its id.
 */
export function coverageOf(
  document: StoredDocument,
  recordOf: (therapy: string) => Omit<CoveredTherapy, '_id'>,
): Omit<Coverage, 'channel'> {
  return {
    therapies: coveredTherapies(document).map((_id) => ({...recordOf(_id), _id})),
    conditions: namedConditions(document),
    country: countryOf(document),
  }
}

/** The country whose readers a page is for, if it names one itself or by its language. */
export function countryOf({country, language}: StoredDocument): string | undefined {
  return stringOf(country) || regionOf(stringOf(language))
}
