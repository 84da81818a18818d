// Splits text into sentences. Most rules need this, so it has to be fast. Intl.Segmenter takes ten
// times as long as a regular expression and does not know abbreviations.

export interface Sentence {
  readonly text: string
  /** Where it begins and ends in its passage. */
  readonly start: number
  readonly end: number
}

/** Where a sentence may end: after `.`, `!` or `?` with any closing quotes or brackets, or at a line end. */
const ENDING = /[.!?](?![.!?])["'”’)\]]*\s+|\n/g

/** Abbreviations, whose full stop does not end a sentence: "Dr. Doe", "J. Doe". */
const ABBREVIATED = /\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|approx|e\.g|i\.e|cf|al|[A-Z])\.["’”)\]]*\s+$/
const NUMBERING = /\b(?:Fig|No)\.\s+$/

/** Single letters that are not initials and may end a sentence: "vitamin C." */
const NAMED = /\b(?:vitamin|hepatitis|type|group|grade|class|stage|factor|part|plan) [A-Z]\./

/** A continuation of the same sentence: “Is it safe?” many ask. */
const CONTINUED = /[\p{Ll},;:–—-]/uy
const NUMBERED = /\d/y

function isAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index
  return pattern.test(text)
}

/** The length of the longest abbreviation above, with closing quotes or brackets. */
const LOOK_BACK = 24

function endsAt(text: string, index: number, end: number): boolean {
  if (text.charAt(index) === '.') {
    const before = text.slice(Math.max(0, index - LOOK_BACK), end)
    if (ABBREVIATED.test(before) && !NAMED.test(before)) return false
    if (NUMBERING.test(before) && isAt(NUMBERED, text, end)) return false
  }
  return text.slice(index, end).includes('\n') || !isAt(CONTINUED, text, end)
}

/**
 * Text without an end of a sentence is cut into pieces of at most so many characters. No sentence of ordinary
 * text is as long, and some patterns take time that grows with the square of a sentence's length.
 */
export const LONGEST_SENTENCE = 1000

/** Where to end each piece of a text from `from` to `to`: after a space, if there is one. */
function* endsWithin(text: string, from: number, to: number): Generator<number> {
  let at = from
  while (to - at > LONGEST_SENTENCE) {
    const space = text.slice(at, at + LONGEST_SENTENCE).lastIndexOf(' ')
    at += space > 0 ? space + 1 : LONGEST_SENTENCE
    yield at
  }
  yield to
}

/** The sentences of a text, without the spaces between them. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const add = (to: number): void => {
    for (const end of endsWithin(text, from, to)) {
      const piece = text.slice(from, end)
      const words = piece.trim()
      if (words !== '') {
        const start = from + piece.indexOf(words)
        sentences.push({text: words, start, end: start + words.length})
      }
      from = end
    }
  }
  ENDING.lastIndex = 0
  for (let found = ENDING.exec(text); found; found = ENDING.exec(text)) {
    if (endsAt(text, found.index, ENDING.lastIndex)) add(ENDING.lastIndex)
  }
  add(text.length)
  return sentences
}

/** The sentence that contains the character at `index`, or the next one if that is between two. */
export function sentenceAt(sentences: readonly Sentence[], index: number): Sentence | undefined {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (index < (sentences[middle]?.end ?? 0)) high = middle
    else low = middle + 1
  }
  return sentences[low]
}
