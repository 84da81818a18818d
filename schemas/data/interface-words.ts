// The words of the interface around health content, such as "Last reviewed". English and Spanish ones come with this
// project. A library can have words of its own for a language (schemas/documents/site-words.ts).

import {mainLanguage} from './languages.ts'
import en from './words/en.json' with {type: 'json'}
import es from './words/es.json' with {type: 'json'}

/** The words in one language, by the part of the interface. A word in braces stands for a value: `{day}`. */
export type InterfaceWords = typeof en

/** Some of the words, as a library may have them. */
export interface OwnWords {
  readonly [part: string]: {readonly [name: string]: string | undefined} | undefined
}

/** By the language, without script or country. */
const tables: ReadonlyMap<string, InterfaceWords> = new Map(Object.entries({en, es}))

/** The English words, which say which words there are. */
export const englishWords: InterfaceWords = en

/** The words that come with this project, if it has the language. */
export function shippedWords(tag: string): InterfaceWords | undefined {
  return tables.get(mainLanguage(tag))
}

/**
 * The words in the language of a page. Each is the library's own one, or else the one that comes with this project. If
 * that leaves a gap, all words are English, so that no page mixes languages.
 *
 * @param tag A BCP 47 tag.
 * @param own The library's own words in that language, if it has any.
 */
export function interfaceWords(tag: string, own?: OwnWords): InterfaceWords {
  const table = shippedWords(tag)
  if (!own) return table ?? en
  const shipped: OwnWords = table ?? {}
  const words = Object.fromEntries(
    Object.entries(en).map(([part, names]) => [
      part,
      Object.fromEntries(
        Object.keys(names).map((name) => [name, own[part]?.[name] ?? shipped[part]?.[name]]),
      ),
    ]),
  )
  return isWhole(words) ? words : en
}

/** The names of the words in a table, such as `page.contents`. */
export function namesIn(words: OwnWords): string[] {
  return Object.entries(words).flatMap(([part, entries = {}]) =>
    Object.keys(entries).map((name) => `${part}.${name}`),
  )
}

function lacking(words: OwnWords): string[] {
  return Object.entries(en).flatMap(([part, names]) =>
    Object.keys(names).flatMap((name) =>
      words[part]?.[name] === undefined ? [`${part}.${name}`] : [],
    ),
  )
}

function isWhole(words: OwnWords): words is OwnWords & InterfaceWords {
  return lacking(words).length === 0
}

/** A problem of a word or a table, as a phrase, and what to do. */
export interface WordsProblem {
  readonly problem: string
  readonly hint: string
}

const PLACE = /\{\w+\}/g

/** What is wrong with a word: it must have the same places for values as the English one. */
export function placesProblem(english: string, text: string): WordsProblem | undefined {
  const wanted = placesIn(english)
  const given = placesIn(text)
  const missing = wanted.filter((place) => !given.includes(place))
  const added = given.filter((place) => !wanted.includes(place))
  if (missing.length > 0) {
    return {
      problem: `lacks ${missing.join(' and ')}, in place of which pages show a value`,
      hint: `Write ${missing.join(' and ')} where the value belongs. In English: “${english}”`,
    }
  }
  if (added.length > 0) {
    return {
      problem: `has ${added.join(' and ')}, for which there is no value`,
      hint: `Remove ${added.join(' and ')}. In English: “${english}”`,
    }
  }
  return undefined
}

function placesIn(text: string): string[] {
  return [...new Set(text.match(PLACE))]
}

/** So many names of missing words are in a message. */
const NAMED = 5

/** What is wrong with a table as a whole. */
export function tableProblem(tag: string, own: OwnWords): WordsProblem | undefined {
  return gapsProblem(tag, own) ?? mixUpProblem(tag, own)
}

/** The parts whose words stand for different values. A reader could not tell two of them apart if they were the same. */
const scales = ['evidenceLevel', 'evidenceMeaning', 'frequency', 'urgency', 'workStatus'] as const

/** Each value of a scale has words of its own, and not those that come with the language for another value. */
function mixUpProblem(tag: string, own: OwnWords): WordsProblem | undefined {
  const merged: OwnWords = interfaceWords(tag, own)
  const shipped: OwnWords = shippedWords(tag) ?? {}
  for (const part of scales) {
    const named = [...Object.entries(shipped[part] ?? {}), ...Object.entries(merged[part] ?? {})]
    const names = new Map<string, string>()
    for (const [name, text = ''] of named) {
      const plain = text.trim().toLowerCase()
      const other = names.get(plain) ?? name
      names.set(plain, other)
      if (other !== name) {
        return {
          problem: `has “${text}” for ${part}.${name}, which is the word for ${part}.${other}`,
          hint: 'Give each its own words, so that readers can tell them apart.',
        }
      }
    }
  }
  return undefined
}

/** A language without shipped words must have every word. */
function gapsProblem(tag: string, own: OwnWords): WordsProblem | undefined {
  const missing = shippedWords(tag) ? [] : lacking(own)
  if (missing.length === 0) return undefined
  const named = missing.slice(0, NAMED).join(', ')
  const more = missing.length > NAMED ? ', …' : ''
  return {
    problem: `lacks ${missing.length} of ${namesIn(en).length} words: ${named}${more}`,
    hint: 'Fill in all of them. No words come with this language, and no page may mix two languages.',
  }
}
