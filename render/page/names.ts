// The names of countries and languages, in the language of a page.

import {FALLBACK_LANGUAGE} from '../../schemas/data/languages.ts'

/** Cached, because a format takes longer to make than to use, and a library has few languages. */
const formats = new Map<string, Intl.DisplayNames>()

function nameOf(type: 'region' | 'language', code: string, language: string): string {
  const key = `${type} ${language}`
  const format = formats.get(key) ?? new Intl.DisplayNames([language, FALLBACK_LANGUAGE], {type})
  formats.set(key, format)
  return format.of(code) ?? code
}

/** @param code Two capital letters. A code that the system does not know is its own name. */
export function countryName(code: string, language: string): string {
  return nameOf('region', code, language)
}

/** @param tag A BCP 47 tag. */
export function languageName(tag: string, language: string): string {
  return nameOf('language', tag, language)
}
