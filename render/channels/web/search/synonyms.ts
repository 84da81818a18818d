// Lets readers find a page by a medical word for which it has plain words, or the other way round. The words come from
// the built-in glossary and from that of the library. They are in the index only: no page shows them.

import {builtInGlossary, type GlossaryEntry} from '../../../../policy/plain/glossary.ts'
import {mainLanguage} from '../../../../schemas/data/languages.ts'
import type {Library} from '../../../page/library.ts'
import {wordsIn} from './words.ts'

/** An expression, and the words that mean the same. */
interface Meaning {
  readonly expression: readonly string[]
  readonly others: readonly string[]
}

/** The language of the built-in glossary. */
const BUILT_IN = 'en'

/** Between several plain expressions of one entry: "harm, or unwanted effect". */
const BETWEEN = /[,;/]|\bor\b/

/** Words at the beginning of plain expressions that a page may lack: "of the kidneys". */
const SMALL_WORDS = /^\s*(?:(?:an?|at|by|from|in|into|of|on|the|to|with|your)\s+)+/

/** Finds the other words for the expressions in a list of words. */
export function synonymsOf(
  language: string,
  library: Library,
): (words: readonly string[]) => string[] {
  const builtIn = mainLanguage(language) === BUILT_IN ? builtInGlossary : []
  const meanings = [...builtIn, ...library.all('glossaryTerm')].flatMap(meaningsIn)
  const byFirst = Map.groupBy(meanings, ({expression: [first = '']}) => first)
  return (words) => {
    const found: string[] = []
    for (const [start, word] of words.entries()) {
      for (const {expression, others} of byFirst.get(word) ?? []) {
        if (expression.every((part, index) => part === words[start + index])) found.push(...others)
      }
    }
    return found
  }
}

function meaningsIn({term, forms = [], plain}: GlossaryEntry): Meaning[] {
  const expressions = [term, ...forms, ...plain.split(BETWEEN)]
    .map((expression) => wordsIn(expression.replace(SMALL_WORDS, '')))
    .filter(({length}) => length > 0)
  const all = expressions.flat()
  return expressions.map((expression) => ({
    expression,
    others: all.filter((word) => !expression.includes(word)),
  }))
}
