// What a decision is, and which decision counts.

import type {Revision} from './revision.ts'
import type {SignOffKind} from './sign-off-kind.ts'

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
  /** The kind of word that an approval gives. It means nothing in other decisions. */
  readonly kind: SignOffKind
  /** Whether an approval asks for an urgent correction, before the plan is met. */
  readonly urgent?: boolean | undefined
  /** Whether an approval says that the approved text before has the same message. */
  readonly cosmetic?: boolean | undefined
  /** The fields that the reviewer's page lists. Undefined until the decision was ruled on. */
  readonly fields?: readonly string[] | undefined
  /** The id of the reviewer's `person` document. */
  readonly reviewer: string
  /** The name of the field that has to change, if the reviewer named one. */
  readonly field?: string | undefined
  readonly comment?: string | undefined
  /** The day of the next review (ISO 8601 date), if it is not set by the document's own interval. */
  readonly nextReview?: string | undefined
  /**
   * The time that the reviewer's computer stated, for people to read. Once ruled on by a log, it is no later
   * than the log's own. ISO 8601, with any offset from UTC: compare instants, never strings.
   */
  readonly decidedAt: string
  /** Its position in the source's log. Undefined where there is no log, or it was not read. */
  readonly place?: number | undefined
  /** The time of that position, by the clock of the source (ISO 8601, UTC). Undefined for an import. */
  readonly filedAt?: string | undefined
}

/** What the order of decisions depends on. A request for a decision has a place in this order too. */
interface Ordered extends Pick<Decision, 'id' | 'decidedAt' | 'place'> {
  /** Undefined for a request. In one instant a request comes before all decisions. */
  readonly decision: DecisionKind | undefined
}

/**
 * Sorts the newest last: by the places in the log, or without a log by the stated times. The
 * decisions of one import share a place. Of two decisions in one instant the stricter counts as newer, so that in
 * doubt nothing is shown. Of two equally strict ones the greater id counts as newer, so that the
 * order never depends on the order in which the lake returns them.
 */
function byPlace(a: Ordered, b: Ordered): number {
  return compareFiling(a, b) || strictness(a) - strictness(b) || (a.id < b.id ? -1 : 1)
}

/** Compares when two decisions were filed, the earlier first; 0 if it was at once. */
export function compareFiling(
  a: Pick<Decision, 'decidedAt' | 'place'>,
  b: Pick<Decision, 'decidedAt' | 'place'>,
): number {
  return (a.place ?? 0) - (b.place ?? 0) || Date.parse(a.decidedAt) - Date.parse(b.decidedAt)
}

function strictness({decision}: Ordered): number {
  return decision === undefined ? -1 : decisionKinds.indexOf(decision)
}

/** Decisions, the newest last. */
export function inOrder<D extends Ordered>(decisions: readonly D[]): D[] {
  return decisions.toSorted(byPlace)
}

/**
 * The newest of some decisions. Every place that picks a decision uses this order.
 *
 * @param decisions In any order.
 */
export function newest<D extends Ordered>(decisions: readonly D[]): D | undefined {
  return inOrder(decisions).at(-1)
}

/** The decision that counts for a revision: the newest on it, or none. */
export function decisionOn<D extends Ordered & Pick<Decision, 'revision'>>(
  decisions: readonly D[],
  revision: Revision,
): D | undefined {
  return newest(decisions.filter((decision) => decision.revision === revision))
}

/** Whether a retraction is the decision that counts for a revision. */
export function isRetracted<D extends Ordered & Pick<Decision, 'revision'>>(
  decisions: readonly D[],
  revision: Revision,
): boolean {
  return decisionOn(decisions, revision)?.decision === 'retracted'
}
