// Tells the language of a passage, because rules about wording know English words alone.

import {eld} from '#eld'
import {FREQUENT_WORDS, SHORT_WORDS} from '../words/english.ts'
import {withoutForeign} from './marked.ts'
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

/** Letters that stand alone are no words: `c u r e s`. */
const WORD = /\p{L}{2,}|(?!\p{Script=Latin})\p{L}/gu

/** The beginning of a text is enough to tell its language. */
const BEGINNING = 400

/** What the detector calls languages that BCP 47 names otherwise. */
const detected = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
  ['fil', 'tl'],
])

/**
 * The languages of the passages that are not in the language of their document, as BCP 47 names them: `es`. Passages
 * that are too short or too unlike any language to tell are not among them.
 *
 * @param own The language of the document, without script or country.
 */
export function otherLanguages(passages: readonly Passage[], own: string): Map<Passage, string> {
  const ours = detected.get(own) ?? own
  return new Map(
    passages.flatMap((passage) => {
      const language = languageOf(plainText(passage).slice(0, BEGINNING), ours)
      return language === undefined || language === ours ? [] : [[passage, language]]
    }),
  )
}

/** The words of a passage that are in the language of its document, as far as its marks tell. */
function plainText(passage: Passage): string {
  const text = withoutForeign(passage)
  return plainPassage(text === passage.text ? passage : {...passage, text}).text
}

/** The language of a text; undefined if it cannot be told, or if it is English like most texts. */
function languageOf(text: string, own: string): string | undefined {
  if (own === 'en' && !mayBeForeign(text)) return undefined
  if ((text.match(WORD)?.length ?? 0) < ENOUGH) return undefined
  const found = eld.detect(text)
  return found.isReliable() ? found.language : undefined
}

/** A fast test that nearly all English texts fail: lists of labels too, in which few words are frequent ones. */
function mayBeForeign(text: string): boolean {
  const words = text.match(WORD)?.length ?? 0
  const frequent = text.match(ENGLISH)?.length ?? 0
  if (words < ENOUGH || frequent >= SHARE * words) return false
  const short = text.match(SHORT)?.filter((word) => !SHORT_ENGLISH.has(word))
  // Names and addresses are no sentences of their language: `Klinik am See, Zürich`.
  const names = text.match(NAME)?.length ?? 0
  if (names > MOST_NAMES * words) return false
  return FOREIGN_LETTER.test(text) || (short?.length ?? 0) >= FOREIGN_SHARE * words
}
