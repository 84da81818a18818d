// Tells the language of a passage, because rules about wording know English words alone.

import {eld} from '#eld'
import {FREQUENT_WORDS, SHORT_WORDS} from '../words/english.ts'
import type {Passage} from './passages.ts'
import {oneOf, wholeWords, wordsOf} from './phrases.ts'
import {plainPassage} from './plain.ts'

const FREQUENT = wordsOf(...FREQUENT_WORDS)
const ENGLISH = wholeWords(oneOf(...FREQUENT), 'gi')

/** The least share of these words in a text that is English for sure. In plain English it is about a quarter. */
const SHARE = 0.12

const SHORT_ENGLISH = new Set([...FREQUENT, ...wordsOf(...SHORT_WORDS)])

/** A short word in lower case. Every language has some: `de`, `und`, `nie`. */
const SHORT = /(?<![\p{L}'’-])\p{Ll}{2,3}(?![\p{L}'’])/gu

/** The least share of short words from elsewhere in a text that may be in another language. */
const FOREIGN_SHARE = 0.06

/** Letters that few English words have. */
const FOREIGN_LETTER = /(?![a-zéèïöüµαβγ])\p{L}/iu

/** A word that begins with a capital. */
const NAME = /(?<!\p{L})\p{Lu}/gu

/** The largest share of such words in a sentence. German has about a third, and half in short ones. */
const MOST_NAMES = 0.6

/** A text with fewer words is too short to tell its language. */
const ENOUGH = 8

/** The beginning of a text is enough to tell its language. */
const BEGINNING = 400

/**
 * The languages of the passages that are not in English, as BCP 47 names them: `es`. Passages that are too short or
 * too unlike any language to tell are not among them.
 */
export function foreignLanguages(passages: readonly Passage[]): Map<Passage, string> {
  return new Map(
    passages.flatMap((passage) => {
      const language = foreignLanguageOf(plainPassage(passage).text)
      return language === undefined ? [] : [[passage, language]]
    }),
  )
}

function foreignLanguageOf(text: string): string | undefined {
  const beginning = text.slice(0, BEGINNING)
  if (!mayBeForeign(beginning)) return undefined
  const found = eld.detect(beginning)
  return found.language === 'en' || !found.isReliable() ? undefined : found.language
}

/** A fast test that nearly all English texts fail: lists of labels too, in which few words are frequent ones. */
function mayBeForeign(text: string): boolean {
  // Letters that stand alone are no words: `c u r e s`.
  const words = text.match(/\p{L}{2,}|(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0
  const frequent = text.match(ENGLISH)?.length ?? 0
  if (words < ENOUGH || frequent >= SHARE * words) return false
  const short = text.match(SHORT)?.filter((word) => !SHORT_ENGLISH.has(word))
  // Names and addresses are no sentences of their language: `Klinik am See, Zürich`.
  const names = text.match(NAME)?.length ?? 0
  if (names > MOST_NAMES * words) return false
  return FOREIGN_LETTER.test(text) || (short?.length ?? 0) >= FOREIGN_SHARE * words
}
