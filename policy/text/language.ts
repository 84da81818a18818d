// Tells the language of a passage, because rules about wording know English words alone.

import {eld} from 'eld/small'
import {onceFor} from '../../review/once-for.ts'
import type {Passage} from './passages.ts'

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
 * The language of a passage, as BCP 47 names it: `es`. Undefined for English, and for a text that is too short
 * or too unlike any language to tell.
 */
export const foreignLanguageOf = onceFor(({text}: Passage): string | undefined => {
  const beginning = text.slice(0, BEGINNING)
  const words = beginning.match(/\p{L}+/gu)?.length ?? 0
  if (words < ENOUGH) return undefined
  if ((beginning.match(ENGLISH)?.length ?? 0) >= SHARE * words) return undefined
  const found = eld.detect(beginning)
  return found.language === 'en' || !found.isReliable() ? undefined : found.language
})

/** The English name of a language. */
export function nameOfLanguage(language: string): string {
  return new Intl.DisplayNames('en', {type: 'language'}).of(language) ?? language
}
