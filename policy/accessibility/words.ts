// Helpers for rules about whole passages.

import {flawIn, type Flaw} from '../rule.ts'
import type {Passage} from '../text/passages.ts'

/** A flaw in a whole passage. */
export function flawOfAll(passage: Passage, words: Pick<Flaw, 'message' | 'hint'>): Flaw {
  const all = {start: 0, end: passage.text.length}
  return flawIn(passage, {text: passage.text, ...all}, all, words)
}

/** Text in lower case, with single spaces and no punctuation at either end, as a listener hears it. */
export function spoken(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '')
    .replaceAll(/\s+/g, ' ')
}

export function sameWords(a: string, b: string): boolean {
  return spoken(a) === spoken(b)
}
