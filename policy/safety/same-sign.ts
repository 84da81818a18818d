// Tells whether two warning signs are the same, in whatever small words.

import {wordsOf} from '../text/phrases.ts'
import {plainOf} from '../text/plain.ts'
import {SAME_PHRASES, SAME_WORDS, SMALL_WORDS} from '../words/same-signs.ts'

const small = new Set(wordsOf(...SMALL_WORDS))
const same = new Map(
  SAME_WORDS.flatMap((line) => {
    const [first = '', ...others] = wordsOf(line)
    return others.map((other) => [other, first] as const)
  }),
)
const phrases = SAME_PHRASES.map(
  ([phrase, words]) => [new RegExp(`(?<![\\p{L}'])${phrase}(?![\\p{L}'])`, 'gu'), words] as const,
)

/**
 * The words of a sign that matter, in alphabetical order. Two signs are the same if these are: case, punctuation,
 * the order, small words, plurals and a few words with one meaning make no difference. A sign with one more word,
 * such as “a bad headache” beside “a headache”, is another one.
 */
export function essence(sign: string): string {
  const lower = plainOf(sign.normalize('NFKC'))
    .text.toLowerCase()
    .replaceAll(/[’‘ʼ`]/g, "'")
  const plain = phrases.reduce((text, [phrase, words]) => text.replaceAll(phrase, words), lower)
  const words = (plain.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [])
    .filter((word) => !small.has(word))
    .map((word) => same.get(word) ?? same.get(singular(word)) ?? singular(word))
  return [...new Set(words)].toSorted().join(' ')
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word
}

/** Words after which the rest of a sign tells which kind of each alternative is meant. */
const QUALIFIED =
  /\b(?:with|after|before|when|while|where|that|which|who|than|because|but|if|around|instead|especially|until)\b|[()]/i

/**
 * The alternatives of a sign that lists them with commas or “or”, as in “trouble breathing, chest pain, or a rash”. Each of
 * them may have lost a word that the last one has.
 */
export function alternativesIn(sign: string): string[] {
  if (!/,|\bor\b/i.test(sign) || QUALIFIED.test(sign)) return []
  return sign
    .split(/,\s*(?:or\s+|and\s+)?|\s+or\s+/i)
    .map((part) => essence(part))
    .filter((part) => part !== '')
}
