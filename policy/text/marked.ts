// Finds the links and citations of a text, each with its words.

import type {MarkedWords, Passage} from './passages.ts'

/** The words of one annotation, with what it says. */
interface AnnotatedWords extends MarkedWords {
  readonly definition: object
}

/**
 * The words that bear annotations of some types. Words that differ only in how they look, such as a link
 * of which a part is bold, come as one.
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
