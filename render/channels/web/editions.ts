// The languages in which a channel has pages. Each has a folder, an index and a page of questions of its own.

import {mainLanguage} from '../../../schemas/data/languages.ts'
import type {LanguageFolder} from '../../page/addresses.ts'
import type {Library} from '../../page/library.ts'

/** The pages in one language. */
export interface Edition {
  readonly folder: LanguageFolder
  /** A BCP 47 tag. */
  readonly language: string
}

/** The languages of a library, the one of the site first. Pages, and notices in place of pages, have one of them. */
export function editionsOf(library: Library): readonly Edition[] {
  const others = [...library.cards, ...library.withdrawn, ...library.held]
    .filter(({folder}) => folder !== '')
    .map(({folder, language}) => [folder, {folder, language: mainLanguage(language)}] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [{folder: '', language: library.language}, ...new Map(others).values()]
}
