// Cuts texts into words for the search. The export and the browser run the same code, so that a query and the index
// have the same words.

/** A word of a text, in the form in which words are compared. */
export interface PlacedWord {
  readonly word: string
  /** Where it is in the text. */
  readonly start: number
  readonly end: number
}

const WORD = /[\p{Letter}\p{Number}\p{Mark}]+/gu

/** Accents, the points of Hebrew and the signs for short vowels of Arabic: many people do not type them. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g

/** Scripts that put no space between words. */
const UNSPACED =
  '[\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}\\p{Script_Extensions=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const RUNS = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED}).)+`, 'gsu')
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u')

const ASCII = /^[\0-\x7F]*$/
const ASCII_WORD = /[a-z0-9]+/g

/** No word is so long. */
const LONGEST_WORD = 40

/** The words of a text in the order of the text. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)]
    .flatMap(({0: found, index}) => (ASCII.test(found) ? place(found, index) : cut(found, index)))
    .filter(({word}) => word !== '')
}

/** The words of a text, in the form in which they are compared. */
export function wordsIn(text: string): string[] {
  // Most texts are like that. The general way takes several times as long.
  if (ASCII.test(text)) return (text.toLowerCase().match(ASCII_WORD) ?? []).map(shortened)
  return placedWords(text).map(({word}) => word)
}

/** Whether a word is of a script that puts no space between words. */
export function isUnspaced(word: string): boolean {
  return BEGINS_UNSPACED.test(word)
}

/**
 * In a script that puts no space between words, each two neighbours are a word. The last character is one too, so that
 * each character begins a word.
 */
function cut(found: string, start: number): PlacedWord[] {
  return [...found.matchAll(RUNS)].flatMap(({0: run, index}) =>
    isUnspaced(run) ? pairsIn(run, start + index) : place(run, start + index),
  )
}

function pairsIn(run: string, start: number): PlacedWord[] {
  const characters = [...run]
  let at = start
  return characters.map((character, index) => {
    const pair = place(character + (characters[index + 1] ?? ''), at)
    at += character.length
    return pair
  })
}

function place(found: string, start: number): PlacedWord {
  return {word: shortened(folded(found)), start, end: start + found.length}
}

function shortened(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word
}

/** A word without capitals and accents. */
function folded(word: string): string {
  const small = word.toLowerCase()
  return ASCII.test(small)
    ? small
    : small.normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFKC')
}
