// Which revision of a document readers may see, given its revisions and the decisions on them.

import {dayOf} from './days.ts'
import type {Decision} from './decision.ts'
import {nextReviewOf} from './due.ts'
import {signOffOf, type Plan, type SignOff} from './plan.ts'
import type {Revision} from './revision.ts'
import {sameMessageAs} from './same-message.ts'
import {isDisqualification} from './signer.ts'
import type {Case, Ruling} from './trail.ts'

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
  readonly dates: PublicationDates
  /** The earlier approved revisions with the same message, the newest first. Their translations may stay. */
  readonly sameMessage: readonly Revision[]
}

/** Days that readers see beside the day of the last review, which is never before them. YYYY-MM-DD */
export interface PublicationDates {
  readonly firstPublished: string
  /** Never before the first publication. */
  readonly lastModified: string
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
 *   replaced does not come back. The same holds if the words of its reviewers no longer count.
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
    const approval = approvalOf(candidate, decided)
    if (approval) return {state: 'approved', candidate, ...approval}
    const {retraction, before, since} = historyOf(candidate, decided)
    if (wasMet(candidate, since)) return {state: 'unapproved'}
    if (!retraction) continue
    const withdrawn = {state: 'retracted' as const, candidate, decision: retraction}
    if (candidate.revision === retraction.revision) {
      if (!since.some(isApproval)) return withdrawn
      notice ??= withdrawn
    } else if (decisionsOn(candidate, before).some(isApproval)) {
      earlier ??= withdrawn
    }
  }
  return notice ?? earlier ?? {state: 'unapproved'}
}

/** The approval with which readers may see a revision, or undefined. */
export function approvalOf(candidate: Candidate, decided: Case): Approval | undefined {
  const {signOff, decision} = signedOff(candidate, historyOf(candidate, decided).since)
  return (
    decision && {
      signOff,
      decision,
      dates: datesOf(candidate, decided, decision),
      sameMessage: sameMessageAs(candidate, decided.under(candidate.plan)),
    }
  )
}

/**
 * When a document was first published, and last changed. Approvals alone decide, never a day that a person
 * typed:
 *
 * - It was last changed on the day of the first approval of its text that counts. To approve the same text again
 *   changes nothing. If another approved text was published in between, only approvals since then count.
 * - It was first published on the day of the first approval of any of its texts. This is history: a text that was
 *   replaced or retracted since is included. So is one of which an administrator imported the approval alone.
 *
 * The first word for a text decides, not the one that completes its plan. Otherwise the days of all texts would
 * move when a library changes its plans.
 *
 * @param decision An approval of the candidate, whether it counts yet or not.
 */
export function datesOf(candidate: Candidate, decided: Case, decision: Decision): PublicationDates {
  const rulings = decided.under(candidate.plan)
  const own = decisionsOn(candidate, rulings).filter(isApproval)
  const others = rulings.filter(
    (ruling) => isApproval(ruling) && ruling.decision.revision !== candidate.revision,
  )
  return {
    firstPublished: firstDay([...own, ...others].filter(hasCounted), decision),
    lastModified: firstDay(
      own.filter(({objection}) => objection === undefined),
      decision,
    ),
  }
}

/** Whether an approval counts, or did so once. Of a text that was not imported, it did so before the import. */
function hasCounted({objection, isImported}: Ruling): boolean {
  if (objection === 'unknownText') return isImported
  return objection === undefined || objection === 'superseded'
}

/** The day of the earliest of some decisions, one of which is known. */
function firstDay(rulings: readonly Ruling[], known: Decision): string {
  return rulings
    .map(({decision}) => dayOf(decision.decidedAt))
    .reduce((first, day) => (day < first ? day : first), dayOf(known.decidedAt))
}

/** How far the plan of a revision is met, whatever readers see. */
export function progressOf(candidate: Candidate, decided: Case): SignOff {
  return signedOff(candidate, historyOf(candidate, decided).since).signOff
}

/** The newest word by which any revision of a document met the plan, whatever was decided since. */
export function lastApprovalOn(candidate: Candidate, decided: Case): Decision | undefined {
  const rulings = knownIn(candidate, decided)
  return rulings.findLast((ruling, index) => {
    const until = rulings.slice(0, index + 1)
    const {revision} = ruling.decision
    return isApproval(ruling) && signedOff({...candidate, revision}, until).signOff.state === 'met'
  })?.decision
}

/**
 * Whether there is an approval on a document since its last retraction, and whether there was a retraction.
 * An approval is one also if its reviewer may no longer give it.
 */
export function inForce(
  candidate: Candidate,
  decided: Case,
): {readonly isAnyApproved: boolean; readonly isRetracted: boolean} {
  const {retraction, since} = historyOf(candidate, decided)
  return {isAnyApproved: since.some(isApproval), isRetracted: retraction !== undefined}
}

/** Whether a retraction is the last that was decided about a document. */
export function isWithdrawn(candidate: Candidate, decided: Case): boolean {
  const {isAnyApproved, isRetracted} = inForce(candidate, decided)
  return isRetracted && !isAnyApproved
}

/** What is known about a document: decisions that count, that did once, or that no longer can. */
function knownIn({plan}: Candidate, decided: Case): Ruling[] {
  return decided
    .under(plan)
    .filter(({objection}) => objection === undefined || hasLapsed(objection))
}

function hasLapsed(objection: NonNullable<Ruling['objection']>): boolean {
  return objection === 'superseded' || isDisqualification(objection)
}

/** The newest retraction, and what is known from before and after it. */
function historyOf(candidate: Candidate, decided: Case) {
  const known = knownIn(candidate, decided)
  const index = known.findLastIndex(
    ({decision, objection}) => decision.decision === 'retracted' && objection === undefined,
  )
  return {
    retraction: known[index]?.decision,
    before: known.slice(0, Math.max(index, 0)),
    since: known.slice(index + 1),
  }
}

function isApproval({decision}: Ruling): boolean {
  return decision.decision === 'approved'
}

/** How far the plan of a revision is met, and if it is, the word after which its next review is due first. */
function signedOff(candidate: Candidate, since: readonly Ruling[]) {
  const counting = decisionsOn(candidate, since).filter(({objection}) => objection === undefined)
  const signOff = signOffAfter(counting, candidate, since)
  return {signOff, decision: dueFirst(signOff.words, candidate.reviewInterval)}
}

/** Whether the plan of a revision ever was met, also by words that no longer count because of who gave them. */
function wasMet(candidate: Candidate, since: readonly Ruling[]): boolean {
  const given = decisionsOn(candidate, since).filter(({objection}) => objection !== 'superseded')
  return given.some(
    (_, index) => signOffAfter(given.slice(0, index + 1), candidate, since).state !== 'open',
  )
}

/**
 * How far a plan is met after some decisions on one revision. A request for changes takes back all words before
 * it. Only a text that corrects another one can be urgent.
 */
function signOffAfter(
  own: readonly Ruling[],
  {plan, revision}: Candidate,
  since: readonly Ruling[],
): SignOff {
  const words = own.slice(own.findLastIndex((ruling) => !isApproval(ruling)) + 1)
  return signOffOf(
    plan,
    words.map(({decision}) => decision),
    {isCorrection: since.some((one) => isApproval(one) && one.decision.revision !== revision)},
  )
}

function dueFirst(words: readonly Decision[], reviewInterval: unknown): Decision | undefined {
  const due = words.map((word) => nextReviewOf(word, reviewInterval))
  const first = due.toSorted()[0]
  return words.find((_, index) => due[index] === first)
}

/** The decisions on a revision. Four eyes: an approval by an author of the revision does not count. */
function decisionsOn({revision, authors}: Candidate, rulings: readonly Ruling[]): Ruling[] {
  return rulings.filter(
    ({decision}) =>
      decision.revision === revision &&
      (decision.decision !== 'approved' || !authors.includes(decision.reviewer)),
  )
}
