// Small tools for rules that judge a whole passage rather than words in it.

import {flawIn, type Flaw} from '../rule.ts'
import type {Passage} from '../text/passages.ts'

/** A flaw of a passage as a whole. */
export function flawOfAll(passage: Passage, words: Pick<Flaw, 'message' | 'hint'>): Flaw {
  const all = {start: 0, end: passage.text.length}
  return flawIn(passage, {text: passage.text, ...all}, all, words)
}

/** Words as they sound: without case, spaces and punctuation at either end. */
export function spoken(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replaceAll(/\s+/g, ' ')
}

export function sameWords(a: string, b: string): boolean {
  return spoken(a) === spoken(b)
}
