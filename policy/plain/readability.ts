// Measures how hard running text is to read, as a US school grade.

import {fleschKincaid} from 'flesch-kincaid'
import {syllable} from 'syllable'
import {onceFor} from '../../review/once.ts'
import type {Passage, Role} from '../text/passages.ts'

/** The roles of running text. Headings, table cells and labels are not sentences. */
const running: ReadonlySet<Role> = new Set(['summary', 'text', 'listItem', 'quote'])

/** The words of a text. "sugar-water" and "doctor’s" each count as one word. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
}

/**
 * Whether a text is only a few words without a full stop, as in a list of risks. Counted as a
 * sentence, it would make the rest look easier than it is.
 */
function isFragment(text: string): boolean {
  return text.length < 80 && !/[.!?]["'”’)\]]*\s*$/.test(text) && wordsOf(text).length < 7
}

const runningPassages = onceFor((passages: readonly Passage[]) =>
  passages.filter(({role, text}) => running.has(role) && !isFragment(text)),
)

/** The syllables of words. A cache, because counting them is slow and words recur. */
const measured = new Map<string, number>()

/** The cache is emptied at this size, so that rare words do not fill the memory. */
const MEASURED = 20_000

/** What comes after so many characters of a word adds no syllables. */
const LONGEST_WORD = 100

function syllablesOf(word: string): number {
  const known = measured.get(word)
  if (known !== undefined) return known
  const found = Math.max(1, syllable(word.slice(0, LONGEST_WORD)))
  if (measured.size >= MEASURED) measured.clear()
  measured.set(word, found)
  return found
}

interface Readability {
  readonly words: number
  readonly sentences: number
  /** The US school grade that a reader needs. */
  readonly grade: number
}

/**
 * How hard the running text in some passages is, by Flesch–Kincaid: the formula in which the American Medical
 * Association and the National Institutes of Health state their grades. It uses the length of sentences and the
 * syllables in a word.
 */
export function readabilityOf(passages: readonly Passage[]): Readability {
  const counts = {word: 0, sentence: 0, syllable: 0}
  for (const passage of runningPassages(passages)) {
    const words = wordsOf(passage.text)
    counts.word += words.length
    counts.sentence += passage.sentences.length
    for (const word of words) counts.syllable += syllablesOf(word)
  }
  return {words: counts.word, sentences: counts.sentence, grade: fleschKincaid(counts)}
}

/** The sentences of running text, each with the passage that contains it. */
export const runningSentences = onceFor((passages: readonly Passage[]) =>
  runningPassages(passages).flatMap((passage) =>
    passage.sentences.map((sentence) => ({passage, sentence})),
  ),
)
