// The same page of the site in each other language.

import type {LanguageFolder} from '../../page/addresses.ts'
import type {Library} from '../../page/library.ts'
import type {Translation} from './layout.ts'

/**
 * Where a page that every language has once is in the other languages.
 *
 * @param file Its name in the folder of each language.
 * @param folder The folder of the language that does not need a link.
 */
export function translationsOf(
  file: string,
  folder: LanguageFolder,
  {editions}: Library,
): Translation[] {
  return editions
    .filter((edition) => edition.folder !== folder)
    .map((edition) => ({language: edition.language, address: edition.folder + file}))
}
