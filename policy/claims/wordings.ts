// Finds wordings of unsound claims in the passages of a document.
import type {Passage} from '../passages.ts'
import {flawIn, type Flaw} from '../rule.ts'
import type {Sentence} from '../sentences.ts'
import {isDenied, isOwnVoice, isQuestion} from './negation.ts'

/** One way to claim too much. */
export interface Wording {
  /** Finds the words to quote, everywhere in a sentence: it needs the flag `g`. */
  readonly pattern: RegExp
  /** Follows on the quoted words: `promises a result`. */
  readonly message: string
  readonly hint: string
  /** Whether it claims too much even where a sentence denies it: `without harmful drugs`. */
  readonly evenDenied?: true | undefined
  /** Other senses of the same words. */
  readonly unless?: ((found: Found) => boolean) | undefined
}

/** Words that were found, and what stands around them in their sentence. */
export interface Found {
  readonly sentence: string
  readonly before: string
  readonly words: string
  readonly after: string
}

/**
 * The flaws of a passage by some wordings.
 *
 * @param trigger Words without which no wording can be found: most passages have none of them.
 */
export function* claimsIn(
  passage: Passage,
  trigger: RegExp,
  wordings: readonly Wording[],
): Generator<Flaw> {
  if (!trigger.test(passage.text)) return
  for (const sentence of passage.sentences) {
    if (trigger.test(sentence.text) && !isQuestion(sentence.text))
      yield* claimsOf(passage, sentence, wordings)
  }
}

function* claimsOf(
  passage: Passage,
  sentence: Sentence,
  wordings: readonly Wording[],
): Generator<Flaw> {
  const {text} = sentence
  const found: {start: number; end: number}[] = []
  for (const {pattern, unless, evenDenied, message, hint} of wordings) {
    for (const {index: start, 0: words} of text.matchAll(pattern)) {
      const end = start + words.length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const around = {sentence: text, before: text.slice(0, start), words, after: text.slice(end)}
      if (unless?.(around) || !isOwnVoice(text, start, end)) continue
      if (!evenDenied && isDenied(text, start, end)) continue
      found.push({start, end})
      yield flawIn(passage, sentence, {start, end}, {message, hint})
    }
  }
}
