// Where the pages of conditions are in the web channel.

import type {Condition} from '../../../../model/condition.ts'
import {languageFolder, type LanguageFolder} from '../../../page/addresses.ts'
import type {Library} from '../../../page/library.ts'

/** The list of all conditions, in the folder of a language. */
export const CONDITIONS_PAGE = 'conditions.html'

/** The language of a condition, as a BCP 47 tag. */
export function languageOfCondition({language}: Condition, library: Library): string {
  return language ?? library.language
}

/** The folder of the pages in the language of a condition. */
export function folderOfCondition(condition: Condition, library: Library): LanguageFolder {
  return languageFolder(languageOfCondition(condition, library), library.language)
}

/** The id of the condition of which one is a translation, or its own. Texts of all languages name that one. */
export function originalOf({_id, rendition}: Condition): string {
  return rendition?.of._ref ?? _id
}

/** The conditions with a page, in order of their folders. */
export function conditionsWithPages(library: Library): Condition[] {
  return library.editions.flatMap(({folder}) => library.conditionsOf(folder))
}

/** The address of the page of a condition, relative to the folder of the channel. */
export function conditionAddress(condition: Condition, library: Library): string {
  return addressAt(condition.slug.current, folderOfCondition(condition, library))
}

/**
 * The address of one page of a condition whose list of articles has several.
 *
 * @param number From 0.
 */
export function addressAt(slug: string, folder: LanguageFolder, number = 0): string {
  return `${folder}conditions/${slug}${number === 0 ? '' : `_${number + 1}`}.html`
}
