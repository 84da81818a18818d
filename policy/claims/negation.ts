// Tells whether a sentence states something itself, denies it, asks about it or reports what others say.

import {anyOf} from '../text/pattern.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {additions, denials, doubts} from './patterns/denials.ts'
import {reports} from './patterns/reports.ts'

/** Questions that adverts open with: “Looking for a cure?” They claim what they ask. */
const TEASER =
  /^\W*(?:looking for|searching for|in search of|(?:are you )?(?:tired of|fed up with|sick of|struggling with|ready (?:for|to))|want|need|why (?:suffer|put up|live with|wait)|imagine|dreaming of)\b/i

/** Whether a sentence is a question that leaves the answer open. */
export function isQuestion(sentence: string): boolean {
  return /\?["'”’)\s]*$/.test(sentence) && !TEASER.test(sentence)
}

/** How many characters before and after some words are read. Most sentences are shorter. */
const REACH = 400

/** The text of a sentence before and after the words from `start` to `end`, up to `REACH` each. */
export function around(
  sentence: string,
  start: number,
  end: number,
): {readonly before: string; readonly after: string} {
  return {
    before: sentence.slice(Math.max(0, start - REACH), start),
    after: sentence.slice(end, end + REACH),
  }
}

/** Where words before stop to govern those after: another statement begins there. */
const STATEMENT_START =
  /[;!?…]|(?<!\b(?:says?|saying|said|claims?|claiming|promis\w+|like|such as|words?|phrases?|terms?|slogans?|myths?|of)["”’]?):|,? \b(?:but|yet|however)\b/gi

/** The end of a text that belongs to the same statement as what follows it. */
function sameStatementBefore(before: string): string {
  let from = 0
  for (const {index, 0: mark} of before.matchAll(STATEMENT_START)) from = index + mark.length
  return before.slice(from)
}

/** The beginning of a text that belongs to the same statement as what comes before it. */
function sameStatementAfter(after: string): string {
  const end = after.search(/[;:!?…]|,? \b(?:but|yet|however)\b/i)
  return end < 0 ? after : after.slice(0, end)
}

/** Whether a sentence denies or doubts its words from `start` to `end`: `does not cure`. */
export function isDenied(sentence: string, start: number, end: number): boolean {
  const {before, after} = around(sentence, start, end)
  return (
    isDeniedBefore(before) ||
    deniedAfter.test(after) ||
    doubtedAfter.test(sameStatementAfter(after))
  )
}

/** Whether a text says words itself. It does not if it only mentions a term or reports a claim. */
export function isOwnVoice(sentence: string, start: number, end: number): boolean {
  const {before, after} = around(sentence, start, end)
  return !(isMentioned(before, after) || isReported(sameStatementBefore(before)))
}

/**
 * Whether the line before a list denies, doubts or only reports what its items say: “Be wary of adverts that
 * say:”, “It does not:”.
 */
export function governsList(line: string): boolean {
  const last = line.split(/[.!?]\s+/).at(-1) ?? line
  return isReported(last) || isDeniedBefore(last.replace(/[:\s]+$/, ''))
}

/** A quotation with fewer words mentions a term; a longer one quotes a speaker. */
const MENTION = 6

const OPENING = /(?:^|[\s(—–-])["“'‘]((?:(?!["“”‘]|['’](?:[\s.,;:!?)]|$)).)*)$/
const CLOSING = /^((?:(?!["”]|['’](?:[\s.,;:!?)]|$)).)*)["”'’]/

/** Whether the words are alone in quotation marks, as in `ads say 'cured'`. */
function isMentioned(before: string, after: string): boolean {
  const opened = OPENING.exec(before)
  const closed = opened && CLOSING.exec(after)
  if (!opened || !closed) return false
  const quoted = `${opened[1]} ${closed[1]}`
  return quoted.trim().split(/\s+/).length < MENTION && !/\b(?:I|me|my|we|our)\b/.test(quoted)
}

const reported = wholeWords(anyOf(reports))

/** Words that show that the text speaks for itself again. */
const OWN = /\b(?:our|ours|we|us)\b/i

/** “Ask whether …” makes no claim. */
const TOLD =
  /^ask\b(?! (?:us|for|about our|our|for our|(?:anyone|anybody|reception|(?:at|in) (?:the )?reception|at the)\b)\b)/i

function isReported(before: string): boolean {
  if (TOLD.test(before)) return true
  const cue = reported.exec(before)
  return cue !== null && !OWN.test(before.slice(cue.index + cue[0].length))
}

const doubtedAfter = wholeWords(anyOf(doubts))

/** Where an independent clause begins. */
const CLAUSE_START =
  /[;:!?—–()]|\s-\s|\b(?:but|yet|although|though|because|while|whereas|since|unless)\b|,\s*(?:and |so |or )?(?:our|no|zero|we|it|they|this|these|you|he|she|i|just|only|that|which|who)\b|\b(?:and|so) (?:our|we|it|they|you|he|she|i)\b/gi

const denial = wholeWords(anyOf(denials))

/** Whether some words hold a denial: `has not approved`. */
export function isDenial(words: string): boolean {
  return denial.test(words)
}

const addition = new RegExp(`\\b${anyOf(additions)}\\b`, 'gi')

/** Words that begin a statement about the clinic’s own treatment. No denial before them covers it. */
const own = /\b(?:our|this|these) (?:\w+ly )?$/i

const REFUTED = /\b(?:myth|nonsense|lie|untrue|false|wrong|not true)\b(?: [\w’']+){0,3}? that\b/i

/** Whether the clause denies what comes next. */
function isDeniedBefore(before: string): boolean {
  if (!denial.test(before) || own.test(before)) return false
  const plain = before.replaceAll(addition, ' ')
  const refuted = REFUTED.exec(plain)
  // Who refutes a denial says what it denies: “It is a myth that our gel does not heal”.
  if (refuted && denial.test(plain.slice(refuted.index + refuted[0].length))) return false
  let from = 0
  for (const {index, 0: mark} of plain.matchAll(CLAUSE_START)) from = index + mark.length
  return denial.test(plain.slice(from))
}

const NOT =
  "(?:n['’]t|not\\b| not\\b| never\\b| no\\b| hardly| rarely| seldom| unlikely| impossible| far from| neither| yet to\\b| still to\\b)"

/** A denial whose subject is the words before it: `A cure cannot be promised`. */
const deniedAfter = new RegExp(
  `^[\\w-]*["”'’]?${oneOf(
    " (?:of|for|from|in|to|at|by|on|that|such as)(?: [\\w'’-]+){1,5}?",
    ' (?:results?|relief|cures?|outcomes?|treatments?|success|recovery|safety|approval)',
  )}?,? ${oneOf(
    `(?:is|are|was|were|can|could|will|would|should|does|do|did|has|have|may|need)${NOT}`,
    '(?:remains?|is|are) (?:unproven|impossible|unrealistic|rare|uncommon|unusual|unlikely|nowhere|still (?:a hope|unproven))',
    'means? (?:nothing|little|only)',
  )}`,
  'i',
)
