// The position of words in a text. `end` is exclusive.

export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The words that a match quotes: those of its group `words`, which ends the match, or the whole match
 * where the pattern has no such group.
 */
export function spanOf(match: RegExpExecArray | null): Span | undefined {
  if (!match) return undefined
  const end = match.index + match[0].trimEnd().length
  const words = match.groups?.['words']
  return {start: words === undefined ? match.index : end - words.length, end}
}
