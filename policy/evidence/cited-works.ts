// Finds the words that cite works. The rules about works that do not stand, or not for long, share this with the
// command that marks such works.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../../review/revision.ts'
import {allReferences, targetOf, type PlacedReference} from '../references.ts'
import {annotated} from '../text/marked.ts'
import type {Passage} from '../text/passages.ts'
import type {Span} from '../text/span.ts'
import {isWithin, wordsSourcedBy} from './beside.ts'

interface CitedWords<Work> {
  readonly passage: Passage
  /** The marked words, or the whole passage. */
  readonly words: Span
  readonly work: Work
}

/** The field of a block that defines its marks. A definition cites a work only where words have the mark. */
const DEFINITIONS = 'markDefs'

/**
 * The words that cite one of some works, in reading order. A list beside words, such as the sources of a summary, cites
 * its works for these words. A reference to a work in any other field, such as the sources of a serious risk, cites it
 * for the words of the object that has the field.
 */
export function* wordsCiting<Work>(
  document: StoredDocument,
  passages: readonly Passage[],
  works: Pick<ReadonlyMap<string, Work>, 'get'>,
): Generator<CitedWords<Work>> {
  // Most libraries have no such work, and each document is checked for them.
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

/**
 * The words for which a reference stands in a list beside them. Otherwise the first words of the object that holds it
 * or, if that has none, of the next one around it.
 */
function wordsBeside(
  reference: PlacedReference,
  passages: readonly Passage[],
): Passage | undefined {
  const fields = wordsSourcedBy(reference)
  const sourced = passages.find((passage) => fields.some((field) => isWithin(passage, field)))
  if (sourced) return sourced
  const {steps, depth} = reference
  for (let length = depth; length > 0; length--) {
    const path = studioPath.toString(steps.slice(0, length))
    const beside = passages.find((passage) => passage.path.startsWith(`${path}.`))
    if (beside) return beside
  }
  return passages[0]
}
