// Builds the patterns that rules look for out of plain lists of words.

/**
 * Any one of some phrases, as the source of a pattern. Those that begin alike share their beginning:
 * at most words of a text a few letters then tell that none of hundreds of phrases is there.
 *
 * @param phrases Sources of patterns. Which of them is tried first does not count.
 */
export function oneOf(...phrases: readonly string[]): string {
  return `(?:${sharing(phrases.flatMap(alternativesOf)).join('|')})`
}

/** A letter or the like that stands for itself. */
const LITERAL = /^[\w '’-](?![*+?{])/

/** Alternatives of which no two begin with the same letter. */
function sharing(alternatives: readonly string[]): string[] {
  const groups = Map.groupBy(new Set(alternatives), (one) => LITERAL.exec(one)?.[0] ?? '')
  return [...groups].flatMap(([letter, members]) => {
    if (letter === '' || members.length === 1) return members
    const endings = sharing(members.flatMap((one) => alternativesOf(one.slice(letter.length))))
    return letter + (endings.length === 1 ? endings.join('') : `(?:${endings.join('|')})`)
  })
}

/** What a source is made of: escapes, classes, what makes groups, and other characters. */
const TOKEN = /\\.|\[(?:\\.|[^\]])*\]|[()|]|[^\\[()|]+/gs

/** The alternatives of a source, also those of alternatives that are nothing but a group. */
export function alternativesOf(source: string): string[] {
  if (!source.includes('|')) return [source]
  const alternatives: string[] = []
  let [depth, from] = [0, 0]
  let isGroup = source.startsWith('(?:')
  for (const {0: text, index} of source.matchAll(TOKEN)) {
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    if (depth > 0) continue
    if (index + text.length < source.length) isGroup = false
    if (text !== '|') continue
    alternatives.push(source.slice(from, index))
    from = index + 1
  }
  if (isGroup) return alternativesOf(source.slice('(?:'.length, -1))
  alternatives.push(source.slice(from))
  return alternatives.length === 1 ? alternatives : alternatives.flatMap(alternativesOf)
}

/** The words of some lines. */
export function wordsOf(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '))
}

/**
 * All forms of regular verbs: `cure` stands for cure, cures, cured and curing. Irregular forms are
 * written out by the caller.
 *
 * @param verbs Lines of verbs, with spaces between them.
 */
export function formsOf(...verbs: readonly string[]): string {
  return oneOf(...wordsOf(...verbs).map(formsOfOne))
}

function formsOfOne(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}(?:es?|ed|ing)`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}(?:y|ies|ied|ying)`
  if (/(?:s|x|z|ch|sh)$/.test(verb)) return `${verb}(?:es|ed|ing)?`
  const doubled = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ? (verb.at(-1) ?? '') : ''
  return `${verb}(?:s|${doubled}ed|${doubled}ing)?`
}

/** All places of a pattern. It looks first: to match all makes a copy of the pattern, which costs more. */
export function matchesOf(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? [] : text.matchAll(pattern)
}

/** A pattern that finds whole words, whatever their case; `source` has no need of `\b`. */
export function wholeWords(source: string, flags = 'i'): RegExp {
  return new RegExp(`\\b${oneOf(source)}(?!\\w)`, flags)
}
