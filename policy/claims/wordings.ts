// Finds wordings that claim too much in the passages of a document.

import {once} from '../../review/once.ts'
import {flawIn, type Flaw} from '../rule.ts'
import {cueOf} from '../text/cue.ts'
import {placesOf, readerFor, type Frame, type Reader} from '../text/frame.ts'
import type {Passage} from '../text/passages.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {wholeWords} from '../text/phrases.ts'
import {placeIn, plainOf, plainPassage} from '../text/plain.ts'
import {LONGEST_SENTENCE, type Sentence} from '../text/sentences.ts'
import {governedItems} from './lead-in.ts'
import {around, isDenial, isDenied, isOwnVoice, isQuestion} from './negation.ts'
import {isOffer, isPromotion} from './offer.ts'

interface Said {
  /** Completes a sentence that begins with the quoted words: `promises a result`. */
  readonly message: string
  readonly hint: string
  /** Whether it is reported even in a sentence that denies it: `without harmful drugs`. */
  readonly evenDenied?: true | undefined
  /** Whether the words have another, harmless sense here. */
  readonly unless?: ((found: Found) => boolean) | undefined
}

/** One way to claim too much, in words that hardly ever say anything else: an error where it promotes something. */
export interface Wording extends Said {
  /** Where it is an error. Usually in any offer. */
  readonly certainIn?: 'promotion'
  /**
   * The words to look for. A finding quotes the group `words` at the end of a pattern, or the whole
   * match if there is no such group.
   */
  readonly patterns: readonly Pattern[]
}

/** One way to claim too much, by what words mean together: a warning, since a person must judge it. */
export interface Framed extends Said {
  readonly frames: readonly Frame[]
  /** Whether it claims something only where a sentence promotes something. */
  readonly only?: 'offer' | 'promotion'
}

/** The words that were found, and the rest of their sentence before and after them. */
export interface Found {
  readonly sentence: string
  readonly before: string
  readonly words: string
  readonly after: string
}

interface Place {
  readonly start: number
  readonly end: number
  /** Where the word that claims is, if the place has others. */
  readonly head?: {readonly start: number; readonly end: number}
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
export function finderOf(
  wordings: readonly Wording[],
  framed: readonly Framed[],
): (passages: readonly Passage[]) => Flaw[] {
  const anyCue = once(() => cueOf(wholeWords(anyOf(wordings.flatMap(({patterns}) => patterns)))))
  const searches = once(() => wordings.map(searchFor))
  const {isCued, read} = readerFor(framed.flatMap(({frames}) => frames))
  const framesIn = frameFinderOf(framed, read)
  return (passages) => {
    const cued = passages.flatMap((passage) => {
      const {text} = plainPassage(passage)
      return anyCue().test(text) ? {passage, text} : []
    })
    const likely = new Map<Passage, Search[]>()
    for (const search of searches()) {
      for (const {passage, text} of cued) {
        if (!search.cue.test(text) || !mayHold(text, search)) continue
        likely.set(passage, [...(likely.get(passage) ?? []), search])
      }
    }
    const governed = governedItems(passages)
    return passages.flatMap((passage) => {
      if (governed.has(passage)) return []
      const found = likely.get(passage) ?? []
      if (found.length === 0 && !isCued(plainPassage(passage).text)) return []
      return passage.sentences.flatMap((sentence) => flawsOf(passage, sentence, found, framesIn))
    })
  }
}

function searchFor(wording: Wording): Search {
  const source = anyOf(wording.patterns)
  const pattern = wholeWords(source, 'im')
  return {wording, cue: cueOf(pattern), pattern, all: wholeWords(source, 'gi')}
}

/** Whether the words may be in a passage. It can be far too long to search at once: its sentences are not. */
function mayHold(text: string, {pattern}: Search): boolean {
  return text.length > LONGEST_SENTENCE || pattern.test(text)
}

function flawsOf(
  passage: Passage,
  sentence: Sentence,
  searches: readonly Search[],
  framesIn: FrameFinder,
): Flaw[] {
  const {text, origin} = plainOf(sentence.text)
  const flaws: Flaw[] = []
  const places: Place[] = []
  const add = (said: Said, place: Place, isMild: boolean): void => {
    if (places.some((other) => place.start < other.end && other.start < place.end)) return
    if (!states(said, text, place)) return
    places.push(place)
    flaws.push({
      ...flawIn(passage, sentence, placeIn(origin, place), said),
      ...(isMild && {isMild}),
    })
  }
  if (isQuestion(text)) return flaws
  for (const {wording, pattern, all} of searches) {
    if (!pattern.test(text)) continue
    const isMild = !(wording.certainIn ? isPromotion(text) : isOffer(text))
    for (const match of text.matchAll(all)) {
      const words = match.groups?.['words'] ?? match[0]
      const end = match.index + match[0].length
      add(wording, {start: end - words.length, end}, isMild)
    }
  }
  for (const {said, place} of framesIn(text)) add(said, place, true)
  return flaws
}

/** Whether a sentence says these words itself, in a sense that claims. */
function states(said: Said, text: string, {start, end, head}: Place): boolean {
  const words = text.slice(start, end)
  const others = head && `${text.slice(start, head.start)} ${text.slice(head.end, end)}`
  const found = {sentence: text, words, ...around(text, start, end)}
  if (said.unless?.(found) || !isOwnVoice(text, start, end)) return false
  return (
    said.evenDenied === true ||
    !(
      isDenied(text, start, end) ||
      (head && isDenied(text, head.start, head.end)) ||
      isDenial(others ?? '')
    )
  )
}

type FrameFinder = (sentence: string) => {readonly said: Framed; readonly place: Place}[]

function frameFinderOf(framed: readonly Framed[], read: Reader['read']): FrameFinder {
  return (sentence) => {
    const reading = read(sentence)
    if (!reading) return []
    const heads = framed.filter(({frames}) => frames.some(({word}) => reading.hits.has(word)))
    if (heads.length === 0) return []
    const holds = {offer: isOffer(sentence), promotion: isPromotion(sentence)}
    return heads.flatMap((said) =>
      said.only && !holds[said.only]
        ? []
        : said.frames.flatMap((frame) => placesOf(frame, reading).map((place) => ({said, place}))),
    )
  }
}
