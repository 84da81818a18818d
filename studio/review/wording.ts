// The names of statuses and decisions in the Studio.

import type {DecisionKind} from '../../review/decision.ts'
import type {Status} from '../../review/status.ts'

export const statusTitles: Record<Status, string> = {
  draft: 'Draft',
  inReview: 'In review',
  changesRequested: 'Changes requested',
  approved: 'Approved',
  published: 'Published',
  editedSinceApproval: 'Edited since approval',
  reviewDue: 'Review due',
  retracted: 'Retracted',
}

export const statusHints: Record<Status, string> = {
  draft: 'No reviewer has been asked to review this text.',
  inReview: 'A reviewer has been asked to decide on exactly this text.',
  changesRequested: 'A reviewer has sent it back.',
  approved: 'A reviewer has approved exactly this text. It may be published.',
  published: 'Readers get exactly this text.',
  editedSinceApproval: 'The text has changed. Readers keep the last approved one.',
  reviewDue: 'Readers get this text, but it is time to review it again.',
  retracted: 'A reviewer has taken it down. Readers get a notice instead.',
}

export const statusTones = {
  draft: 'default',
  inReview: 'primary',
  changesRequested: 'caution',
  approved: 'positive',
  published: 'positive',
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
  editedSinceApproval: 'warning',
  reviewDue: 'warning',
  retracted: 'danger',
} as const satisfies Record<Status, string | undefined>

export const decisionTitles: Record<DecisionKind, string> = {
  approved: 'approved',
  changesRequested: 'asked for changes',
  retracted: 'retracted',
}

/** Long enough to tell revisions apart, short enough to read out. */
export function shortRevision(revision: string): string {
  return revision.slice(0, 12)
}
