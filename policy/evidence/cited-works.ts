// Finds the words that cite works. The rules about works that do not stand, or not for long, share this with the
// command that marks such works.

import {targetOf} from '../references.ts'
import {annotated} from '../text/marked.ts'
import type {MarkedWords, Passage} from '../text/passages.ts'

interface CitedWords<Work> {
  readonly passage: Passage
  readonly words: MarkedWords
  readonly work: Work
}

/** The words that cite one of some works, in reading order. */
export function* wordsCiting<Work>(
  passages: readonly Passage[],
  works: Pick<ReadonlyMap<string, Work>, 'get'>,
): Generator<CitedWords<Work>> {
  for (const passage of passages) {
    for (const words of annotated(passage, 'citation')) {
      const {definition} = words
      const target = 'reference' in definition ? targetOf(definition.reference) : undefined
      const work = target === undefined ? undefined : works.get(target)
      if (work !== undefined) yield {passage, words, work}
    }
  }
}
