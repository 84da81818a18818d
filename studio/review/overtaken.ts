// What other users did to a text while a reviewer had its decision form open, so that the form can say it.

import type {Revision} from '../../review/revision.ts'
import {entriesOf, type Entry} from './entries.ts'
import type {ReviewRecords} from './records.ts'

/** The text that a reviewer began to decide on. */
export interface Begun {
  readonly revision: Revision
  /** The ids of the decisions that were there. */
  readonly decisions: ReadonlySet<string>
}

interface Now extends ReviewRecords {
  /** The revision of the text that is there now; undefined if there is none. */
  readonly revision: Revision | undefined
  /** The id of the reviewer. */
  readonly me: string
}

export interface Overtaken {
  /** The newest decision of another reviewer that came meanwhile. */
  readonly decision: Entry | undefined
  /** Whether another text is there now, or none. */
  readonly isChanged: boolean
}

/**
 * The text that a reviewer decides on: the one that they were asked to review, or else the one that is there.
 *
 * @param isWaiting Whether the text that is there waits for a decision.
 * @returns Undefined if nothing waits
 */
export function begunWith(
  {submissions, decisions, revision, me}: Now,
  isWaiting: boolean,
): Begun | undefined {
  const asked = submissions
    .filter(({reviewers}) => reviewers.includes(me))
    .toSorted((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt))
    .at(-1)
  const isOpen =
    asked !== undefined &&
    !decisions.some(({decidedAt}) => Date.parse(decidedAt) >= Date.parse(asked.submittedAt))
  const text = isOpen ? asked.revision : isWaiting ? revision : undefined
  return text === undefined
    ? undefined
    : {revision: text, decisions: new Set(decisions.map(({id}) => id))}
}

/** What happened to a text since then; undefined if nothing did, or if the reviewer has decided meanwhile. */
export function overtakenSince(
  begun: Begun,
  {decisions, revision, me}: Now,
): Overtaken | undefined {
  const since = decisions.filter(({id}) => !begun.decisions.has(id))
  if (since.some(({reviewer}) => reviewer === me)) return undefined
  const [decision] = entriesOf({decisions: since, submissions: []})
  const isChanged = revision !== begun.revision
  return decision || isChanged ? {decision, isChanged} : undefined
}
