// Whether a sentence needs a source: it says that something changes health, how often something
// happens to people, or what is better than what.

import {isOwnVoice, isQuestion} from '../claims/negation.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {clausesOf, isInstruction, isStatementOf, type Clause} from './clauses.ts'
import {findComparison} from './comparison.ts'
import {findCure, findEffect} from './effect.ts'
import {findFrequency} from './frequency.ts'
import type {Place} from './place.ts'

/** Why a sentence needs a source, and the words that show it, by where they stand in it. */
export interface Need extends Place {
  readonly kind: 'effect' | 'frequency' | 'comparison'
}

/** What says that nobody knows, which needs no source. */
const unknown = wholeWords(
  oneOf(
    '(?:no|not enough|little|too little|hardly any|insufficient|lack of|too few|not much|without|never been) (?:\\w+ ){0,3}(?:evidence|research|studies|proof|trials?|data)',
    "(?:not|never|n['’]t)(?: yet| fully| really| been| ever)* (?:known|shown|proven|proved|clear|certain|tested|studied|established|understood|sure)",
    "(?:do not|don['’]t|does not|cannot|can['’]t) (?:yet )?(?:know|tell|say|agree|promise)",
    '(?:nobody|no one|no-one)(?: \\w+)? (?:knows|shown|says?|sure|tell|proved|proven|promise)',
    '(?:read|taken|seen|meant|understood) as (?:an? )?(?:promise|guarantee)',
    'unknown|unclear|unproven|uncertain|remains to be seen|more research|jury is (?:still )?out|too early|open question|untested',
    'neither proven',
    "(?:no|not an?|isn['’]t an?|without (?:an?|any)) (?:guarantee|promise)",
    'no (?:drug|medicine|treatment|operation|injection|surgery|procedure|tablet|therapy)(?: \\w+)? (?:is|are|comes?|can be) (?:\\w+ )?(?:safe|without|free|risk-free|harmless|certain|guaranteed)',
    '(?:no (?:drug|medicine|treatment|operation|injection|therapy|remedy)|nothing) (?:works|suits|helps)(?! better)',
    'yet to be|(?:never|not|cannot) (?:\\w+ )?(?:promises?|promised|guaranteed?)',
    'evidence (?:\\w+ ){0,4}(?:is|remains|was) (?:\\w+ )?(?:limited|conflicting|weak|thin|mixed|poor|lacking|uncertain|patchy|scarce)',
    "(?:studies|trials) (?:do not|don[’']t|disagree)",
    '(?:is|are) (?:thought|meant|believed|intended|said|supposed|designed) to',
    'the (?:idea|hope|theory|aim) is',
    '(?:studying|testing|looking at|investigating|asked|asking|arguing about|compared?|comparing) (?:whether|if|how|why)',
  ),
)

/** Those whose verbs tell what is done at a visit and not what comes of it. */
const AGENT =
  /^\W*(?:(?:and|then|so|first|next|after that|afterwards|before that|during the visit|at the end|here|in (?:this|the) [\w ]+),? )*(?:(?:the|your|a|an|our|my|his|her|this|some|most|many|one|each|any) )?(?:\w+ )?(?:doctors?|nurses?|surgeons?|physiotherapists?|physios?|therapists?|we|i|clinics?|staff|teams?|an(?:a)?esthetists?|radiographers?|dentists?|insurers?|pharmacists?|gps?|consultants?|midwi(?:fe|ves)|specialists?|porters?|receptionists?|council|researchers|scientists|regulators?|assistants?|operator|page|leaflet|section|guide|article|booklet|you (?:will |usually |then |also |first )*(?:get|are given|be given|be asked|lie|meet|sit))\b(?!['’])/i

/** A definition says what a thing is. */
const DEFINITION =
  /^\W*(?:an? |the |some |your )?[\w'’() -]{2,60}? (?:is|are|means|refers to|stands for)(?: [\w-]+){1,5}? (?:that|which|who|where|made|used|given|between|of the)\b/i

/** What no definition would say. */
const VERDICT =
  /\b(?:common\w*|rare|most|best|miracle|risk-free|harmless|painless|natural|safe|safest|proven|linked|cure[sd]?|always)\b/i

/**
 * Whether sentences need a source, why, and for which words: for each a need, or undefined.
 *
 * Questions, instructions, definitions, what happens at a visit, reports of what others claim, and
 * statements that something is not known need none.
 *
 * One kind is looked for in all sentences before the next: to change patterns with every few words
 * makes them much slower.
 */
export function needsOf(sentences: readonly string[]): (Need | undefined)[] {
  const clauses = sentences.map(statingClauses)
  return finders.reduce<(Need | undefined)[]>(
    (needs, [kind, find]) =>
      sentences.map(
        (sentence, index) => needs[index] ?? needIn(sentence, clauses[index] ?? [], kind, find),
      ),
    [],
  )
}

function statingClauses(sentence: string): Clause[] {
  return isQuestion(sentence) ? [] : clausesOf(sentence).filter(({text}) => !isInstruction(text))
}

type Find = (clause: string) => Place | undefined

function needIn(
  sentence: string,
  clauses: readonly Clause[],
  kind: Need['kind'],
  find: Find,
): Need | undefined {
  for (const {text, start} of clauses) {
    const place = find(text)
    if (place && states(kind, text, place) && isStatementOf(sentence, start + place.start)) {
      return {kind, start: start + place.start, end: start + place.end}
    }
  }
  return undefined
}

/** Of those who act at a visit only that they cure is a claim. */
function findChange(clause: string): Place | undefined {
  return findCure(clause) ?? (AGENT.test(clause) ? undefined : findEffect(clause))
}

/** The strongest first. */
const finders: readonly (readonly [Need['kind'], Find])[] = [
  ['comparison', findComparison],
  ['frequency', findFrequency],
  ['effect', findChange],
]

/** Whether a clause states what it says at a place, in its own voice and as something known. */
function states(kind: Need['kind'], clause: string, {start, end}: Place): boolean {
  return (
    !unknown.test(clause) &&
    (kind === 'comparison' || !DEFINITION.test(clause) || VERDICT.test(clause)) &&
    isOwnVoice(clause, start, end)
  )
}
