// A pattern with a name and with examples, so that people can understand, test and change it alone. Most
// rules search for many patterns at once.

import {oneOf} from './phrases.ts'

export interface Pattern {
  /** What it finds, in a few words: `complete healing`. */
  readonly name: string
  /** Matches whole words in any case. */
  readonly source: string
  /** Texts in which this pattern alone finds something. */
  readonly fires: readonly string[]
  /** Similar texts in which it finds nothing. */
  readonly quiet: readonly string[]
}

/** The source of a pattern that matches what any of some patterns matches. */
export function anyOf(patterns: readonly Pattern[]): string {
  return oneOf(...patterns.map(({source}) => source))
}
