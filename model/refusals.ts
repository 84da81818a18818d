// Why a decision would not count, said to its reviewer. The lake and the Studio use the same words.

import {formatDay} from '../review/day-words.ts'
import type {Decision} from '../review/decision.ts'
import {nextReviewDays} from '../review/due.ts'
import {kindNames, roleOfKind} from '../review/sign-off-kind.ts'
import type {Objection} from '../review/trail.ts'

/**
 * Why a decision would not count, and what its reviewer can do.
 *
 * @param what The document as its reviewer knows it, such as `this document` or `"article-1"`.
 */
export function whyRefused(
  objection: Objection,
  {kind, reviewer}: Pick<Decision, 'kind' | 'reviewer'>,
  what: string,
): string {
  switch (objection) {
    case 'forged':
      return 'This decision is not yours'
    case 'misdated':
      return 'The date of this decision cannot be true. Set the clock of your computer'
    case 'unknownText':
      return unknownText(what)
    case 'ownWords':
      return `You wrote some of the text of ${what} since its last approved text, so another ${kind === 'administrative' ? 'administrator' : 'reviewer'} has to approve it`
    case 'noPage':
      return `You have no approved person page, so you cannot decide. Ask an administrator to publish one with the id "${reviewer}"`
    case 'superseded':
      return `A text of ${what} that was approved later has replaced this one`
    case 'notEntitled':
      return `Your person page does not name the role "${roleOfKind[kind]}", or ${what} needs no ${kindNames[kind]} word. Ask an administrator`
    case 'notRegistered':
      return 'The registration on your person page is not valid today, so your word does not count. Ask an administrator to correct it'
    case 'ownPage':
      return 'This page is about you, so another administrator has to approve it'
  }
}

/**
 * Why a decision cannot set its day of the next review; undefined if it can.
 *
 * @param nextReview YYYY-MM-DD
 * @param decidedOn YYYY-MM-DD
 */
export function whyNotReviewedOn(nextReview: string, decidedOn: string): string | undefined {
  const {earliest, latest} = nextReviewDays(decidedOn)
  return nextReview < earliest || nextReview > latest
    ? `The next review cannot be on ${formatDay(nextReview)}. Set a day from ${formatDay(earliest)} to ${formatDay(latest)}, or none for the usual interval`
    : undefined
}

/**
 * Why a request cannot ask for a decision by a day; undefined if it can.
 *
 * @param neededBy YYYY-MM-DD
 * @param submittedOn YYYY-MM-DD
 */
export function whyNotNeededBy(neededBy: string, submittedOn: string): string | undefined {
  return neededBy < submittedOn
    ? `A review cannot be needed by ${formatDay(neededBy)}, which is in the past. Choose ${formatDay(submittedOn)} or a later day`
    : undefined
}

/** Why no decision on a text is possible that the document never had. */
export function unknownText(what: string): string {
  return `${what} never had this text. Load the document again, and decide on the text that it has now`
}
