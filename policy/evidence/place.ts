// Where words stand in a clause.

export interface Place {
  readonly start: number
  readonly end: number
}

/** The words that a pattern found: those of its group `words`, which is at its end, or all. */
export function placeOf(found: RegExpExecArray | null): Place | undefined {
  if (!found) return undefined
  const end = found.index + found[0].trimEnd().length
  const words = found.groups?.['words']
  return {start: words === undefined ? found.index : end - words.length, end}
}
