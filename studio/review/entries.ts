// The history of a document as the Review pane lists it: its requests and decisions.

import {inOrder, type DecisionKind} from '../../review/decision.ts'
import type {Revision} from '../../review/revision.ts'
import type {ReviewRecords} from './records.ts'
import {decisionLine} from './wording.ts'

/** A request or a decision. */
export interface Entry {
  readonly id: string
  /** Undefined for a request. */
  readonly decision: DecisionKind | undefined
  /** When the decision was made, or the request (ISO 8601). */
  readonly decidedAt: string
  readonly what: string
  /** The name of the field that has to change. */
  readonly field?: string | undefined
  readonly words: string | undefined
  readonly revision: Revision
}

/** All requests and decisions, the newest first. The order of decisions is that of `newest`. */
export function entriesOf({decisions, submissions}: ReviewRecords): Entry[] {
  const decided = decisions.map(({by, ...decision}): Entry => ({
    id: decision.id,
    decision: decision.decision,
    decidedAt: decision.decidedAt,
    what: `${by ?? decision.reviewer} ${decisionLine(decision)}`,
    field: decision.field,
    words: decision.comment,
    revision: decision.revision,
  }))
  const requested = submissions.map(
    ({id, asked, reviewers, note, submittedAt, revision}): Entry => ({
      id,
      decision: undefined,
      decidedAt: submittedAt,
      what: `Submitted to ${asked.map((name, index) => name ?? reviewers[index]).join(' and ')}`,
      words: note,
      revision,
    }),
  )
  return inOrder([...decided, ...requested]).toReversed()
}

/** The requests for changes that no submission or other decision has followed, the newest first. */
export function openRequests(records: ReviewRecords): Entry[] {
  const entries = entriesOf(records)
  const answered = entries.findIndex(({decision}) => decision !== 'changesRequested')
  return answered === -1 ? entries : entries.slice(0, answered)
}
