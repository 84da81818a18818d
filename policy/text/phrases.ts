// Builds the patterns that rules look for from lists of words.

/**
 * The source of a pattern that matches any of some phrases. Phrases that begin alike share their
 * beginning: `cure`, `cures` and `cat` become `(?:c(?:ure(?:|s)|at))`. For most words of a text, the
 * engine then sees after a few letters that none of hundreds of phrases is there.
 *
 * @param phrases Sources of patterns, in any order.
 */
export function oneOf(...phrases: readonly string[]): string {
  return `(?:${sharing(phrases.flatMap(alternativesOf)).join('|')})`
}

/** A character that matches itself and has no quantifier. */
const LITERAL = /^[\w '’-](?![*+?{])/

/** Merges alternatives that begin with the same letter: `cure`, `cat` → `c(?:ure|at)`. */
function sharing(alternatives: readonly string[]): string[] {
  const groups = Map.groupBy(new Set(alternatives), (one) => LITERAL.exec(one)?.[0] ?? '')
  return [...groups].flatMap(([letter, members]) => {
    if (letter === '' || members.length === 1) return members
    const endings = sharing(members.flatMap((one) => endingsOf(one.slice(letter.length))))
    return letter + (endings.length === 1 ? endings.join('') : `(?:${endings.join('|')})`)
  })
}

/** The alternatives of the rest of an alternative, which can be nothing but a group. */
function endingsOf(rest: string): string[] {
  return rest.startsWith('(?:') ? alternativesOf(rest) : [rest]
}

/** Where the character at an index ends: an escape and a class of characters count as one. */
export function endOfCharacter(source: string, index: number): number {
  if (source[index] === '\\') return index + 2
  if (source[index] !== '[') return index + 1
  let end = index + 1
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1
  return end + 1
}

/**
 * The alternatives of a source: `a|b(?:c|d)` has `a` and `b(?:c|d)`. An alternative that is nothing but
 * a group is replaced by the alternatives of the group: `(?:a|b)|c` has `a`, `b` and `c`.
 */
export function alternativesOf(source: string): string[] {
  if (!source.includes('|')) return [source]
  const alternatives: string[] = []
  let [depth, from] = [0, 0]
  let isGroup = source.startsWith('(?:')
  for (let index = 0; index < source.length; index = endOfCharacter(source, index)) {
    const character = source[index]
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth > 0) continue
    if (index + 1 < source.length) isGroup = false
    if (character !== '|') continue
    alternatives.push(source.slice(from, index))
    from = index + 1
  }
  if (isGroup) return alternativesOf(source.slice('(?:'.length, -1))
  alternatives.push(source.slice(from))
  return alternatives.length === 1 ? alternatives : alternatives.flatMap(alternativesOf)
}

/** Splits lines into words. */
export function wordsOf(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '))
}

/**
 * The source of a pattern for all forms of regular verbs: `cure` becomes cure, cures, cured and curing.
 * The caller adds irregular forms.
 *
 * @param verbs Lines of verbs, with spaces between them.
 */
export function formsOf(...verbs: readonly string[]): string {
  return oneOf(...wordsOf(...verbs).flatMap(inflected))
}

/** The regular forms of a word, itself first: `stop` becomes stop, stops, stopped and stopping. */
export function inflected(word: string): string[] {
  if (word.endsWith('e')) return withEndings(word.slice(0, -1), ['e', 'es', 'ed', 'ing'])
  if (/[^aeiou]y$/.test(word)) return withEndings(word.slice(0, -1), ['y', 'ies', 'ied', 'ying'])
  if (/(?:s|x|z|ch|sh)$/.test(word)) return withEndings(word, ['', 'es', 'ed', 'ing'])
  const doubled = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(word) ? (word.at(-1) ?? '') : ''
  return withEndings(word, ['', 's', `${doubled}ed`, `${doubled}ing`])
}

function withEndings(stem: string, endings: readonly string[]): string[] {
  return endings.map((ending) => stem + ending)
}

/**
 * All matches of a pattern in a text. It searches for the first match before it calls `matchAll`, which
 * is slower because it copies the pattern.
 */
export function matchesOf(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? [] : text.matchAll(pattern)
}

/** A pattern that finds whole words in any case. `source` needs no `\b` at its ends. */
export function wholeWords(source: string, flags = 'i'): RegExp {
  return new RegExp(`\\b${oneOf(source)}(?!\\w)`, flags)
}
