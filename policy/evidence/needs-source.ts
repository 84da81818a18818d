// Tells whether a sentence needs a source. It does if it says that something changes health, how
// often something happens to people, or what is better than what.

import {isDenied, isOwnVoice, isQuestion} from '../claims/negation.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import type {Span} from '../text/span.ts'
import {STAFF} from '../words/people.ts'
import {clausesOf, isInstruction, isStatementOf, type Clause} from './clauses.ts'
import {findComparison} from './comparison.ts'
import {findCure, findEffect} from './effect.ts'
import {findFramed} from './frames.ts'
import {findCount, findDuration, findHabit} from './frequency.ts'
import {findSafety} from './group-safety.ts'
import {unknowns} from './patterns/unknowns.ts'

/** Why a sentence needs a source, and where the words are that show it. */
export interface Need extends Span {
  readonly kind: 'effect' | 'safety' | 'frequency' | 'duration' | 'comparison'
}

const unknown = wholeWords(anyOf(unknowns))

/** `In the clinic` may go on to its comma or, as the last opening, to any word: only one way to read each text. */
const OPENING = `(?:${oneOf(
  'and|then|so|first|next|after that|afterwards|before that|during the visit|at the end|here',
)},? |in (?:this|the) [\\w ]+, )*(?:in (?:this|the) [\\w ]+ )?`
const DETERMINER =
  '(?:(?:the|your|a|an|our|my|his|her|this|some|most|many|one|each|any) )?(?:\\w+ )?'
/** Subjects whose verbs describe a visit, not an effect on health. */
export const agents: readonly Pattern[] = [
  {
    name: 'staff',
    source: oneOf(...STAFF),
    fires: ['The nurse cleans your skin.', 'We pay.'],
    quiet: ['The needle cleans your skin.'],
  },
  {
    name: 'a page',
    source: 'page|leaflet|section|guide|article|booklet',
    fires: ['This page helps you.'],
    quiet: ['These pages help you.'],
  },
  {
    name: 'a visitor',
    source:
      'you (?:will |usually |then |also |first )*(?:get|are given|be given|be asked|lie|meet|sit)',
    fires: ['You will usually lie down.'],
    quiet: ['You will feel better.'],
  },
]
const AGENT = new RegExp(`^\\W*${OPENING}${DETERMINER}${anyOf(agents)}\\b(?!['’])`, 'i')

/** A definition says what a thing is. */
const DEFINITION =
  /^\W*(?!it is \w+ that\b)(?:an? |the |some |your )?[\w'’() -]{2,60}? (?:is|are|means|refers to|stands for)(?: [\w-]+){1,5}? (?:that|which|who|where|made|used|given|between|of the)\b/i

/** Words that no definition contains. */
const VERDICT =
  /\b(?:heal\w*|repair\w*|regenerat\w*|stimulat\w*|relie\w+|common\w*|rare|most|best|miracle|risk-free|harmless|painless|natural|safe|safest|proven|linked|cure[sd]?|always|few and far)\b/i

/**
 * Why each sentence needs a source, and for which words; undefined for a sentence that needs none.
 *
 * Questions, instructions, definitions, what happens at a visit, reports of what others claim, and
 * statements that something is not known need no source.
 *
 * The outer loop goes over the kinds of need: V8 runs one pattern over many sentences much faster than
 * many patterns in turn.
 *
 * @returns one entry for each sentence, in the same order
 */
export function needsOf(sentences: readonly string[]): (Need | undefined)[] {
  const clauses = sentences.map(statingClauses)
  const needs: (Need | undefined)[] = sentences.map(() => undefined)
  for (const [kind, find] of finders) {
    for (const [index, sentence] of sentences.entries()) {
      needs[index] ??= needIn(sentence, clauses[index] ?? [], kind, find)
    }
  }
  return needs
}

/** A sentence that begins by saying that there is no research says so of all that follows. */
const OPENS_UNKNOWN =
  /^\W*(?:no|not enough|little|too few|few) (?:[\w-]+ ){0,3}(?:evidence|research|stud(?:y|ies)|trials?|data|information|treatments? (?:is|are) known)\b/i

function statingClauses(sentence: string): Clause[] {
  return isQuestion(sentence) || OPENS_UNKNOWN.test(sentence)
    ? []
    : clausesOf(sentence).filter(({text}) => !isInstruction(text))
}

type Find = (clause: string) => Span | undefined

function needIn(
  sentence: string,
  clauses: readonly Clause[],
  kind: Need['kind'],
  find: Find,
): Need | undefined {
  for (const {text, start} of clauses) {
    const span = find(text)
    if (span && states(kind, text, span) && isStatementOf(sentence, start + span.start)) {
      return {kind, start: start + span.start, end: start + span.end}
    }
  }
  return undefined
}

/** A clause about what staff do claims an effect only with a word such as `cures`. */
function findChange(clause: string): Span | undefined {
  return (
    findCure(clause) ??
    (AGENT.test(clause) ? undefined : (findEffect(clause) ?? findFramed(clause)))
  )
}

/** The first kind that applies is reported. */
const finders: readonly (readonly [Need['kind'], Find])[] = [
  ['comparison', findComparison],
  ['frequency', findCount],
  ['duration', findDuration],
  ['frequency', findHabit],
  ['safety', findSafety],
  ['effect', findChange],
]

/** A participle before a noun, which describes it: `the treated area`, `weakened ligaments`. */
const DESCRIBES = /\b(?:the|an?|of|or|into|your|any|in|include|these) (?:\w+ly )?$/i
const PARTICIPLE = /(?:ed|ing)$/i

/** What a treatment is given for, or a part of the body is there for: a purpose, not an effect. */
const PURPOSE =
  /\b(?:(?:is|are|was|were|be|been) (?:\w+ )?(?:given|injected|used|taken|prescribed|put|done|performed|made)|produces?|makes?|releases?)\b[^;.]*\b(?:to|that) (?:help (?:to )?)?$/i

/** The signs of a disease, and what it comes from: its description. */
const DESCRIPTION =
  /\b(?:symptoms?|signs?|features?)(?: of (?:[\w-]+ ){1,6}?| ?\([^)]*\)| )(?:can |may )?(?:include|are)\b|\bcaused when\b|\bwhat caused\b/i

/** How a study was made. */
const DESIGN =
  /^\W*(?:(?:all|most|some|the|many|few|both|average|mean|median|included|\w+teen|one|two|three|four|five|six) ){0,4}(?:participants?|trials?|studies|follow-up)\b/i

/** What a span says of a disease, a purpose or a study states no effect, or no frequency, of its own. */
function isDescription(kind: Need['kind'], clause: string, {start, end}: Span): boolean {
  if (kind === 'frequency' || kind === 'duration') return DESIGN.test(clause)
  if (kind === 'comparison' || kind === 'safety') return false
  const [before, words, after] = [
    clause.slice(0, start),
    clause.slice(start, end),
    clause.slice(end),
  ]
  return (
    DESCRIPTION.test(clause) ||
    PURPOSE.test(before) ||
    (PARTICIPLE.test(words) &&
      !words.includes(' ') &&
      DESCRIBES.test(before) &&
      /^ \w/.test(after)) ||
    /\b(?:that|which) ha(?:s|ve) not $/i.test(before)
  )
}

/** A hedge before a reassurance reassures as the bare words do: `Serious harm is thought to be rare`. */
const HEDGE = /\b(?:is|are) (?:thought|believed|said|supposed|considered) to\b/gi
const HARM = wholeWords(
  'harms?|harmed|risks?|problems?|complications?|side[- ]effects?|injur(?:y|ies)|infections?|reactions?|dangers?|damage|deaths?|strokes?|bleeding|allerg(?:y|ies)',
)

/** The words in which a clause may say that something is not known. */
function doubtful(kind: Need['kind'], clause: string): string {
  const reassures = kind === 'safety' || (kind === 'frequency' && HARM.test(clause))
  return reassures ? clause.replaceAll(HEDGE, '') : clause
}

/** Whether a clause states the words of a span itself, and as something that is known. */
function states(kind: Need['kind'], clause: string, {start, end}: Span): boolean {
  return (
    !unknown.test(doubtful(kind, clause)) &&
    !isDescription(kind, clause, {start, end}) &&
    (kind === 'comparison' || !DEFINITION.test(clause) || VERDICT.test(clause)) &&
    isOwnVoice(clause, start, end) &&
    !(kind === 'safety' && isDenied(clause, start, end))
  )
}
