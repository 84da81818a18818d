// Finds the words that cite works. The rules about works that do not stand, or not for long, share this with the
// command that marks such works.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../../review/revision.ts'
import {allReferences, targetOf, type PlacedReference} from '../references.ts'
import {annotated} from '../text/marked.ts'
import type {Passage} from '../text/passages.ts'
import type {Span} from '../text/span.ts'

interface CitedWords<Work> {
  readonly passage: Passage
  /** The marked words, or the whole passage. */
  readonly words: Span
  readonly work: Work
}

/** The field of a block that defines its marks. A definition cites a work only where words have the mark. */
const DEFINITIONS = 'markDefs'

/**
 * The words that cite one of some works, in reading order. A reference to a work in any other field, such as the
 * sources of a serious risk, cites it for the words of the object that has the field.
 */
export function* wordsCiting<Work>(
  document: StoredDocument,
  passages: readonly Passage[],
  works: Pick<ReadonlyMap<string, Work>, 'get' | 'size'>,
): Generator<CitedWords<Work>> {
  // Most libraries have no such work, and each document is checked for them.
  if (works.size === 0) return
  const sources = allReferences(document).flatMap((reference) => {
    const work = works.get(reference.target)
    return work === undefined || reference.steps.includes(DEFINITIONS)
      ? []
      : [{passage: wordsBeside(reference, passages), work}]
  })
  for (const passage of passages) {
    for (const words of annotated(passage, 'citation')) {
      const {definition} = words
      const target = 'reference' in definition ? targetOf(definition.reference) : undefined
      const work = target === undefined ? undefined : works.get(target)
      if (work !== undefined) yield {passage, words, work}
    }
    for (const source of sources) {
      if (source.passage !== passage) continue
      yield {passage, words: {start: 0, end: passage.text.length}, work: source.work}
    }
  }
}

/** The first words of the object that holds a reference or, if it has none, of the next one around it. */
function wordsBeside(
  {steps, depth}: PlacedReference,
  passages: readonly Passage[],
): Passage | undefined {
  for (let length = depth; length > 0; length--) {
    const path = studioPath.toString(steps.slice(0, length))
    const beside = passages.find((passage) => passage.path.startsWith(`${path}.`))
    if (beside) return beside
  }
  return passages[0]
}
