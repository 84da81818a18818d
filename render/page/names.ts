// The names of countries and languages in the language of a page, and the order of its words.

import {FALLBACK_LANGUAGE, mainLanguage} from '../../schemas/data/languages.ts'

/** Cached, because formats are slow to make and to use, and a library names few countries and languages. */
const formats = new Map<string, Intl.DisplayNames>()
const names = new Map<string, string>()

function nameOf(type: 'region' | 'language', code: string, language: string): string {
  const key = `${type} ${language}`
  let name = names.get(`${key} ${code}`)
  if (name === undefined) {
    const format = formats.get(key) ?? new Intl.DisplayNames([language, FALLBACK_LANGUAGE], {type})
    formats.set(key, format)
    name = format.of(code) ?? code
    names.set(`${key} ${code}`, name)
  }
  return name
}

/** @param code Two capital letters. A code that the system does not know is its own name. */
export function countryName(code: string, language: string): string {
  return nameOf('region', code, language)
}

/** @param tag A BCP 47 tag. */
export function languageName(tag: string, language: string): string {
  return nameOf('language', tag, language)
}

/** The name of a language in that language. */
export function ownName(tag: string): string {
  const main = mainLanguage(tag)
  return languageName(main, main)
}

/** Orders words as readers of a language do. */
export function collatorOf(language: string, options?: Intl.CollatorOptions): Intl.Collator {
  return new Intl.Collator([language, FALLBACK_LANGUAGE], options)
}
