// What the lake refuses to do with requests for review.

import type {StoredDocument} from '../review/revision.ts'

/** Far more than people need. They can ask again for the next text. */
const MOST_FOR_A_TEXT = 10

interface Change {
  readonly before: StoredDocument | undefined
  readonly after: StoredDocument | undefined
}

interface Lake {
  /** The documents that refer to this one, after the change. */
  readonly referring: (id: string) => Iterable<StoredDocument>
}

/**
 * Requests never change, and there are only so many for one text. The roles say who may delete one.
 *
 * @returns why a change may not be stored; undefined if it may
 */
export function submissionGuard({before, after}: Change, {referring}: Lake): string | undefined {
  if (before?._type === 'submission' && after) {
    return 'A request for review cannot be changed. Write another one instead'
  }
  const target = subjectOf(after)
  if (after?._type !== 'submission' || target === undefined) return undefined
  const alike = Iterator.from(referring(target)).filter(
    (other) =>
      other._type === 'submission' &&
      other.revision === after.revision &&
      subjectOf(other) === target,
  )
  return alike.drop(MOST_FOR_A_TEXT).next().done
    ? undefined
    : `"${target}" has ${MOST_FOR_A_TEXT} requests for a review of this text already. Wait for a decision, or change the text first`
}

function subjectOf(document: StoredDocument | undefined): string | undefined {
  const subject = document?.subject
  if (typeof subject !== 'object' || subject === null || !('_ref' in subject)) return undefined
  return typeof subject._ref === 'string' ? subject._ref : undefined
}
