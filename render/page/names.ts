// The names of countries and languages, in the language of a page.

import {FALLBACK_LANGUAGE} from '../../schemas/data/languages.ts'

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
