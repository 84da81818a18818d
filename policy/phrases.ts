// Builds the patterns that rules look for out of plain lists of words.

/** Any one of some phrases, as the source of a pattern. */
export const oneOf = (...phrases: readonly string[]): string => `(?:${phrases.join('|')})`

/** The words of some lines. */
export const wordsOf = (...lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(' '))

/**
 * All forms of regular verbs: `cure` stands for cure, cures, cured and curing. Irregular forms are
 * written out by the caller.
 *
 * @param verbs Lines of verbs, with spaces between them.
 */
export const formsOf = (...verbs: readonly string[]): string =>
  oneOf(...wordsOf(...verbs).map(formsOfOne))

function formsOfOne(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}(?:es?|ed|ing)`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}(?:y|ies|ied|ying)`
  if (/(?:s|x|z|ch|sh)$/.test(verb)) return `${verb}(?:es|ed|ing)?`
  const doubled = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ? (verb.at(-1) ?? '') : ''
  return `${verb}(?:s|${doubled}ed|${doubled}ing)?`
}

/** A pattern that finds whole words, whatever their case; `source` has no need of `\b`. */
export const wholeWords = (source: string, flags = 'i'): RegExp =>
  new RegExp(`\\b(?:${source})(?!\\w)`, flags)
