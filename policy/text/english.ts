// Whether a document is in English, whatever it says of itself.

import {mainLanguage} from '../../schemas/data/languages.ts'
import {stringOf} from '../references.ts'
import type {Subject} from '../rule.ts'
import type {Passage} from './passages.ts'

/** The language that a document says it is in, without script or country. A document that says none is in English. */
export function ownLanguage({language}: Subject['document']): string {
  return mainLanguage(stringOf(language)) || 'en'
}

/** Whether at least half of the words of a document are in English. */
export function isMostlyEnglish({document, passages, languages}: Subject): boolean {
  const own = ownLanguage(document)
  const isEnglish = (passage: Passage): boolean => (languages.get(passage) ?? own) === 'en'
  return lengthOf(passages.filter(isEnglish)) * 2 >= lengthOf(passages)
}

/** The number of characters of passages. */
export function lengthOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, {text}) => sum + text.length, 0)
}
