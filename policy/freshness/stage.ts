// How far along an approval is: rules about reviews that are due all ask this.
import {dueAfter, expiryOf, urgencyOf} from '../../review/due.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Context, Flaw} from '../rule.ts'

interface Age {
  readonly stage: 'later' | 'soon' | 'overdue' | 'expired'
  /** The day on which it is due for review: YYYY-MM-DD. */
  readonly due: string
  /** The day from which readers do not get it any more, unless it was reviewed: YYYY-MM-DD. */
  readonly expiry: string
}

/** How far along the approval of a document is; undefined where it is not approved. */
export function ageOf(
  {_id, reviewInterval}: StoredDocument,
  {standings, today}: Pick<Context, 'standings' | 'today'>,
): Age | undefined {
  const standing = standings.get(_id)
  if (standing === undefined || standing.state === 'retracted') return undefined
  const due = dueAfter(standing, reviewInterval)
  const expiry = expiryOf(due)
  return {stage: expiry <= today ? 'expired' : urgencyOf(due, today), due, expiry}
}

/** A flaw of a document that is at a stage; none of one that is not. */
export function flawAt(
  stage: Age['stage'],
  document: StoredDocument,
  context: Context,
  say: (age: Age) => Pick<Flaw, 'message' | 'hint'>,
): Flaw[] {
  const age = ageOf(document, context)
  return age?.stage === stage ? [{path: '(document)', ...say(age)}] : []
}
