// Reads a sentence once: its words, the clause of each, and the families of the lexicon that it belongs to.
// A look-up in one table tells the families of a word, so no sentence is read that has no word of any.

import {formsIn, type Family} from '../lexicon/family.ts'
import {wordsOf} from './phrases.ts'

interface Word {
  /** In lower case. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The number of its clause in the sentence. */
  readonly clause: number
}

/** Words of a sentence that belong to a family. A phrase has several. */
export interface Hit {
  /** The numbers of its first and its last word. */
  readonly first: number
  readonly last: number
}

/** A sentence as frames see it. */
export interface Reading {
  readonly words: readonly Word[]
  readonly hits: ReadonlyMap<Family, readonly Hit[]>
}

/** What the words of some families look like. */
export interface Table {
  readonly forms: ReadonlyMap<string, readonly Family[]>
  /** Phrases by their first word. */
  readonly phrases: ReadonlyMap<
    string,
    readonly {readonly words: readonly string[]; readonly family: Family}[]
  >
  readonly endings: readonly (readonly [ending: string, family: Family])[]
}

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu
const CLAUSE_MARK = /^[;:!?—–()…]$/
/** Words that begin a clause of their own. */
const CLAUSE_WORD = new Set(
  'but although though because whereas while which who unless until if when'.split(' '),
)

/** Words and their clauses. Marks are not among them. */
function wordsIn(sentence: string): Word[] {
  const words: Word[] = []
  let clause = 0
  for (const {0: token, index} of sentence.matchAll(WORD)) {
    const text = token.toLowerCase()
    if (CLAUSE_MARK.test(token) || CLAUSE_WORD.has(token)) clause += 1
    if (/[\p{L}\p{N}%]/u.test(token)) {
      words.push({text, start: index, end: index + token.length, clause})
    }
  }
  return words
}

/** The table of some families. */
export function tableOf(families: Iterable<Family>): Table {
  const forms = new Map<string, Family[]>()
  const phrases = new Map<string, {words: string[]; family: Family}[]>()
  const endings: [string, Family][] = []
  for (const family of new Set(families)) {
    for (const name of wordsOf(...(family.names ?? []))) addTo(forms, name, family)
    for (const form of formsIn(family)) {
      const words = form.split(' ')
      if (words.length === 1) addTo(forms, form, family)
      else addTo(phrases, words[0] ?? '', {words, family})
    }
    for (const ending of family.endings ?? []) endings.push([ending, family])
  }
  return {forms, phrases, endings}
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** Reads a sentence with a table. */
export function readingOf(sentence: string, {forms, phrases, endings}: Table): Reading {
  const words = wordsIn(sentence)
  const hits = new Map<Family, Hit[]>()
  const add = (family: Family, first: number, last: number): void =>
    addTo(hits, family, {first, last})
  for (const [index, {text, start, end}] of words.entries()) {
    for (const family of forms.get(text) ?? []) add(family, index, index)
    const written = sentence.slice(start, end)
    if (written !== text) for (const family of forms.get(written) ?? []) add(family, index, index)
    for (const phrase of phrases.get(text) ?? []) {
      if (phrase.words.every((one, at) => words[index + at]?.text === one)) {
        add(phrase.family, index, index + phrase.words.length - 1)
      }
    }
    for (const [ending, family] of endings) {
      if (text.length > ending.length + 2 && text.endsWith(ending)) add(family, index, index)
    }
  }
  return {words, hits}
}
