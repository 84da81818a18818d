// Finds wordings that claim too much in the passages of a document.

import {flawIn, type Flaw} from '../rule.ts'
import {cueOf} from '../text/cue.ts'
import type {Passage} from '../text/passages.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {wholeWords} from '../text/phrases.ts'
import {LONGEST_SENTENCE, type Sentence} from '../text/sentences.ts'
import {around, isDenied, isOwnVoice, isQuestion} from './negation.ts'

/** One way to claim too much. */
export interface Wording {
  /**
   * The words to look for. A finding quotes the group `words` at the end of a pattern, or the whole
   * match if there is no such group.
   */
  readonly patterns: readonly Pattern[]
  /** Completes a sentence that begins with the quoted words: `promises a result`. */
  readonly message: string
  readonly hint: string
  /** Whether it is reported even in a sentence that denies it: `without harmful drugs`. */
  readonly evenDenied?: true | undefined
  /** Whether the words have another, harmless sense here. */
  readonly unless?: ((found: Found) => boolean) | undefined
}

/** The words that were found, and the rest of their sentence before and after them. */
export interface Found {
  readonly sentence: string
  readonly before: string
  readonly words: string
  readonly after: string
}

interface Search {
  readonly wording: Wording
  readonly cue: RegExp
  /** Tests a passage or a sentence. A passage may have several lines. */
  readonly pattern: RegExp
  /** The same pattern with the flag `g`, which is slower to start. */
  readonly all: RegExp
}

/**
 * Returns a function that finds wordings in passages. It looks for each wording in all passages before it goes
 * on to the next, because V8 is much slower when it alternates between patterns.
 */
export function finderOf(wordings: readonly Wording[]): (passages: readonly Passage[]) => Flaw[] {
  const anyCue = cueOf(wholeWords(anyOf(wordings.flatMap(({patterns}) => patterns))))
  const searches = wordings.map((wording) => {
    const source = anyOf(wording.patterns)
    const pattern = wholeWords(source, 'im')
    return {wording, cue: cueOf(pattern), pattern, all: wholeWords(source, 'gi')}
  })
  return (passages) => {
    const cued = passages.filter(({text}) => anyCue.test(text))
    const likely = new Map<Passage, Search[]>()
    for (const search of searches) {
      for (const passage of cued) {
        if (!search.cue.test(passage.text) || !mayHold(passage, search)) continue
        likely.set(passage, [...(likely.get(passage) ?? []), search])
      }
    }
    return cued.flatMap((passage) => {
      const found = likely.get(passage)
      if (!found) return []
      return passage.sentences.flatMap((sentence) => flawsOf(passage, sentence, found))
    })
  }
}

/** Whether the words may be in a passage. It can be far too long to search at once: its sentences are not. */
function mayHold({text}: Passage, {pattern}: Search): boolean {
  return text.length > LONGEST_SENTENCE || pattern.test(text)
}

function flawsOf(passage: Passage, sentence: Sentence, searches: readonly Search[]): Flaw[] {
  const {text} = sentence
  const flaws: Flaw[] = []
  const places: {start: number; end: number}[] = []
  for (const {wording, pattern, all} of searches) {
    if (!pattern.test(text) || isQuestion(text)) continue
    for (const match of text.matchAll(all)) {
      const words = match.groups?.['words'] ?? match[0]
      const end = match.index + match[0].length
      const start = end - words.length
      if (places.some((other) => start < other.end && other.start < end)) continue
      const found = {sentence: text, words, ...around(text, start, end)}
      if (wording.unless?.(found) || !isOwnVoice(text, start, end)) continue
      if (!wording.evenDenied && isDenied(text, start, end)) continue
      places.push({start, end})
      flaws.push(flawIn(passage, sentence, {start, end}, wording))
    }
  }
  return flaws
}
