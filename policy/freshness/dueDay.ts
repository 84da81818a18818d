// When an approval is due for review: rules about reviews that are due all ask this.
import {dueAfter} from '../../review/due.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Context} from '../rule.ts'

/** The day on which a document is due for review, YYYY-MM-DD; undefined where it is not approved. */
export function dueDay(
  {_id, reviewInterval}: StoredDocument,
  {standings}: Pick<Context, 'standings'>,
): string | undefined {
  const standing = standings.get(_id)
  return standing?.state === 'approved' ? dueAfter(standing, reviewInterval) : undefined
}
