// What a decision is, and which decision counts.

import type {Revision} from './revision.ts'

/** From the mildest to the strictest. */
export const decisionKinds = ['approved', 'changesRequested', 'retracted'] as const

export type DecisionKind = (typeof decisionKinds)[number]

/** A reviewer's word on one revision of one document. */
export interface Decision {
  /** The id of the `review` document. */
  readonly id: string
  /** The published id of the document decided on. */
  readonly subject: string
  readonly revision: Revision
  readonly decision: DecisionKind
  /** The id of the reviewer's `person` document. */
  readonly reviewer: string
  /** The name of the field that has to change, where it is one. */
  readonly field?: string | undefined
  readonly comment?: string | undefined
  /** When it is to be reviewed again (ISO 8601 date), if not after the document's own interval. */
  readonly nextReview?: string | undefined
  /** ISO 8601, UTC. */
  readonly decidedAt: string
}

/**
 * Newest last. Of two in one instant the stricter counts as newer, so that in doubt nothing is
 * shown; of two alike the one with the greater id, so that the order never depends on the lake.
 */
function byTime(a: Decision, b: Decision): number {
  return (
    Date.parse(a.decidedAt) - Date.parse(b.decidedAt) ||
    strictness(a) - strictness(b) ||
    (a.id < b.id ? -1 : 1)
  )
}

function strictness({decision}: Decision): number {
  return decisionKinds.indexOf(decision)
}

/** The decision that counts for a revision: the newest on it, or none. */
export function decisionOn(
  decisions: readonly Decision[],
  revision: Revision,
): Decision | undefined {
  return decisions
    .filter((decision) => decision.revision === revision)
    .toSorted(byTime)
    .at(-1)
}
