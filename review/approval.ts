// Which revision of a document readers may see, given its revisions and the decisions on them.

import {inOrder, type Decision} from './decision.ts'
import {nextReviewOf} from './due.ts'
import {signOffOf, type Plan, type SignOff} from './plan.ts'
import type {Revision} from './revision.ts'
import {countingIn, type Case} from './trail.ts'

/** A revision of a document that was published at some time. */
export interface Candidate {
  readonly revision: Revision
  /** The ids of the people that it names as authors. */
  readonly authors: readonly string[]
  /** What it needs before readers may see it. */
  readonly plan: Plan
  /** Its field. It may be missing or hold anything. */
  readonly reviewInterval: unknown
}

/** The approval of a revision. */
export interface Approval {
  readonly signOff: SignOff
  /** Of the words by which readers may see it, the one after which its next review is due first. */
  readonly decision: Decision
}

/** What readers get of a document: an approved revision, a notice of its retraction, or nothing. */
export type Standing<C extends Candidate> =
  | ({readonly state: 'approved'; readonly candidate: C} & Approval)
  | {readonly state: 'retracted'; readonly candidate: C; readonly decision: Decision}
  | {readonly state: 'unapproved'}

/**
 * Finds the newest revision that readers may see.
 *
 * - Revisions whose plan was never met are skipped.
 * - A retraction ends every approval before it, of whichever revision. Text that was published
 *   before does not come back by itself, nor by being published again.
 * - A request for changes to an approved revision ends that approval. The older text that it
 *   replaced does not come back.
 *
 * @param candidates The published revisions of one document, newest first; read only as far as needed.
 */
export async function standingOf<C extends Candidate>(
  candidates: Iterable<C> | AsyncIterable<C>,
  decided: Case,
): Promise<Standing<C>> {
  if (decided.decisions.every(({decision}) => decision === 'changesRequested')) {
    return {state: 'unapproved'}
  }
  let notice: Extract<Standing<C>, {state: 'retracted'}> | undefined
  let earlier: typeof notice
  for await (const candidate of candidates) {
    const {retraction, before, since} = splitAtRetraction(countingFor(candidate, decided))
    const {approval, wasMet} = signedOff(candidate, since)
    if (approval) return {state: 'approved', candidate, ...approval}
    if (wasMet) return {state: 'unapproved'}
    const mayBeApproved = since.some(({decision}) => decision === 'approved')
    if (!retraction) continue
    const withdrawn = {state: 'retracted' as const, candidate, decision: retraction}
    if (candidate.revision === retraction.revision) {
      if (!mayBeApproved) return withdrawn
      notice ??= withdrawn
    } else if (decisionsOn(candidate, before).some(({decision}) => decision === 'approved')) {
      earlier ??= withdrawn
    }
  }
  return notice ?? earlier ?? {state: 'unapproved'}
}

/** The approval with which readers may see a revision, or undefined. */
export function approvalOf(candidate: Candidate, decided: Case): Approval | undefined {
  return signedOff(candidate, splitAtRetraction(countingFor(candidate, decided)).since).approval
}

/** How far the plan of a revision is met, whatever readers see. */
export function progressOf(candidate: Candidate, decided: Case): SignOff {
  return signedOff(candidate, splitAtRetraction(countingFor(candidate, decided)).since).signOff
}

/** The newest word by which any revision of a document met the plan, whatever was decided since. */
export function lastApprovalOn(candidate: Candidate, decided: Case): Decision | undefined {
  const counting = countingFor(candidate, decided)
  return counting.findLast(({decision, revision}, index) => {
    const until = counting.slice(0, index + 1)
    return decision === 'approved' && signedOff({...candidate, revision}, until).approval
  })
}

/** Whether any approval on a document is still in force, and whether a retraction ended those before. */
export function inForce(
  candidate: Candidate,
  decided: Case,
): {readonly isAnyApproved: boolean; readonly isRetracted: boolean} {
  const {retraction, since} = splitAtRetraction(countingFor(candidate, decided))
  return {
    isAnyApproved: since.some(({decision}) => decision === 'approved'),
    isRetracted: retraction !== undefined,
  }
}

function countingFor({plan}: Candidate, decided: Case): Decision[] {
  return inOrder(countingIn(decided.under(plan)))
}

/** How far the plan of a revision is met, and whether it ever was. */
function signedOff(candidate: Candidate, since: readonly Decision[]) {
  const {plan, reviewInterval} = candidate
  let words: Decision[] = []
  let wasMet = false
  for (const one of decisionsOn(candidate, since)) {
    words = one.decision === 'approved' ? [...words, one] : []
    wasMet ||= signOffOf(plan, words).state !== 'open'
  }
  const signOff = signOffOf(plan, words)
  const decision = dueFirst(signOff.words, reviewInterval)
  return {signOff, wasMet, approval: decision && {signOff, decision}}
}

function dueFirst(words: readonly Decision[], reviewInterval: unknown): Decision | undefined {
  const due = words.map((word) => nextReviewOf(word, reviewInterval))
  const first = due.toSorted()[0]
  return words.find((_, index) => due[index] === first)
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
function decisionsOn({revision, authors}: Candidate, decisions: readonly Decision[]): Decision[] {
  return decisions.filter(
    (one) =>
      one.revision === revision && (one.decision !== 'approved' || !authors.includes(one.reviewer)),
  )
}
