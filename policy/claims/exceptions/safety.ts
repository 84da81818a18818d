// Words beside a promise of safety that limit it, or give it another sense.

import {oneOf, wholeWords} from '../../text/phrases.ts'
import {TREATMENT} from '../../text/vocabulary.ts'
import {LESIONS} from '../../words/lesions.ts'
import type {Found} from '../wordings.ts'

export const treatment = wholeWords(TREATMENT)

/** Whether a likelihood is only compared or named, which is no promise: "not at higher risk", "no risk factors". */
export function isComparedRisk({words, after}: Found): boolean {
  return (
    /\b(?:higher|increased|greater|lower|same) risk$/i.test(words) || /^ factors?\b/i.test(after)
  )
}

/** Words that report what a study saw, or that limit a statement. Neither is a promise. */
export const observed = wholeWords(
  oneOf(
    'reported|recorded|seen|observed|found|trial|study|studies|noted',
    'if|when|unless|provided|as long as|in case|so far',
    'most|many|usually|often|some|majority|nearly|almost|people who had',
  ),
)
export const WAS_OBSERVED =
  /\b(?:were|was|have been|has been) (?:\w+ )?(?:reported|recorded|seen|observed|found)\b/i
/** The end of `before` that belongs to the same statement as the words found. */
export function clauseOf(before: string): string {
  return before.split(/, (?:and|but|so) |;/i).at(-1) ?? before
}

/** Words that leave room for exceptions. */
export const mostly = wholeWords(
  oneOf(
    'usually|mostly|generally|normally|often|probably|most|many|mainly|largely|fairly|relatively',
    'almost|nearly|looks?|seems?|appears?|otherwise|if',
    '(?:may|can|should) be $',
  ),
)

/** Lesions and tests, which may truly be painless or harmless. */
export const lesion = wholeWords(oneOf(...LESIONS))

/** What a medicine is given for: "medicine so that you won't feel any pain". */
export const NUMBED =
  /\b(?:medicines?|an(?:a)?esthe\w+|numb\w*|sedat\w+|asleep|put you to sleep)\b[^.;]*\bso\b[^.;]*$/i

export const HARMLESS_TO =
  /^ (?:to (?:most|adults|healthy (?:people|adults))|in|if|when|at|unless)\b/i

/** Words before or after `safe` that say for whom or for what, or that limit the statement. */
const qualifiedBefore = new RegExp(
  `\\b${oneOf(
    'generally|usually|mostly|probably|relatively|fairly|reasonably|often|may|might|most people',
    'considered|thought|believed|regarded|appears?|seems?|not known|proven|feel',
    'as|sure|keep|kept|if|when|until|checks?|stay|how|only',
  )}\\b[^,;]*$|\\b(?:doses?|moderation|small amounts)\\b`,
  'i',
)
const qualifiedAfter = new RegExp(
  `^(?: and \\w+)?,? ${oneOf(
    'if|when|provided|as long as|so long as|unless|only|during|under|while|with|enough|within|up to',
    'in (?:the|small|low|normal|early|moderation|recommended|pregnancy|most)',
    'for (?:most|many|some|healthy|short|up to|you to)',
    'at (?:the|a|usual|recommended|low|this|normal|these)',
    'to (?:take|use|drive|eat|do|have|stop|go|swim|wait)',
  )}\\b|\\bfor (?:most|many|some) `,
  'i',
)
const SAFE_PLACE =
  /^safe (?:place|distance|side|space|hands?|home|environment|level|limit|way to (?:lift|store|keep|dispose|get|stop|come))/i

export function isQualified({sentence, before, words, after}: Found): boolean {
  return (
    (lesion.test(before) && !treatment.test(sentence)) ||
    qualifiedBefore.test(before) ||
    qualifiedAfter.test(after) ||
    /\b(?:must|ha(?:s|ve) to|needs? to) (?:prove|show|demonstrate)\b/i.test(before) ||
    SAFE_PLACE.test(`${words}${after}`)
  )
}
