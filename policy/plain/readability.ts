// Counts what makes running text hard to read, and gives the school grade that it asks for.

import {colemanLiau} from 'coleman-liau'
import {fleschKincaid} from 'flesch-kincaid'
import {smogFormula} from 'smog-formula'
import {syllable} from 'syllable'
import {onceFor} from '../../review/once-for.ts'
import type {Passage, Role} from '../text/passages.ts'

/** What readers read from end to end. Headings, cells and labels are no sentences. */
const running: ReadonlySet<Role> = new Set(['summary', 'text', 'listItem', 'quote'])

/** The words of running text, by which length is counted: "sugar-water" is one, "doctor’s" too. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
}

/**
 * A few words without a full stop, as in a list of risks, are no sentence: they would make the rest
 * look easier than it is.
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

/** Counting syllables takes long and words come again; the bound keeps odd words from piling up. */
const measured = new Map<string, Measures>()
const MEASURED = 20_000

function measure(word: string): Measures {
  const known = measured.get(word)
  if (known) return known
  const found = {
    syllables: Math.max(1, syllable(word)),
    letters: word.replaceAll(/['’-]/g, '').length,
  }
  if (measured.size >= MEASURED) measured.clear()
  measured.set(word, found)
  return found
}

interface Readability {
  readonly words: number
  readonly sentences: number
  /** US school grade, by each formula. */
  readonly grades: readonly {readonly formula: string; readonly grade: number}[]
  /** The one in the middle. */
  readonly grade: number
}

/**
 * How hard the running text of some passages is. Formulas differ in what they take for hard: Flesch
 * and Kincaid long sentences and syllables, SMOG words of three or more syllables, Coleman and Liau
 * letters. No single one decides.
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

/** The sentences of running text, each with its passage. */
export const runningSentences = onceFor((passages: readonly Passage[]) =>
  runningPassages(passages).flatMap((passage) =>
    passage.sentences.map((sentence) => ({passage, sentence})),
  ),
)
