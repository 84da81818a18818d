// The names of languages for readers.

import {FALLBACK_LANGUAGE, mainLanguage} from '../../../schemas/data/languages.ts'

/** The name of a language in that language. */
export function ownName(language: string): string {
  const main = mainLanguage(language)
  return new Intl.DisplayNames([main, FALLBACK_LANGUAGE], {type: 'language'}).of(main) ?? language
}
