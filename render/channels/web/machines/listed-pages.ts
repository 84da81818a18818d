// Every page that search engines may list, for the sitemap.

import {dayOf} from '../../../../review/days.ts'
import {must, type Library, type PageCard} from '../../../page/library.ts'
import type {Translation} from '../alternates.ts'
import {
  conditionAddress,
  conditionsWithPages,
  languageOfCondition,
} from '../conditions/addresses.ts'
import {translationsOf} from '../conditions/conditions.ts'
import {hasOwnPage, pageAddress} from '../context.ts'
import {listsIn, navigationOf} from '../navigation.ts'

interface ListedPage extends Translation {
  /** The day of its last change or review. YYYY-MM-DD. Lists have none: nobody decides on a list. */
  readonly lastChanged?: string | undefined
  readonly translations: readonly Translation[]
}

/** The lists of each language, then the pages of conditions, then all others in order of address. */
export function listedPages(library: Library): ListedPage[] {
  return [...lists(library), ...conditionPages(library), ...ownPages(library.cards)]
}

function conditionPages(library: Library): ListedPage[] {
  return conditionsWithPages(library).map((condition) => {
    const {decision} = must(library.approval(condition._id), condition._id)
    return {
      language: languageOfCondition(condition, library),
      address: conditionAddress(condition, library),
      lastChanged: dayOf(decision.decidedAt),
      translations: translationsOf(condition, library),
    }
  })
}

function lists(library: Library): ListedPage[] {
  return library.editions.flatMap((edition) =>
    navigationOf(library, edition.folder).map(({name, file}) => ({
      language: edition.language,
      address: edition.folder + file,
      translations: listsIn(name, edition.folder, library),
    })),
  )
}

/** The cards hold all that is needed, so that a large library needs one look-up and not one for each page. */
function ownPages(cards: readonly PageCard[]): ListedPage[] {
  const pages = cards.filter(hasOwnPage).map(({id, original, language, decidedAt, ...at}) => ({
    id,
    original,
    language,
    address: pageAddress(at),
    lastChanged: dayOf(decidedAt),
  }))
  const families = Map.groupBy(
    pages.toSorted((a, b) => (a.language < b.language ? -1 : 1)),
    ({original}) => original,
  )
  return pages
    .map(({id, original, ...page}) => ({
      ...page,
      translations: (families.get(original) ?? []).filter((other) => other.id !== id),
    }))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
}
