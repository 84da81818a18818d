// Tells the language of a passage, because rules about wording know English words alone. The package takes most of a
// second to load, so only the check of a document imports this file, and no rule does.

import {eld} from 'eld/small'
import type {Passage} from './passages.ts'
import {plainPassage} from './plain.ts'

/** The most frequent English words. Few of them occur in other languages. */
const ENGLISH =
  /\b(?:the|and|of|to|are|is|it|you|your|that|this|for|or|with|not|if|can|may|be|have|has|by|from|they|we|will|when|after|about|there)\b/gi

/** The least share of these words in a text that is English for sure. In plain English it is about a quarter. */
const SHARE = 0.12

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
  const words = beginning.match(/\p{L}+/gu)?.length ?? 0
  if (words < ENOUGH) return undefined
  if ((beginning.match(ENGLISH)?.length ?? 0) >= SHARE * words) return undefined
  const found = eld.detect(beginning)
  return found.language === 'en' || !found.isReliable() ? undefined : found.language
}
