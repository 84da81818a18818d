// Which words a document uses without explaining them where they first stand.

import {flawIn, type Flaw} from '../rule.ts'
import type {Passage, Role} from '../text/passages.ts'
import {sentenceAt, type Sentence} from '../text/sentences.ts'

/** A use of a word that needs explaining. */
export interface Use {
  /** The word in its basic form. */
  readonly word: string
  readonly passage: Passage
  readonly sentence: Sentence
  /** In the sentence. */
  readonly start: number
  readonly end: number
}

/** A use at a place in a passage. */
export function useAt(passage: Passage, start: number, end: number, word: string): Use | undefined {
  const sentence = sentenceAt(passage.sentences, start)
  return (
    sentence && {word, passage, sentence, start: start - sentence.start, end: end - sentence.start}
  )
}

/**
 * Of each word the first use, where it is not explained. A title or heading has no room for that:
 * it is enough if the text explains the word where it takes it up.
 */
export function unexplained(uses: Iterable<Use>, isExplained: (use: Use) => boolean): Use[] {
  const first = new Map<string, Use>()
  const settled = new Set<string>()
  for (const use of uses) {
    if (settled.has(use.word)) continue
    const isInText = !headlines.has(use.passage.role)
    if (isExplained(use)) first.delete(use.word)
    else if (isInText || !first.has(use.word)) first.set(use.word, use)
    if (isInText || !first.has(use.word)) settled.add(use.word)
  }
  return [...first.values()]
}

const headlines: ReadonlySet<Role> = new Set(['title', 'heading'])

export function flawAt(
  {passage, sentence, start, end}: Use,
  words: Pick<Flaw, 'message' | 'hint'>,
) {
  return flawIn(passage, sentence, {start, end}, words)
}
