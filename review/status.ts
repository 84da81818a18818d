// The status of a document on its way from a writer's draft to readers.

import {decisionOn, newest, type Decision} from './decision.ts'
import type {Revision} from './revision.ts'
import type {Submission} from './submission.ts'

export type Status =
  | 'draft'
  | 'inReview'
  | 'changesRequested'
  | 'approved'
  | 'published'
  | 'editedSinceApproval'
  | 'reviewDue'
  | 'retracted'

/** The facts that the status of a document depends on. */
export interface Progress {
  /** Undefined if there is no draft. */
  readonly draft: Revision | undefined
  /** Undefined if nothing is published. */
  readonly published: Revision | undefined
  /** All decisions on the document, in any order. */
  readonly decisions: readonly Decision[]
  /** All requests to review the document, in any order. */
  readonly submissions: readonly Submission[]
  /** The day on which the published text is due for review (ISO 8601 date); undefined if there is none. */
  readonly reviewDue: string | undefined
  /** ISO 8601 date. */
  readonly today: string
}

/**
 * The status of a document: of its draft if there is one, or else of its published text. A revision is
 * in review from its submission until a decision on it.
 */
export function statusOf(progress: Progress): Status {
  const {draft, published, decisions} = progress
  const revision = draft ?? published
  if (revision === undefined) return 'draft'
  const decision = decisionOn(decisions, revision)
  if (decision?.decision === 'retracted') return 'retracted'
  if (decision?.decision === 'approved') {
    if (revision !== published) return 'approved'
    return isDue(progress) ? 'reviewDue' : 'published'
  }
  if (isWaiting(revision, progress)) return 'inReview'
  // A request for changes still applies while the writer edits the text.
  if (decision || newest(decisions)?.decision === 'changesRequested') return 'changesRequested'
  return decisions.some((earlier) => earlier.decision === 'approved')
    ? 'editedSinceApproval'
    : 'draft'
}

function isDue({reviewDue, today}: Progress): boolean {
  return reviewDue !== undefined && reviewDue <= today
}

/** Whether a revision was submitted for review and no decision on it has followed. */
export function isWaiting(
  revision: Revision,
  {decisions, submissions}: Pick<Progress, 'decisions' | 'submissions'>,
): boolean {
  const decision = decisionOn(decisions, revision)
  const decided = decision ? Date.parse(decision.decidedAt) : Number.NEGATIVE_INFINITY
  return submissions.some(
    (submission) =>
      submission.revision === revision && Date.parse(submission.submittedAt) > decided,
  )
}
