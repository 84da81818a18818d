// Languages as BCP 47 tags, and what follows from a tag. Texts that no schema has checked may hold anything in place of one.

/** The languages of a library that lists none. */
export const usualLanguages = ['en-US', 'en-GB'] as const

/** What is wrong with a text that is no tag, and what to do. */
export const languageForm = {
  problem: 'is not the tag of a language',
  hint: 'Use a tag such as "es" or "en-GB". Its parts have their usual capitals.',
}

/** What is known of texts: undefined for one that is no tag. Each page asks for the same few tags again and again. */
const known = new Map<string, Intl.Locale | undefined>()

function localeOf(text: string): Intl.Locale | undefined {
  if (!known.has(text)) known.set(text, parsed(text))
  return known.get(text)
}

function parsed(text: string): Intl.Locale | undefined {
  try {
    const locale = new Intl.Locale(text)
    // BCP 47 reserves longer names, and no language has one. A folder of pages might: `articles`.
    if (locale.language.length > 3) return undefined
    // Without the extensions for calendars and the like, which are no part of a language.
    return locale.baseName === text ? locale : undefined
  } catch {
    return undefined
  }
}

/** Whether a text is a BCP 47 tag in its canonical form, such as `es` or `zh-Hant-TW`. */
export function isLanguageTag(text: string): boolean {
  return localeOf(text) !== undefined
}

/** The language alone: `es` for `es-MX`. Empty for a text that is no tag. */
export function mainLanguage(tag: string): string {
  return localeOf(tag)?.language ?? ''
}

/** The country that a tag names, if it names one: `MX` for `es-MX`. */
export function regionOf(tag: string): string | undefined {
  return localeOf(tag)?.region
}

/** The country that a tag names, or else the one with the most readers of the language. */
export function likelyRegionOf(tag: string): string | undefined {
  return localeOf(tag)?.maximize().region
}

/** The scripts that are written from right to left and that a living language uses, by their ISO 15924 codes. */
const fromTheRight: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
])

/** The direction in which a language is written. It follows from the script. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const script = localeOf(tag)?.maximize().script
  return script !== undefined && fromTheRight.has(script) ? 'rtl' : 'ltr'
}

/** What a language that the formats of the system do not know falls back to. Otherwise it would be that of the machine. */
export const FALLBACK_LANGUAGE = 'en-US'

/** The English name of a language, for editors. */
export function languageTitle(tag: string): string {
  return new Intl.DisplayNames('en', {type: 'language'}).of(tag) ?? tag
}
