// Which revision of a document readers may see, given its revisions and the decisions on them.
import {decisionOn, type Decision} from './decision.ts'
import type {Revision} from './revision.ts'

/** What readers get of a document: an approved revision, a notice of its retraction, or nothing. */
export type Standing<Candidate> =
  | {readonly state: 'approved'; readonly candidate: Candidate; readonly decision: Decision}
  | {readonly state: 'retracted'; readonly candidate: Candidate; readonly decision: Decision}
  | {readonly state: 'unapproved'}

/**
 * Finds the newest revision that a reviewer has decided for good: approved or retracted. Revisions
 * with no decision, or sent back, are passed over. A retraction stops the search, so that an older
 * approved text never comes back by itself.
 *
 * @param candidates The revisions of one document that were published, newest first.
 * @param decisions All decisions on that document, in any order.
 */
export async function standingOf<Candidate extends {revision: Revision}>(
  candidates: Iterable<Candidate> | AsyncIterable<Candidate>,
  decisions: readonly Decision[],
): Promise<Standing<Candidate>> {
  const settled = decisions.some(({decision}) => decision !== 'changesRequested')
  if (!settled) return {state: 'unapproved'}
  for await (const candidate of candidates) {
    const decision = decisionOn(decisions, candidate.revision)
    if (decision?.decision === 'approved') return {state: 'approved', candidate, decision}
    if (decision?.decision === 'retracted') return {state: 'retracted', candidate, decision}
  }
  return {state: 'unapproved'}
}
