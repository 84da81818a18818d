// Explains why readers do not get a published revision. The export and the Studio both show the reason.

import {formatPlaced, shorten, type Finding} from '../../policy/finding.ts'
import {referencesIn} from '../../policy/references.ts'
import {inForce, isWithdrawn, progressOf, type Candidate} from '../../review/approval.ts'
import {formatDay} from '../../review/day-words.ts'
import {dayOf} from '../../review/days.ts'
import {decisionOn} from '../../review/decision.ts'
import type {Plan} from '../../review/plan.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {disqualifications} from '../../review/signer.ts'
import {countingIn, type Case, type Objection, type Ruling} from '../../review/trail.ts'
import {progressText} from './progress.ts'

/** Why readers do not get a revision. */
export function whyUnapproved(candidate: Candidate, decided: Case): string {
  const {revision, authors, plan} = candidate
  const rulings = decided.under(plan)
  const counting = countingIn(rulings)
  const newest = decisionOn(counting, revision)
  if (newest?.decision === 'changesRequested') return `${approverOf(plan)} has asked for changes`
  if (newest?.decision === 'approved' && authors.includes(newest.reviewer)) {
    return 'only its own author has approved it'
  }
  if (newest?.decision === 'approved' && inForce(candidate, decided).isAnyApproved) {
    const {requirements} = progressOf(candidate, decided)
    return `its sign-off is not complete (${progressText(requirements)})`
  }
  if (isWithdrawn(candidate, decided)) return `${approverOf(plan)} has retracted it`
  const objected = rulings.findLast(
    ({decision, objection}) =>
      objection && decision.decision === 'approved' && decision.revision === revision,
  )
  if (objected) return whyVoid(objected)
  return counting.some(({decision}) => decision === 'approved')
    ? 'it was edited after its last approval'
    : `no ${approverOf(plan).replace(/^an? /, '')} has approved it`
}

/** Who approves texts with this plan. */
export function approverOf(plan: Plan): string {
  return plan.some(({kind}) => kind === 'administrative') ? 'an administrator' : 'a reviewer'
}

function whyVoid({decision, objection}: Ruling): string {
  return objection === undefined
    ? ''
    : `the approval by ${decision.reviewer} does not count, because ${VOID[objection](decision)}`
}

/** Why a decision does not count, as the end of a sentence. */
const VOID: Record<Objection, (decision: Ruling['decision']) => string> = {
  ...disqualifications,
  forged: () => 'another user wrote it',
  misdated: ({decidedAt}) =>
    `its date, ${formatDay(dayOf(decidedAt))}, is not between 1900 and today`,
  unknownText: () => 'the text came later',
  ownWords: () => 'that reviewer wrote some of the text',
  superseded: () => 'a text that was approved later replaced it',
}

/** The error in a reason has at most this many characters. */
const LONGEST_REASON = 300

/**
 * Why readers do not get a document that has errors. The report lists all of them.
 *
 * @param errors At least one.
 */
export function whyFaulty(errors: readonly Finding[]): string {
  const [first] = errors
  const words = first ? shorten(`: ${formatPlaced(first)}`, LONGEST_REASON) : ''
  return errors.length === 1
    ? `it has an error${words}`
    : `it has ${errors.length} errors, the first${words}`
}

/** The ids of the people that a document names as its authors. */
export function authorsOf({authors}: StoredDocument): string[] {
  return referencesIn(authors).map(({target}) => target)
}
