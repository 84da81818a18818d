// Measures how hard running text is to read, as a US school grade.

import {colemanLiau} from 'coleman-liau'
import {fleschKincaid} from 'flesch-kincaid'
import {smogFormula} from 'smog-formula'
import {syllable} from 'syllable'
import {onceFor} from '../../review/once-for.ts'
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

interface Measures {
  readonly syllables: number
  readonly letters: number
}

/** A cache, because counting syllables is slow and words recur. */
const measured = new Map<string, Measures>()

/** The cache is emptied at this size, so that rare words do not fill the memory. */
const MEASURED = 20_000

/** What comes after so many characters of a word adds no syllables. No formula needs to know more. */
const LONGEST_WORD = 100

function measure(word: string): Measures {
  const known = measured.get(word)
  if (known) return known
  const found = {
    syllables: Math.max(1, syllable(word.slice(0, LONGEST_WORD))),
    letters: word.replaceAll(/['’-]/g, '').length,
  }
  if (measured.size >= MEASURED) measured.clear()
  measured.set(word, found)
  return found
}

interface Readability {
  readonly words: number
  readonly sentences: number
  /** The US school grade according to each formula. */
  readonly grades: readonly {readonly formula: string; readonly grade: number}[]
  /** The median of the grades. */
  readonly grade: number
}

/**
 * How hard the running text in some passages is. Each formula measures something else: Flesch–Kincaid
 * uses the length of sentences and the syllables in a word, SMOG counts words of three or more
 * syllables, and Coleman–Liau uses letters in a word. The median avoids relying on one of them.
 */
export function readabilityOf(passages: readonly Passage[]): Readability {
  const counts = {word: 0, sentence: 0, syllable: 0, polysillabicWord: 0, letter: 0}
  for (const passage of runningPassages(passages)) {
    const words = wordsOf(passage.text)
    counts.word += words.length
    counts.sentence += passage.sentences.length
    for (const word of words) {
      const {syllables, letters} = measure(word)
      counts.syllable += syllables
      counts.letter += letters
      if (syllables >= 3) counts.polysillabicWord += 1
    }
  }
  const grades = [
    {formula: 'Flesch–Kincaid', grade: fleschKincaid(counts)},
    {formula: 'SMOG', grade: smogFormula(counts)},
    {formula: 'Coleman–Liau', grade: colemanLiau(counts)},
  ]
  const [, middle] = grades.map(({grade}) => grade).toSorted((a, b) => a - b)
  return {words: counts.word, sentences: counts.sentence, grades, grade: middle ?? Number.NaN}
}

/** The sentences of running text, each with the passage that contains it. */
export const runningSentences = onceFor((passages: readonly Passage[]) =>
  runningPassages(passages).flatMap((passage) =>
    passage.sentences.map((sentence) => ({passage, sentence})),
  ),
)
