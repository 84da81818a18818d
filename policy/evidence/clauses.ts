// Splits a sentence into clauses and tells which of them state something.

import {matchesOf, oneOf, wordsOf} from '../text/phrases.ts'

export interface Clause {
  readonly text: string
  /** Where it begins in its sentence. */
  readonly start: number
}

/** Separators between clauses that could each be a sentence. */
const BOUNDARY =
  /[;:—–]|\s-\s|,? \b(?:but|yet|although|though|whereas|because)\b|, (?:and|so|or|since|as)\b|\b(?:and|so)(?= (?:the|it|its|they|you|your|we|this|these|our|there|that|most|many|some|no)\b)/gi

/** Words that begin a condition, which states no fact. */
const CONDITION = /\b(?:if|unless|until|in case|whether|provided that)\b/i
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

const IMPERATIVE = oneOf(
  ...wordsOf(
    'ask tell call keep take avoid use try choose come join book say stand wear put bring see',
    'talk speak contact stop start drink eat apply check read wait let give get make be',
    'remember expect enjoy discover wave go look find learn phone ring seek report follow store',
    'stay sit lie raise lift move cut never please consider think discuss plan arrange write',
    'sign leave visit meet forget ditch skip swap unlock transform banish fix restore wake live',
    'trust beware ignore return press place hold clean wash cover remove allow aim begin',
    'continue finish set stick imagine picture order buy throw drop turn mention show limit',
    'swallow chew record prepare pack reduce increase prevent relieve build add switch',
    'rediscover reclaim regain beat boost protect insist refuse note watch bend breathe rub',
    'tick fill print collect inform schedule trade share pay pick tape dry change eliminate',
    'cure slow repair accept reverse eradicate ease regenerate rebuild regrow renew rejuvenate',
    'tighten abolish erase soothe tackle conquer defeat regain steer kick-start strengthen',
    'dodge escape quit target',
  ),
  'do(?: not)?',
  "don['’]t",
  'always',
)
/** Words that are also nouns. They are instructions only before an object. */
const AMBIGUOUS =
  '(?:help|end|heal|treat|rest|ice|exercise|walk|massage|sleep|warm|heat|cool|feel|experience|support|stretch|practise|practice|sleep|bathe|need)'
const OBJECT =
  '(?:your|you|yourself|the|it|for|in|on|with|every|each|gently|regularly|within|as|a|an|away|up|down|to|us|like|free|at|daily|often)'
/** Words that may come before an instruction: `To prepare, bring a list`. */
const PREAMBLE =
  '(?:(?:and|so|then|or|just|also|first|today|instead|afterwards|simply|only|why not),? ){0,3}(?:(?:for|instead of|after|to) [\\w ]{2,40}, )?'
const instruction = new RegExp(
  `^\\W*${PREAMBLE}${oneOf(
    `${IMPERATIVE}\\b(?! (?:is|are|was|were|can|may|will|has|does|did|doesn['’]t|helps?|\\w+(?:ed|es))\\b)`,
    `${AMBIGUOUS} ${OBJECT}\\b`,
  )}`,
  'i',
)
const ADVICE =
  /^\W*(?:(?:and|so|then|also|later|afterwards),? )*(?:you (?:should|must|need to|ought|are advised|are asked|do not have to|don['’]t (?:have|need)|may want to|can (?:ask|read|call|choose|book|bring|print|also|find|talk|speak|get in touch|report|change|stop|eat|drive|go|take|look))|we (?:will|can|may|recommend|advise|suggest|ask|use|do not)|i (?:confirm|understand|agree|consent|have)\b)/i

/** Whether a clause tells the reader what to do instead of stating something. */
export function isInstruction(clause: string): boolean {
  return instruction.test(clause) || ADVICE.test(clause)
}
