// Words that may stand between the words of a pattern.

/** Up to so many words between two others. */
export function wordsBetween(most: number): string {
  return `(?: [\\w'’-]+){0,${most}}`
}

/** Forms of `be`. */
export const BE = "(?:is|are|was|were|be|been|being|gets?|(?<=['’])(?:s|re))"
