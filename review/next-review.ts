// When a document is due for its next review, and which words it needs until then.

import {approvalOf, type Approval, type Candidate} from './approval.ts'
import {decisionOn, newest} from './decision.ts'
import {isReviewedAgain, nextReviewOf} from './due.ts'
import type {RequirementProgress, SignOff} from './plan.ts'
import type {Revision} from './revision.ts'
import {countingIn, type Case} from './trail.ts'

/** A document, as far as the day of its next review depends on it. */
export interface Reviewed extends Omit<Candidate, 'revision'> {
  readonly type: string
  /** The revision that is published; undefined if none is, or if it is not known. */
  readonly revision: Revision | undefined
}

/**
 * The approval that counts for a document, as in an export: that of the published revision. The approval of a
 * draft counts only once that draft is published. If the published revision is neither approved nor retracted,
 * readers have an earlier text; then the last approval counts.
 *
 * @returns Undefined if nothing is approved, or if it was retracted
 */
export function approvalFor(document: Omit<Reviewed, 'type'>, decided: Case): Approval | undefined {
  const {plan, revision} = document
  const counting = countingIn(decided.under(plan))
  if (revision !== undefined && decisionOn(counting, revision)?.decision === 'retracted') {
    return undefined
  }
  const approvals = new Map(
    counting.flatMap(({revision: one}): [Revision, Approval][] => {
      const approval = approvalOf({...document, revision: one}, decided)
      return approval ? [[one, approval]] : []
    }),
  )
  const last = newest([...approvals.values()].flatMap(({signOff}) => signOff.words))
  const onPublished = revision === undefined ? undefined : approvals.get(revision)
  return onPublished ?? (last && approvals.get(last.revision))
}

/**
 * The day on which a document is due for its next review.
 *
 * @returns YYYY-MM-DD; undefined if no approval counts, or if texts of the type are not reviewed again
 */
export function dueOn(document: Reviewed, decided: Case): string | undefined {
  const {type, reviewInterval} = document
  if (!isReviewedAgain(type)) return undefined
  const approval = approvalFor(document, decided)
  return approval && nextReviewOf(approval.decision, reviewInterval)
}

/**
 * The day on which an open document is due for its next review: as the approval of its draft says, or else that of
 * its published text.
 *
 * @returns YYYY-MM-DD; undefined if no approval counts, or if texts of the type are not reviewed again
 */
export function nextReviewDay(
  {
    type,
    draft,
    published,
  }: {
    readonly type: string
    readonly draft: Candidate | undefined
    readonly published: Candidate | undefined
  },
  decided: Case,
): string | undefined {
  const approved = draft && approvalOf(draft, decided) ? draft : published
  if (approved) return dueOn({...approved, type}, decided)
  return draft && dueOn({...draft, type, revision: undefined}, decided)
}

/**
 * The requirements of a plan with the words that are still good. A word whose next review is due has to be
 * given again.
 *
 * @param today YYYY-MM-DD
 */
export function currentIn(
  {requirements}: SignOff,
  {type, reviewInterval}: Pick<Reviewed, 'type' | 'reviewInterval'>,
  today: string,
): RequirementProgress[] {
  return requirements.map((requirement) => ({
    ...requirement,
    words: requirement.words.filter(
      (word) => !isReviewedAgain(type) || nextReviewOf(word, reviewInterval) > today,
    ),
  }))
}

/** The requirements that lack words. */
export function lacking(requirements: readonly RequirementProgress[]): RequirementProgress[] {
  return requirements.filter(({people, words}) => words.length < people)
}
