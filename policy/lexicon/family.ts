// A family is a list of words that mean alike to the rules. One file of this folder holds one subject.

import {inflected, wordsOf} from '../text/phrases.ts'

/** Words that mean alike: verbs, nouns and adjectives at once, so that `heals`, `healing` and `healed` are one. */
export interface Family {
  readonly name: string
  /**
   * Where the words come from. "WordNet 3.1: heal" means that most of them stand within two links of "heal" there;
   * where "chosen by hand" follows, about half do.
   */
  readonly source: string
  /** Lines of regular verbs. Each stands for all its forms. */
  readonly verbs?: readonly string[]
  /** Lines of nouns and adjectives. Each stands for its plural too. */
  readonly words?: readonly string[]
  /** Lines of names, which count only in this case: `WHO` is not `who`. */
  readonly names?: readonly string[]
  /** Phrases of several words, one an entry, each as it stands. */
  readonly phrases?: readonly string[]
  /** Endings of names: `itis`. */
  readonly endings?: readonly string[]
}

/** All forms of the words and phrases of a family, in lower case. */
export function formsIn({verbs = [], words = [], phrases = []}: Family): string[] {
  return [
    ...wordsOf(...verbs).flatMap(inflected),
    ...wordsOf(...words).flatMap(withPlural),
    ...phrases,
  ]
}

function withPlural(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`]
  return [word, /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`]
}
