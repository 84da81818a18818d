// Which revision of a document readers may see, given its revisions and the decisions on them.

import {inOrder, type Decision} from './decision.ts'
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
 * Finds the newest revision that readers may see.
 *
 * - Revisions with no decision, and those that were only sent back, are skipped.
 * - A retraction ends every approval before it, of whichever revision. Text that was published
 *   before does not come back by itself, nor by being published again.
 * - A request for changes to an approved revision ends that approval. The older text that it
 *   replaced does not come back.
 *
 * @param candidates The published revisions of one document, newest first; read only as far as needed.
 * @param decisions All decisions on that document that count, in any order.
 */
export async function standingOf<C extends Candidate>(
  candidates: Iterable<C> | AsyncIterable<C>,
  decisions: readonly Decision[],
): Promise<Standing<C>> {
  const {retraction, before, since} = splitAtRetraction(inOrder(decisions))
  const mayBeApproved = since.some(({decision}) => decision === 'approved')
  if (!mayBeApproved && !retraction) return {state: 'unapproved'}
  let retracted: C | undefined
  let earlier: C | undefined
  for await (const candidate of candidates) {
    const counting = countingOn(candidate, since)
    const last = counting.at(-1)
    if (last?.decision === 'approved') return {state: 'approved', candidate, decision: last}
    if (counting.some(({decision}) => decision === 'approved')) return {state: 'unapproved'}
    if (!retraction) continue
    if (candidate.revision === retraction.revision) {
      if (!mayBeApproved) return {state: 'retracted', candidate, decision: retraction}
      retracted ??= candidate
    } else if (countingOn(candidate, before).some(({decision}) => decision === 'approved')) {
      earlier ??= candidate
    }
  }
  const candidate = retracted ?? earlier
  return retraction && candidate
    ? {state: 'retracted', candidate, decision: retraction}
    : {state: 'unapproved'}
}

/**
 * The approval with which readers may see a revision, or undefined.
 *
 * @param decisions All decisions on its document that count, in any order.
 */
export function approvalOf(
  candidate: Candidate,
  decisions: readonly Decision[],
): Decision | undefined {
  const {since} = splitAtRetraction(inOrder(decisions))
  const last = countingOn(candidate, since).at(-1)
  return last?.decision === 'approved' ? last : undefined
}

/** Whether there is an approval on a document that no retraction has ended. */
export function isAnyApproved(decisions: readonly Decision[]): boolean {
  const {since} = splitAtRetraction(inOrder(decisions))
  return since.some(({decision}) => decision === 'approved')
}

/** The newest retraction, and the decisions before and after it. */
function splitAtRetraction(ordered: readonly Decision[]) {
  const index = ordered.findLastIndex(({decision}) => decision === 'retracted')
  return {
    retraction: ordered[index],
    before: ordered.slice(0, Math.max(index, 0)),
    since: ordered.slice(index + 1),
  }
}

/** The decisions on a revision. Four eyes: an approval by an author of the revision does not count. */
function countingOn({revision, authors}: Candidate, decisions: readonly Decision[]): Decision[] {
  return decisions.filter(
    (one) =>
      one.revision === revision && (one.decision !== 'approved' || !authors.includes(one.reviewer)),
  )
}
