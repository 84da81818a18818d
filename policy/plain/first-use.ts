// Finds words that a document uses before it explains them.

import {flawIn, type Flaw} from '../rule.ts'
import type {Passage, Role} from '../text/passages.ts'
import {sentenceAt, type Sentence} from '../text/sentences.ts'

/** A use of a word that needs an explanation. */
export interface Use {
  /** The word in its basic form. */
  readonly word: string
  readonly passage: Passage
  readonly sentence: Sentence
  /** Offset in the sentence, like `end`. */
  readonly start: number
  readonly end: number
}

/** The use of a word in a passage. `start` and `end` are offsets in the passage. */
export function useAt(passage: Passage, start: number, end: number, word: string): Use | undefined {
  const sentence = sentenceAt(passage.sentences, start)
  return (
    sentence && {word, passage, sentence, start: start - sentence.start, end: end - sentence.start}
  )
}

/** What is known about a word so far. */
interface Outcome {
  /** The use that lacks an explanation; undefined if the word is explained. */
  readonly reported: Use | undefined
  /** Whether later uses make no difference. */
  readonly isFinal: boolean
}

/**
 * The unexplained uses to report: for each word at most one. A title or heading has no room for an
 * explanation, so there it is enough if the text explains the word at its first use.
 */
export function unexplained(uses: Iterable<Use>, isExplained: (use: Use) => boolean): Use[] {
  const outcomes = new Map<string, Outcome>()
  for (const use of uses) {
    const earlier = outcomes.get(use.word)
    if (!earlier?.isFinal) outcomes.set(use.word, outcomeOf(use, isExplained(use), earlier))
  }
  return [...outcomes.values()].flatMap(({reported}) => reported ?? [])
}

/**
 * The outcome after one more use:
 *
 * | use                       | reported           | final |
 * | ------------------------- | ------------------ | ----- |
 * | explained                 | none               | yes   |
 * | not explained, in text    | this use           | yes   |
 * | not explained, in heading | first such use     | no    |
 */
function outcomeOf(use: Use, isExplained: boolean, earlier: Outcome | undefined): Outcome {
  if (isExplained) return {reported: undefined, isFinal: true}
  if (!headlines.has(use.passage.role)) return {reported: use, isFinal: true}
  return {reported: earlier?.reported ?? use, isFinal: false}
}

const headlines: ReadonlySet<Role> = new Set(['title', 'heading'])

/** A flaw at a use of a word. */
export function flawAt(
  {passage, sentence, start, end}: Use,
  words: Pick<Flaw, 'message' | 'hint'>,
) {
  return flawIn(passage, sentence, {start, end}, words)
}
