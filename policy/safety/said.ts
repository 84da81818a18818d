// What a sentence says of warning signs: which kinds it names, whether it sends the reader for urgent help, and
// whether it plays them down.

import {onceFor} from '../../review/once.ts'
import {isOwnVoice, isQuestion} from '../claims/negation.ts'
import type {UrgentSign} from '../rule.ts'
import {placesOf, readerFor, type Frame} from '../text/frame.ts'
import {findInPlain, placeIn, plainOf} from '../text/plain.ts'
import type {Reading} from '../text/reading.ts'
import type {Sentence} from '../text/sentences.ts'
import type {Span} from '../text/span.ts'
import {helpFrames, urgentFrames} from './frames/help.ts'
import {signFrames} from './frames/signs.ts'
import {lateFrames, soothingFrames} from './frames/soothing.ts'

const {read} = readerFor([
  ...signFrames,
  ...urgentFrames,
  ...soothingFrames,
  ...lateFrames,
  ...helpFrames,
])

/**
 * Words right before others that deny them: `is not quite normal`. A verb between the two ends what is denied:
 * `a leg that you cannot move is normal`.
 */
const DENIED =
  /\b(?:not|never|cannot|\w+n['’]t)(?: (?!(?:is|are|was|were)\b)[\w'’]+){0,2} $|\b(?:hardly|rarely|nor|far from|anything but|does not mean)(?: [\w'’]+){0,2} $|\bno $/i

/** Words that warn a reader against what follows. */
const WARNED =
  /\b(?:(?:do not|don['’]t|never|should not|must not|nobody should) (?:think|assume|believe|accept|be told|let|tell yourself|hope)|(?:a|one|the) (?:mistake|myth)|it is (?:wrong|not true|unsafe|dangerous))\b/i

/** A wait for a treatment that a sign delays: `If you have a fever, you have to wait some days for the injection`. */
const POSTPONED =
  /\b(?:for|before|until after) (?:[\w'’]+ ){0,4}(?:injections?|treatments?|procedures?|surgery|operations?|shots?|vaccines?|scans?|results?|tests?|visit with)\b|\b(?:injections?|treatments?|procedures?|surgery|operations?|visits?) can wait\b|\bpostpon|\bput off (?:the|your) (?:injection|visit|treatment)/i

/** A wait for something: no advice on help. */
const WAIT_FOR = /^ (?:for|until|too long (?:for|between))\b/i

/** What follows a time that is counted from an event: `within a week of the injection`. */
const OF_EVENT = /^ (?:of|after|from|before)\b/i

/** What follows words of a frame that mean something else: `within a week of`, `will pass the nerve`. */
const AFTERWARDS: Readonly<Record<string, RegExp>> = {
  'contact a helper on another day': OF_EVENT,
  'it will pass': /^ (?!and\b|but\b|so\b)\w/i,
}

/** The names of the kinds of warning signs in a text, and where they are. */
export function signsIn(text: string): Map<string, Span> {
  const {text: plain, origin} = plainOf(text)
  return new Map(
    Array.from(signsOf(read(plain)), ([kind, place]) => [kind, placeIn(origin, place)] as const),
  )
}

/** The names of the kinds of a sign in a list. */
export const kindsOf = onceFor(({text}: UrgentSign) => new Set(signsIn(text).keys()))

/** Where a sentence sends the reader for urgent help; undefined if it does not. */
export function urgentIn(sentence: string): Span | undefined {
  return findInPlain(sentence, (plain) => urgentOf(plain, read(plain)))
}

/** Where a sentence says that there is no hurry: nowhere if it sends the reader for urgent help too. */
export function soothingIn(sentence: string): readonly Span[] {
  const {text, origin} = plainOf(sentence)
  return soothingOf(text, read(text)).map((place) => placeIn(origin, place))
}

/** Where a sentence that names a warning sign sends the reader for help, however soon; undefined if it does not. */
export function helpIn(sentence: string): Span | undefined {
  return findInPlain(sentence, (plain) => helpOf(plain, read(plain)))
}

function helpOf(sentence: string, reading: Reading | undefined): Span | undefined {
  const urgent = urgentOf(sentence, reading)
  if (urgent || isQuestion(sentence) || signsOf(reading).size === 0) return urgent
  if (soothingOf(sentence, reading).length > 0) return undefined
  return placesIn(reading, helpFrames).find(
    ({start, end, head}) =>
      isOwnVoice(sentence, start, end) && !DENIED.test(sentence.slice(0, head.start)),
  )
}

/** Where a sentence names another day; undefined if it does not, or denies it: `today, not tomorrow`. */
export function lateIn(sentence: string): Span | undefined {
  return findInPlain(sentence, (plain) =>
    placesIn(read(plain), lateFrames).find(
      ({start, end}) => !DENIED.test(plain.slice(0, start)) && !OF_EVENT.test(plain.slice(end)),
    ),
  )
}

function signsOf(reading: Reading | undefined): Map<string, Span> {
  return new Map(
    placesIn(reading, signFrames).map(({name, start, end}) => [name, {start, end}] as const),
  )
}

function urgentOf(sentence: string, reading: Reading | undefined): Span | undefined {
  if (isQuestion(sentence)) return undefined
  return placesIn(reading, urgentFrames).find(
    ({start, end, head, name}) =>
      isOwnVoice(sentence, start, end) &&
      !DENIED.test(sentence.slice(0, head.start)) &&
      !(name === 'do not wait' && WAIT_FOR.test(sentence.slice(head.end))),
  )
}

function soothingOf(sentence: string, reading: Reading | undefined): readonly Span[] {
  if (isQuestion(sentence) || WARNED.test(sentence) || urgentOf(sentence, reading)) return []
  return placesIn(reading, soothingFrames).filter(
    ({start, end, head, name}) =>
      isOwnVoice(sentence, start, end) &&
      !DENIED.test(sentence.slice(0, head.start)) &&
      !AFTERWARDS[name]?.test(sentence.slice(end)) &&
      !(/\bwait|\bput off/i.test(sentence.slice(start, end)) && POSTPONED.test(sentence)),
  )
}

/** Where one statement of a sentence ends and the next begins. */
const BETWEEN =
  /;|:(?= )|[—–]|,? \b(?:but|yet|whereas|while|although|though)\b|,(?= not\b)|,? and\b(?=[^,;:]* (?:is|are) not\W*$)|, and\b/gi

/** Words that a statement has and a bare list of things lacks. */
const VERB =
  /\b(?:is|are|was|were|be|can|may|might|will|should|could|must|has|have|had|do|does|get|gets|feel|feels|go|goes|\w+s on)\b/i

/** The beginning of a statement whose things follow a colon: `These are normal: a numb leg`. */
const LISTING = /\b(?:these|this|the following|all|things|signs|symptoms|effects)\b/i

/** The statements of a sentence: `Soreness is normal, but a fever is not` has two. */
export function statementsIn(sentence: string): Sentence[] {
  const statements: Sentence[] = []
  let from = 0
  const add = (end: number): void => {
    statements.push({text: sentence.slice(from, end), start: from, end})
  }
  for (const {index, 0: mark} of sentence.matchAll(BETWEEN)) {
    const before = sentence.slice(from, index)
    const isList = mark === ', and' ? !VERB.test(before) : mark === ':' && LISTING.test(before)
    if (isList) continue
    add(index)
    from = index + mark.length
  }
  add(sentence.length)
  return statements
}

/** Whether a statement takes back what the one before it says: `a fever is not`, `not to have a fever`. */
export function takesBack(statement: string): boolean {
  return /^\W*not\b|\b(?:(?:is|are|was|were) not|(?:is|are|was|were)n['’]t)\W*$/i.test(statement)
}

interface Place extends Span {
  readonly name: string
  /** Where the word of the frame is. */
  readonly head: Span
}

function placesIn(reading: Reading | undefined, frames: readonly Frame[]): Place[] {
  if (!reading) return []
  return frames.flatMap((frame) =>
    placesOf(frame, reading).map((place) => ({...place, name: frame.name})),
  )
}
