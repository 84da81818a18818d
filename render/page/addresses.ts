// The folders of a release. They are here, because channels and links must agree on them.

import type {PageType} from '../../review/governed.ts'
import {mainLanguage} from '../../schemas/data/languages.ts'

/** The folder of each type's pages, in every channel. */
export const folders: Record<PageType, string> = {
  article: 'articles',
  therapyType: 'therapies',
  faq: 'faqs',
}

/** The folder of the pages in a language, with a slash at its end: `es/`. Pages in the language of the site have none. */
export type LanguageFolder = '' | `${string}/`

/**
 * The folder of the pages in a language.
 *
 * @param language A BCP 47 tag.
 * @param site The language of the site.
 */
export function languageFolder(language: string, site: string): LanguageFolder {
  const main = mainLanguage(language)
  return main === '' || main === mainLanguage(site) ? '' : `${main}/`
}
