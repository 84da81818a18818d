// Writes characters that look alike in one way, so that patterns need to know only one: spaces that do not
// break, hyphens that do not break, letters of other alphabets in a Latin word, and characters that readers cannot see.

import {onceFor} from '../../review/once.ts'
import type {Passage} from './passages.ts'
import type {Span} from './span.ts'

/** A text in which every space is ' ' and every hyphen '-', and the place of each character in the original. */
export interface Plain {
  readonly text: string
  /** The offset in the original of the character at this offset; undefined if the two are the same. */
  readonly origin: ((offset: number) => number) | undefined
}

/** No-break space, figure space, narrow no-break space, hyphen, non-breaking hyphen. */
const ALIKE = /[\u00A0\u2007\u202F\u2010\u2011]/g
/** Soft hyphen, and characters of no width. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/
/** Cyrillic letters that look like Latin ones, and these (Unicode Technical Standard #39, confusables). */
const CYRILLIC = 'аеорсухіјѕһАВЕКМНОРСТХ'
const LATIN = 'aeopcyxijshABEKMHOPCTX'
/** Such a letter beside a Latin one, a wide letter, or a dash within a word. Each is one character of the text. */
const DISGUISED = new RegExp(
  `(?<=[A-Za-z])[${CYRILLIC}]|[${CYRILLIC}](?=[A-Za-z])|[\uFF21-\uFF3A\uFF41-\uFF5A]|(?<=[A-Za-z])\u2013(?=[a-z])`,
  'g',
)
/** A quick test, because most texts hold none of them: one class of all these characters, wherever they stand. */
const SPECIAL = new RegExp(
  `[\u00A0\u2007\u202F\u2010\u2011\u2013\u00AD\u200B-\u200D\u2060\uFEFF${CYRILLIC}\uFF21-\uFF3A\uFF41-\uFF5A]`,
)

function undisguised(character: string): string {
  return character === '\u2013'
    ? '-'
    : (LATIN[CYRILLIC.indexOf(character)] ?? character.normalize('NFKC'))
}

/** A passage as patterns read it. */
export const plainPassage = onceFor(({text}: Passage) => plainOf(text))

/** Where words of a plain text are in the original. */
export function placeIn(origin: Plain['origin'], place: Span): Span {
  return origin ? {start: origin(place.start), end: origin(place.end - 1) + 1} : place
}

/** The place in a text of words that are found in its plain form; undefined if none are. */
export function findInPlain(
  written: string,
  find: (plain: string) => Span | undefined,
): Span | undefined {
  const {text, origin} = plainOf(written)
  const place = find(text)
  return place && placeIn(origin, place)
}

/** A text as patterns read it. */
export function plainOf(text: string): Plain {
  if (!SPECIAL.test(text)) return {text, origin: undefined}
  const same = text
    .replaceAll(ALIKE, (one) => (/[\u2010\u2011]/.test(one) ? '-' : ' '))
    .replaceAll(DISGUISED, undisguised)
  if (!UNSEEN.test(same)) return {text: same, origin: undefined}
  const kept = Array.from({length: same.length}, (_, index) => index).filter(
    (index) => !UNSEEN.test(same.charAt(index)),
  )
  return {
    text: kept.map((index) => same.charAt(index)).join(''),
    origin: (offset) => kept[offset] ?? same.length,
  }
}
