// Who really wrote something, by the lake's own log, which nobody can write but the lake.

import type {Decision} from './decision.ts'
import type {Revision} from './revision.ts'

const PERSON = 'person-'

/** The id of the `person` document of a user of the lake. */
export function personOf(user: string): string {
  return `${PERSON}${user}`
}

/** The user who is a person; undefined for a person who is nobody's. */
export function userOf(person: string): string | undefined {
  return person.startsWith(PERSON) ? person.slice(PERSON.length) : undefined
}

/**
 * Whether a decision comes from whom it names, or was brought in by an administrator, as an import
 * is.
 *
 * @param authors Everybody who ever wrote to the `review` document, as the log has them.
 */
export function isGenuine(
  {reviewer}: Pick<Decision, 'reviewer'>,
  authors: readonly string[],
  administrators: ReadonlySet<string>,
): boolean {
  return (
    authors.length > 0 &&
    authors.every((author) => personOf(author) === reviewer || administrators.has(author))
  )
}

/** What a transaction made of a document, or of its draft. */
export interface LoggedChange {
  readonly author: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Undefined where it was deleted. */
  readonly revision: Revision | undefined
}

/**
 * Whether somebody helped to write a revision since another one was last approved: whoever made text
 * that was not there before, in the document or its draft, be it only a comma. To publish, to discard,
 * or to start a draft from what is published, makes none.
 *
 * @param changes Of the document and of its draft, oldest first, up to the revision in question.
 * @param earlier The approvals of other revisions of that document.
 */
export function helpedWrite(
  user: string,
  changes: readonly LoggedChange[],
  earlier: readonly Pick<Decision, 'revision' | 'decidedAt'>[],
): boolean {
  const since = earlier
    .map(({decidedAt}) => Date.parse(decidedAt))
    .reduce((newest, time) => Math.max(newest, time), Number.NEGATIVE_INFINITY)
  const known = new Set(earlier.map(({revision}) => revision))
  for (const {author, at, revision} of changes) {
    if (revision === undefined || known.has(revision)) continue
    known.add(revision)
    if (author === user && Date.parse(at) > since) return true
  }
  return false
}

/** The approvals of other revisions that came before one. */
export function earlierThan<A extends Pick<Decision, 'revision' | 'decidedAt'>>(
  {revision, decidedAt}: Pick<Decision, 'revision' | 'decidedAt'>,
  approvals: readonly A[],
): A[] {
  return approvals.filter(
    (other) => other.revision !== revision && Date.parse(other.decidedAt) < Date.parse(decidedAt),
  )
}
