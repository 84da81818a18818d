// Which revision of a document readers may see, given its revisions and the decisions on them.

import {decisionOn, settling, type Decision} from './decision.ts'
import type {Revision} from './revision.ts'

/** A revision of a document that was published at some time. */
export interface Candidate {
  readonly revision: Revision
  /** The ids of the people that it names as authors. */
  readonly authors: readonly string[]
}

/** What readers get of a document: an approved revision, a notice of its retraction, or nothing. */
export type Standing<C extends Candidate> =
  | {readonly state: 'approved' | 'retracted'; readonly candidate: C; readonly decision: Decision}
  | {readonly state: 'unapproved'}

/**
 * Finds the newest revision that a reviewer has settled: approved or retracted. Revisions with no
 * decision, and those that were sent back, are skipped. A retraction stops the search, so that an older approved
 * text never comes back by itself.
 *
 * @param candidates The published revisions of one document, newest first; read only as far as needed.
 * @param decisions All decisions on that document, in any order.
 */
export async function standingOf<C extends Candidate>(
  candidates: Iterable<C> | AsyncIterable<C>,
  decisions: readonly Decision[],
): Promise<Standing<C>> {
  if (settling(decisions).length === 0) return {state: 'unapproved'}
  for await (const candidate of candidates) {
    const decision = decisionOn(countingOn(candidate, decisions), candidate.revision)
    if (decision?.decision === 'approved') return {state: 'approved', candidate, decision}
    if (decision?.decision === 'retracted') return {state: 'retracted', candidate, decision}
  }
  return {state: 'unapproved'}
}

/** Four eyes: an approval by an author of the revision does not count. */
function countingOn({authors}: Candidate, decisions: readonly Decision[]): Decision[] {
  return decisions.filter(
    ({decision, reviewer}) => decision !== 'approved' || !authors.includes(reviewer),
  )
}
