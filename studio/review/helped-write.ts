// Whether a user wrote any of the text since the last approved text. If so, they cannot approve it; the
// lake refuses it too.

import type {Decision} from '../../review/decision.ts'
import {trailOf, type AskHistory} from '../../review/history.ts'
import type {Revision} from '../../review/revision.ts'
import {byDocument, caseFileOf, objectionToApproval} from '../../review/trail.ts'

export interface AuthorshipQuestion {
  /** The published id of the document. */
  readonly id: string
  readonly revision: Revision | undefined
  readonly user: string
  /** All decisions on the document. */
  readonly decisions: readonly Decision[]
}

/**
 * Whether the user helped to write the revision; false if there is no revision.
 *
 * @throws Error if the lake does not answer
 */
export async function helpedWrite(
  ask: AskHistory,
  {id, revision, user, decisions}: AuthorshipQuestion,
): Promise<boolean> {
  if (revision === undefined) return false
  const entries = await trailOf(ask, [id, ...decisions.map((decision) => decision.id)])
  const known = caseFileOf(id, decisions, byDocument(entries))
  // The lake judges who may have filed a decision. The Studio takes all of them as genuine.
  const administrators = new Set(
    known.decisions.flatMap(({filed}) => filed.map(({author}) => author)),
  )
  const objection = objectionToApproval(user, {subject: id, revision}, {...known, administrators})
  return objection === 'ownWords'
}
