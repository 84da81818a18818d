// Small tools for rules that judge a whole passage rather than words in it.
import type {Passage} from '../text/passages.ts'
import {flawIn, type Flaw} from '../rule.ts'

/** A flaw of a passage as a whole. */
export const flawOfAll = (passage: Passage, words: Pick<Flaw, 'message' | 'hint'>): Flaw => {
  const all = {start: 0, end: passage.text.length}
  return flawIn(passage, {text: passage.text, ...all}, all, words)
}

/** Words as they sound: without case, spaces and punctuation at either end. */
export const spoken = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replaceAll(/\s+/g, ' ')

export const sameWords = (a: string, b: string): boolean => spoken(a) === spoken(b)
