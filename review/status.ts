// The status of a document on its way from a writer's draft to readers.

import {approvalOf, progressOf, type Candidate} from './approval.ts'
import {decisionOn, newest, type Decision} from './decision.ts'
import {dueOn} from './next-review.ts'
import {signOffOf} from './plan.ts'
import type {Submission} from './submission.ts'
import {countingIn, type Case} from './trail.ts'

export type Status =
  | 'draft'
  | 'inReview'
  | 'changesRequested'
  | 'approved'
  | 'published'
  | 'urgent'
  | 'editedSinceApproval'
  | 'reviewDue'
  | 'retracted'

/** The facts that the status of a document depends on. */
export interface Progress {
  readonly type: string
  /** Undefined if there is no draft. */
  readonly draft: Candidate | undefined
  /** Undefined if nothing is published. */
  readonly published: Candidate | undefined
  /** The decisions on the document. */
  readonly decided: Case
  /** All requests to review the document, in any order. */
  readonly submissions: readonly Submission[]
  /** ISO 8601 date. */
  readonly today: string
}

/**
 * The status of a document: of its draft if there is one, or else of its published text. A text is in
 * review from its submission, or from its first word, until its plan is met.
 */
export function statusOf(progress: Progress): Status {
  const {draft, published, decided} = progress
  const text = draft ?? published
  if (!text) return 'draft'
  const counting = countingIn(decided.under(text.plan))
  const decision = decisionOn(counting, text.revision)?.decision
  if (decision === 'retracted') return 'retracted'
  const {state, requirements} = progressOf(text, decided)
  if (state === 'urgent') return 'urgent'
  if (state === 'met') {
    if (text.revision !== published?.revision) return 'approved'
    return isDue(progress) ? 'reviewDue' : 'published'
  }
  if (isWaiting(text, progress) || requirements.some(({words}) => words.length > 0)) {
    return 'inReview'
  }
  // A request for changes still applies while the writer edits the text, and so does a retraction.
  const last = newest(counting)?.decision
  if (decision === 'changesRequested' || last === 'changesRequested') return 'changesRequested'
  if (last === 'retracted') return 'retracted'
  return counting.some(({revision}) => approvalOf({...text, revision}, decided))
    ? 'editedSinceApproval'
    : 'draft'
}

function isDue({type, published, decided, today}: Progress): boolean {
  const due = published && dueOn({...published, type}, decided)
  return due !== undefined && due <= today
}

/** Whether a text was submitted for review and the words that the request asks for have not followed. */
export function isWaiting(
  {revision, plan}: Pick<Candidate, 'revision' | 'plan'>,
  {decided, submissions}: Pick<Progress, 'decided' | 'submissions'>,
): boolean {
  const decisions = countingIn(decided.under(plan)).filter((one) => one.revision === revision)
  return submissions.some(
    (submission) => submission.revision === revision && !isAnswered(submission, decisions),
  )
}

/** Whether decisions on the text of a request answer it. A request for changes answers it at once. */
function isAnswered(
  {requirements, submittedAt}: Submission,
  decisions: readonly Decision[],
): boolean {
  const since = decisions.filter(({decidedAt}) => Date.parse(decidedAt) >= Date.parse(submittedAt))
  if (requirements.length === 0 || since.some(({decision}) => decision !== 'approved')) {
    return since.length > 0
  }
  return signOffOf(requirements, since).state === 'met'
}
