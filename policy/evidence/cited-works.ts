// Finds the words that cite a work of which the rules must say something. The rules about works that no longer
// stand, or not for long, share this.

import {targetOf} from '../references.ts'
import type {Context, Subject, WorkRecord} from '../rule.ts'
import {annotated} from '../text/marked.ts'
import type {MarkedWords, Passage} from '../text/passages.ts'

interface CitedWords {
  readonly passage: Passage
  readonly words: MarkedWords
  readonly work: WorkRecord
}

/** The words that cite a work with a status or an end, in reading order. */
export function* wordsOnAgingWorks(
  {passages}: Pick<Subject, 'passages'>,
  {agingWorks}: Pick<Context, 'agingWorks'>,
): Generator<CitedWords> {
  for (const passage of passages) {
    for (const words of annotated(passage, 'citation')) {
      const {definition} = words
      const target = 'reference' in definition ? targetOf(definition.reference) : undefined
      const work = target === undefined ? undefined : agingWorks.get(target)
      if (work) yield {passage, words, work}
    }
  }
}
