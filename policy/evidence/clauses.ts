// Splits a sentence into clauses and tells which of them state something.

import {anyOf, type Pattern} from '../text/pattern.ts'
import {matchesOf, oneOf, wordsOf} from '../text/phrases.ts'
import {INSTRUCTION_VERBS} from '../words/instructions.ts'

export interface Clause {
  readonly text: string
  /** Where it begins in its sentence. */
  readonly start: number
}

/** Separators between clauses that could each be a sentence. */
const BOUNDARY =
  /[;:—–]|\s-\s|,? \b(?:but|yet|although|though|whereas|because)\b|, (?:and|so|or|since|as)\b|\b(?:and|so)(?= (?:the|it|its|they|you|your|we|this|these|our|there|that|most|many|some|no)\b)/gi

/** Words that begin a condition, which states no fact. After `safe`, they say for whom: `safe if you are pregnant`. */
const CONDITION =
  /(?<!\b(?:safe|safely|fine),? (?:even )?)\b(?:if|unless|until|in case|whether|provided that)\b/i
/** A condition that comes first ends with a comma. */
const CONDITION_FIRST =
  /^\s*(?:and |so )?(?:if|unless|until|in case|when|once|before|while)\b[^,]*(?:,|$)/i

/** The clauses of a sentence, without their conditions. */
export function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  const add = (end: number): void => {
    const whole = sentence.slice(from, end)
    const opening = CONDITION_FIRST.exec(whole)?.[0].length ?? 0
    const text = whole.slice(opening)
    const closing = CONDITION.exec(text)?.index ?? text.length
    if (closing > 0) clauses.push({text: text.slice(0, closing), start: from + opening})
  }
  for (const {index, 0: mark} of matchesOf(sentence, BOUNDARY)) {
    add(index)
    from = index + mark.length
  }
  add(sentence.length)
  return clauses
}

/** Words that make the words after them part of a noun phrase: `The jab that heals`, `Proven to heal`. */
const SUBORDINATE = /\b(?:that|which|who)\b|\bto $/i

/** Whether the words at `start` are part of a full statement. In headings they often are not. */
export function isStatementOf(sentence: string, start: number): boolean {
  return /[.!…:]["'”’)\s]*$/.test(sentence) || !SUBORDINATE.test(sentence.slice(0, start))
}

const IMPERATIVE = oneOf(...wordsOf(...INSTRUCTION_VERBS), 'do(?: not)?', "don['’]t", 'always')
/** Words that are also nouns. They are instructions only before an object. */
const AMBIGUOUS = oneOf(
  'help|end|heal|treat|rest|ice|exercise|walk|massage|sleep|warm|heat|cool|feel|experience|support',
  'stretch|practise|practice|bathe|need',
)
const OBJECT = oneOf(
  'your|you|yourself|the|it|for|in|on|with|every|each|gently|regularly|within|as|a|an|away|up|down',
  'to|us|like|free|at|daily|often',
)

/** The beginnings of instructions. */
export const instructions: readonly Pattern[] = [
  {
    name: 'an imperative',
    source: `${IMPERATIVE}\\b(?! (?:is|are|was|were|can|may|will|has|does|did|doesn['’]t|helps?|\\w+(?:ed|es))\\b)`,
    fires: ['Ask your doctor.', 'Don’t wait.'],
    quiet: ['Walks help.', 'Drink is bad for you.'],
  },
  {
    name: 'a noun that is used as an imperative',
    source: `${AMBIGUOUS} ${OBJECT}\\b`,
    fires: ['Rest your leg.', 'Exercise daily.'],
    quiet: ['Rest helps.', 'Exercise eases pain.'],
  },
]

/** The beginnings of advice: a subject and its verb. */
export const advices: readonly Pattern[] = [
  {
    name: 'you should',
    source: `you ${oneOf(
      'should|must|need to|ought|are advised|are asked|may want to',
      "do not have to|don['’]t (?:have|need)",
    )}`,
    fires: ['You should rest.', 'You don’t need it.'],
    quiet: ['You feel better.', 'You do not feel it.'],
  },
  {
    name: 'you can ask',
    source: `you can ${oneOf(
      'ask|read|call|choose|book|bring|print|also|find|talk|speak|get in touch|report|change|stop',
      'eat|drive|go|take|look',
    )}`,
    fires: ['You can ask for it.', 'You can get in touch.'],
    quiet: ['You can feel it.'],
  },
  {
    name: 'we recommend',
    source: 'we (?:will|can|may|recommend|advise|suggest|ask|use|do not)',
    fires: ['We recommend it.'],
    quiet: ['We heal.'],
  },
  {
    name: 'I confirm',
    source: 'i (?:confirm|understand|agree|consent|have)\\b',
    fires: ['I consent to it.'],
    quiet: ['I heal.'],
  },
]

/** Words that may come before an instruction: `To prepare, bring a list`. */
const PREAMBLE =
  '(?:(?:and|so|then|or|just|also|first|today|instead|afterwards|simply|only|why not),? ){0,3}(?:(?:for|instead of|after|to) [\\w ]{2,40}, )?'
const instruction = new RegExp(`^\\W*${PREAMBLE}${anyOf(instructions)}`, 'i')
const advice = new RegExp(
  `^\\W*(?:(?:and|so|then|also|later|afterwards),? )*${anyOf(advices)}`,
  'i',
)

/** Whether a clause tells the reader what to do instead of stating something. */
export function isInstruction(clause: string): boolean {
  return instruction.test(clause) || advice.test(clause)
}
