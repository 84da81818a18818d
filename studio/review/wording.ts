// The names of statuses and decisions in the Studio.

import {whyRefused} from '../../model/refusals.ts'
import {progressText} from '../../model/standing/progress.ts'
import {formatDay} from '../../review/day-words.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision, DecisionKind} from '../../review/decision.ts'
import type {RequirementProgress} from '../../review/plan.ts'
import {kindNames} from '../../review/sign-off-kind.ts'
import type {Status} from '../../review/status.ts'
import type {Objection} from '../../review/trail.ts'
import {objectionToOther, usualKind} from './objection.ts'
import type {Base} from './use-review.ts'

export const statusTitles: Record<Status, string> = {
  draft: 'Draft',
  inReview: 'In review',
  changesRequested: 'Changes requested',
  approved: 'Approved',
  published: 'Published',
  urgent: 'Urgent correction',
  editedSinceApproval: 'Edited since approval',
  reviewDue: 'Review due',
  retracted: 'Retracted',
}

/** They say nothing of readers where that depends on other documents too. */
export const statusHints: Record<Status, string> = {
  draft: 'No review of this text was requested.',
  inReview: 'Exactly this text waits for the words that its plan asks for.',
  changesRequested: 'It was sent back, because something has to change.',
  approved: 'All words that its plan asks for are given on exactly this text. It may be published.',
  published: 'Exactly this text is approved and published.',
  urgent: 'Two reviewers chose Correct now, so it may be published. The other words are missing.',
  editedSinceApproval: 'The text has changed since its last approval, so it needs a new one.',
  reviewDue: 'It is approved, but it is time to review it again.',
  retracted: 'A reviewer has taken it down. Readers get a notice instead.',
}

/** What a status means, with the words that are given and missing while it waits for words. */
export function statusLine(status: Status, requirements: readonly RequirementProgress[]): string {
  return status === 'inReview' || status === 'urgent' || status === 'reviewDue'
    ? `${statusHints[status]} Words: ${progressText(requirements)}.`
    : statusHints[status]
}

export const statusTones = {
  draft: 'default',
  inReview: 'primary',
  changesRequested: 'caution',
  approved: 'positive',
  published: 'positive',
  urgent: 'caution',
  editedSinceApproval: 'caution',
  reviewDue: 'caution',
  retracted: 'critical',
} as const satisfies Record<Status, string>

export const badgeColors = {
  draft: undefined,
  inReview: 'primary',
  changesRequested: 'warning',
  approved: 'success',
  published: 'success',
  urgent: 'warning',
  editedSinceApproval: 'warning',
  reviewDue: 'warning',
  retracted: 'danger',
} as const satisfies Record<Status, string | undefined>

/** What a reviewer did, to follow the name: "approved (legal)". */
export function decisionLine({
  decision,
  kind,
  urgent,
  cosmetic,
}: Pick<Decision, 'decision' | 'kind' | 'urgent' | 'cosmetic'>): string {
  switch (decision) {
    case 'approved':
      return `approved (${[
        kindNames[kind],
        ...(urgent ? ['Correct now'] : []),
        ...(cosmetic ? ['only the form changed'] : []),
      ].join(', ')})`
    case 'changesRequested':
      return 'asked for changes'
    case 'retracted':
      return 'retracted'
  }
}

/** How many new texts go to review together with one. */
export function togetherWith(count: number): string {
  return `Together with ${count === 1 ? 'another new text' : `${count} other new texts`}`
}

/** Why a decision of the user on the open document would not count, as a sentence. */
export function refusalText(
  objection: Objection,
  decision: Pick<Decision, 'kind' | 'reviewer'>,
): string {
  const reason = whyRefused(objection, decision, 'this document')
  return `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`
}

/** Why the user may not request changes or retract, as a sentence; undefined if they may. */
export function whyNotDecide(
  decision: Exclude<DecisionKind, 'approved'>,
  user: Parameters<typeof objectionToOther>[1],
): string | undefined {
  const objection = objectionToOther(decision, user)
  return objection && refusalText(objection, {kind: usualKind(user.type), reviewer: user.me})
}

/** The heading above the changes since an earlier text. */
export function changedSince({word, isApproved}: Base): string {
  return isApproved
    ? `What changed since the approval on ${formatDay(dayOf(word.decidedAt))}`
    : `What changed since the word on ${formatDay(dayOf(word.decidedAt))}`
}

/** A text that is compared with one that met no plan. */
export const PARTLY_APPROVED =
  'That text lacks words that the plan asks for now, so read also what has not changed.'

/** Long enough to tell revisions apart, short enough to read out. */
export function shortRevision(revision: string): string {
  return revision.slice(0, 12)
}
