// Where a sentence tells readers to stop a medicine, without the person who prescribed it.

import {isOwnVoice, isQuestion} from '../claims/negation.ts'
import {placesOf, readerFor, type Frame} from '../text/frame.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {placeIn, plainOf} from '../text/plain.ts'
import type {Reading} from '../text/reading.ts'
import type {Span} from '../text/span.ts'
import {medicineFrames, prescribedFrames} from './frames/stopping.ts'

export interface Stop extends Span {
  /** Whether the words hardly ever say anything else: to stop a prescribed medicine, in any case. */
  readonly isCertain: boolean
}

const {read} = readerFor([...prescribedFrames, ...medicineFrames])

const PRESCRIBER = oneOf(
  'doctors?|prescribers?|nurses?|pharmacists?|gps?|surgeons?|physicians?|cardiologists?|specialists?',
  'clinicians?|providers?|midwife|midwives|dentists?|teams?|clinics?|hospitals?|psychiatrists?',
  'an(?:a)?esthetists?|an(?:a)?esthesiologists?|professionals?|person who prescribed',
)

const prescriber = wholeWords(PRESCRIBER)

/** That the person who prescribed the medicine decides, or is asked. */
const AGREED = wholeWords(
  oneOf(
    `(?:ask|asking|(?:talk|talking|speak|speaking|spoken|talked) (?:to|with)|check(?:ing|ed)? with|consult(?:ing)?|(?:agree|agreed|discuss|discussed) (?:[\\w'’]+ ){0,6}?with) (?:[\\w'’]+ ){0,4}?${PRESCRIBER}`,
    `(?<!\\bour )${PRESCRIBER}(?: [\\w'’]+){0,6}? (?:agrees?|agreed|says?|said|tells?|told|advis\\w+|allows?|approves?|asks?|asked|decides?|recommends?|instructs?|wants?)`,
    `${PRESCRIBER}['’]s? (?:\\w+ )?(?:agreement|consent|advice|approval|permission|guidance|help|ok|okay|instructions?|orders?)`,
    `(?:agreement|consent|advice|approval|permission|guidance|help|ok|okay) (?:of|from) (?:[\\w'’]+ ){0,3}?${PRESCRIBER}`,
  ),
)

/** Words that say that the person who prescribed it need not be asked. */
const UNASKED =
  /\b(?:without|no need to|(?:do not|don['’]t) (?:need|have) to|need not|instead of|rather than|even if|no matter|whatever)\b[^,;.]*/gi

/** What to do about a reaction: `Stop the tablets and call us if you get a rash`. */
const REACTION =
  /^(?=.*\b(?:if|when)\b).*\b(?:call|phone|ring|see|tell|contact|get|seek) (?:[\w'’]+ ){0,3}?(?:us|help|doctors?|nurses?|pharmacists?|clinic|advice|911|999|112)\b/i

/** What to do about a dose that was forgotten. */
const FORGOTTEN =
  /\byou (?:have )?(?:miss|missed|forget|forgot|forgotten)\b|\bmissed (?:dose|tablet|pill|capsule|medicine|one)/i

/** A hope, not advice: `The aim is that you can stop your tablets`. */
const HOPE = /\b(?:goals?|aims?|hopes?|plans?|help(?:s|ing)? you|able)\b/i

/** Between the verb and its medicine stands nothing with which something else is stopped, or done. */
const ELSEWHERE =
  /[,;]|\b(?:and|or) (?:take|start|keep|use|rest|see|call|ask|go|then|talk|tell|put|bring|have|eat|drink|continue|wait)\b|\b(?:to|before|by|at|for|near|part|section|page|chapter|question|about|missed)\b/i

/** A thing, or an effect, that stops: `Stop your insulin from getting warm`. */
const OF_A_THING =
  /^(?: (?:pens?|vials?|bottles?|syringes?|needles?|section|part|page)\b| from \w+ing\b)/i

/** Words that begin a sentence and end with a comma, before what it tells the reader to do. */
const PREAMBLE =
  /^\W*(?:if|when|once|before|after|while|because|since|for|on|in|at|to|as|during|an?|one|two|three|some|the|\d+|with|instead)\b[^,]*,/i

/** Where an instruction may begin. */
const INSTRUCTION =
  /(?:^|[,;:.–—-]|\b(?:and|then|so|or|but|please|just|simply|also|now|first|always|instead|only)) *["“]?$/i

/** Subjects whose verb may be in the plural: `Doctors check your blood and stop your tablets`. */
const OTHERS = new RegExp(
  `\\b${oneOf(PRESCRIBER, 'they|we|people|patients|some|many|most|others|he|she|who|it|adults|men|women|may|might|could|would|to')}\\b`,
  'i',
)

const ADVERB = '(?: (?:also|then|just|now|even|still|safely|simply|usually|always|first|\\w+ly))*'

/** Words that tell the reader to do what comes next, or that they may. */
const ALLOWED = new RegExp(
  `${oneOf(
    `(?<!\\b(?:if|whether|when|why|how|until|unless|once|which|what|before|after) )you (?:can|may|could|should|must|will|need to|have to|ought to|had better|will (?:need|have) to|are (?:free|asked|advised|allowed) to)${ADVERB}`,
    "(?:is|it['’]s)(?: \\w+)? (?:fine|safe|ok|okay|best|better|wise|all right|harmless|enough|important|necessary|sensible|advisable|good|a good idea|time)(?: for you)? to",
    '(?:be|make) sure (?:to|that you|you)|remember to|plan to|feel free to',
    '(?<!\\b(?:some|most|many) (?:\\w+ )?)(?:patients|people|everyone|everybody|anyone|those)(?: (?:who|on|with) (?:[\\w-]+ ){0,4}[\\w-]+)? (?:should|must)',
    '\\bwe (?:ask|advise|want|tell|recommend|suggest)(?: that)? (?:all )?(?:you|patients|people)(?: (?:to|should))?',
  )} $`,
  'i',
)

const NEGATED = /\b(?:not|never|no|cannot|nor|neither|nobody|avoid|\w+n['’]t)\b/i

/** Words before `be stopped` that make it advice. */
const IS_TO =
  /(?<!\b(?:may|might|could|not) )\b(?:should|must|can|needs? to|ha(?:s|ve) to)(?: (?!only\b)\w+ly)? $/i

/** Whether words that end before a verb tell the reader to do it. */
function isAdvice(before: string): boolean {
  const allowed = ALLOWED.exec(before)
  if (allowed) {
    const last = before.slice(0, allowed.index).split(/[,;:–—]/)
    return !NEGATED.test(`${last.at(-1) ?? ''} ${allowed[0]}`) && !HOPE.test(before)
  }
  const own =
    before
      .replace(PREAMBLE, '')
      .split(/[;:–—]/)
      .at(-1) ?? ''
  return INSTRUCTION.test(own) && !NEGATED.test(own) && !OTHERS.test(own)
}

/** Frames whose first word is an instruction, or denies a need, by itself. */
const SAYS_ALL: ReadonlySet<string> = new Set([
  'do not take a medicine at a time',
  'no need to take a medicine',
  'a medicine is no longer needed',
])

/** Where a frame says to stop a medicine. */
function stopsOf(frame: Frame, sentence: string, reading: Reading): Span[] {
  return placesOf(frame, reading).filter(({start, end, head}) => {
    const before = sentence.slice(0, head.start)
    if (!isOwnVoice(sentence, start, end) || OF_A_THING.test(sentence.slice(end))) return false
    if (SAYS_ALL.has(frame.name)) {
      return (
        !/\b(?:that|pens?)\b/i.test(sentence.slice(head.end, end)) &&
        !OTHERS.test(before.replace(PREAMBLE, ''))
      )
    }
    if (head.end === end) return IS_TO.test(before)
    return !ELSEWHERE.test(sentence.slice(head.end, end)) && isAdvice(before)
  })
}

/** Whether a sentence is about something else, or leaves it to the person who prescribed the medicine. */
function isSound(sentence: string): boolean {
  return (
    isQuestion(sentence) ||
    FORGOTTEN.test(sentence) ||
    REACTION.test(sentence) ||
    leavesToPrescriber(sentence)
  )
}

/** Where a sentence tells readers to stop a medicine by themselves; undefined if it does not. */
export function stopIn(written: string): Stop | undefined {
  const {text: sentence, origin} = plainOf(written)
  const reading = read(sentence)
  if (!reading || isSound(sentence)) return undefined
  const first = (frames: readonly Frame[]) =>
    frames.flatMap((frame) => stopsOf(frame, sentence, reading))[0]
  const ofPrescribed = first(prescribedFrames)
  const place = ofPrescribed ?? first(medicineFrames)
  if (!place) return undefined
  const leavesOpen =
    /\b(?:if|unless|when|once|only|while)\b/i.test(sentence) ||
    prescriber.test(sentence.replaceAll(UNASKED, ''))
  return {...placeIn(origin, place), isCertain: ofPrescribed !== undefined && !leavesOpen}
}

/** Whether a text leaves it to the person who prescribed a medicine: `Your doctor may ask you to:`. */
export function leavesToPrescriber(text: string): boolean {
  return AGREED.test(plainOf(text).text.replaceAll(UNASKED, ''))
}
