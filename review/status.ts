// Where a document stands on its way from a writer's draft to readers.

import {decisionOn, type Decision} from './decision.ts'
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

/** What is known of one document. */
export interface Progress {
  /** Undefined where there is no draft. */
  readonly draft: Revision | undefined
  /** Undefined where nothing is published. */
  readonly published: Revision | undefined
  /** All decisions on it, in any order. */
  readonly decisions: readonly Decision[]
  /** All submissions of it, in any order. */
  readonly submissions: readonly Submission[]
  /** When the approval of what is published falls due for renewal (ISO 8601 date); undefined if never. */
  readonly reviewDue: string | undefined
  /** ISO 8601 date. */
  readonly today: string
}

/**
 * The status of a document: of its draft where there is one that says something new, else of what
 * is published. A revision counts as in review from its submission until a decision on it.
 */
export function statusOf(progress: Progress): Status {
  const {draft, published, decisions, submissions} = progress
  const revision = draft ?? published
  if (revision === undefined) return 'draft'
  const decision = decisionOn(decisions, revision)
  if (decision?.decision === 'retracted') return 'retracted'
  if (decision?.decision === 'approved') {
    if (revision !== published) return 'approved'
    return isDue(progress) ? 'reviewDue' : 'published'
  }
  const submittedAt = lastSubmission(submissions, revision)
  if (submittedAt !== undefined && !(decision && decision.decidedAt >= submittedAt)) {
    return 'inReview'
  }
  if (decision || sentBackLast(decisions)) return 'changesRequested'
  return decisions.some((earlier) => earlier.decision === 'approved')
    ? 'editedSinceApproval'
    : 'draft'
}

function isDue({reviewDue, today}: Progress): boolean {
  return reviewDue !== undefined && reviewDue <= today
}

function lastSubmission(
  submissions: readonly Submission[],
  revision: Revision,
): string | undefined {
  return submissions
    .filter((submission) => submission.revision === revision)
    .map(({submittedAt}) => submittedAt)
    .toSorted()
    .at(-1)
}

// What a reviewer asked for stays asked for while the writer is at it.
function sentBackLast(decisions: readonly Decision[]): boolean {
  return (
    decisions.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1)).at(-1)?.decision ===
    'changesRequested'
  )
}
