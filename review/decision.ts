// What a decision is, and which decision counts.

import type {Revision} from './revision.ts'

/** From the mildest to the strictest. */
export const decisionKinds = ['approved', 'changesRequested', 'retracted'] as const

export type DecisionKind = (typeof decisionKinds)[number]

/** A reviewer's decision on one revision of one document. */
export interface Decision {
  /** The id of the `review` document. */
  readonly id: string
  /** The published id of the document decided on. */
  readonly subject: string
  readonly revision: Revision
  readonly decision: DecisionKind
  /** The id of the reviewer's `person` document. */
  readonly reviewer: string
  /** The name of the field that has to change, if the reviewer named one. */
  readonly field?: string | undefined
  readonly comment?: string | undefined
  /** The day of the next review (ISO 8601 date), if it is not set by the document's own interval. */
  readonly nextReview?: string | undefined
  /** ISO 8601, with any offset from UTC: compare instants, never strings. */
  readonly decidedAt: string
}

/** What the order of decisions depends on. */
type Ordered = Pick<Decision, 'id' | 'decision' | 'decidedAt'>

/**
 * Sorts the newest last. Of two decisions in one instant the stricter counts as newer, so that in
 * doubt nothing is shown. Of two equally strict ones the greater id counts as newer, so that the
 * order never depends on the order in which the lake returns them.
 */
function byTime(a: Ordered, b: Ordered): number {
  return (
    Date.parse(a.decidedAt) - Date.parse(b.decidedAt) ||
    strictness(a) - strictness(b) ||
    (a.id < b.id ? -1 : 1)
  )
}

function strictness({decision}: Ordered): number {
  return decisionKinds.indexOf(decision)
}

/**
 * The newest of some decisions. Every place that picks a decision uses this order.
 *
 * @param decisions In any order.
 */
export function newest<D extends Ordered>(decisions: readonly D[]): D | undefined {
  return decisions.toSorted(byTime).at(-1)
}

/** The decisions that settle what readers see: approvals and retractions. */
export function settling<D extends Pick<Decision, 'decision'>>(decisions: readonly D[]): D[] {
  return decisions.filter(({decision}) => decision !== 'changesRequested')
}

/** The decision that counts for a revision: the newest on it, or none. */
export function decisionOn<D extends Ordered & Pick<Decision, 'revision'>>(
  decisions: readonly D[],
  revision: Revision,
): D | undefined {
  return newest(decisions.filter((decision) => decision.revision === revision))
}
