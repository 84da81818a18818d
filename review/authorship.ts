// Who really wrote a document. The answer comes from the log, which only the lake itself can write.

import type {Decision} from './decision.ts'
import type {Revision} from './revision.ts'

const PERSON = 'person-'

/** The id of the `person` document of a user of the lake. */
export function personOf(user: string): string {
  return `${PERSON}${user}`
}

/** The user that a `person` document belongs to; undefined if it belongs to no user. */
export function userOf(person: string): string | undefined {
  return person.startsWith(PERSON) ? person.slice(PERSON.length) : undefined
}

/**
 * Whether the reviewer that a decision names wrote it, or an administrator imported it.
 *
 * @param authors All users who ever wrote to the `review` document, according to the log.
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

/** The result of one transaction for a document or its draft. */
export interface LoggedChange {
  readonly author: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Undefined if the transaction deleted it. */
  readonly revision: Revision | undefined
}

/**
 * Whether a user helped to write a revision since another one was last approved. Any new text in the
 * document or its draft counts, even a comma. Publishing, discarding, and starting a draft from the
 * published text add no text, so they do not count.
 *
 * @param changes Changes of the document and its draft, oldest first, up to the revision in question.
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
