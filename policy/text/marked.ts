// Finds the links, citations and words in another language of a text.

import type {MarkedWords, Passage} from './passages.ts'

/** The words of one annotation, with its `markDef`. */
interface AnnotatedWords extends MarkedWords {
  readonly definition: object
}

/**
 * The words that have annotations of some types. A link that is partly bold counts as one run of words.
 */
export function annotated({marks}: Passage, ...types: readonly string[]): AnnotatedWords[] {
  const found: AnnotatedWords[] = []
  for (const {type, definition, start, end} of marks) {
    if (definition === undefined || !types.includes(type)) continue
    const last = found.at(-1)
    if (last?.definition === definition && last.end === start) {
      found[found.length - 1] = {...last, end}
    } else found.push({type, definition, start, end})
  }
  return found
}

/** The text of a passage, with spaces in place of the words that are marked as another language. */
export function withoutForeign(passage: Passage): string {
  return annotated(passage, 'foreign').reduce(
    (text, {start, end}) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    passage.text,
  )
}
