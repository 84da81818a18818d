// What the lake refuses to store, beyond what roles say. It asks these guards about every document
// that a user writes.

import type {z} from 'zod'
import {settling} from '../review/decision.ts'
import {personOf} from '../review/person.ts'
import {contentOf, type Revision, type StoredDocument} from '../review/revision.ts'
import {objectionToApproval, type Objection, type TrailEntry} from '../review/trail.ts'
import {decisionOf, review} from './review.ts'
import {submission} from './submission.ts'

/** What the lake knows while a user writes a document. */
interface Attempt {
  readonly author: string
  /** The time by the lake's own clock, in milliseconds since 1970. */
  readonly now: number
  /** The log entries on these documents under all their ids, oldest first. */
  readonly trail: (ids: readonly string[]) => readonly TrailEntry[]
  /** The documents that refer to this one now. */
  readonly referring: (id: string) => Iterable<StoredDocument>
}

/** @returns why a document may not be stored; undefined if it may */
export type ContentGuard = (document: StoredDocument, attempt: Attempt) => string | undefined

/** How far the clock of a user's computer may be from the lake's, in milliseconds. */
const CLOCK_TOLERANCE = 5 * 60_000

/**
 * Decisions and submissions have their exact shape. They name a text that the document has or had. Their
 * times are right. No reviewer approves their own text. An administrator may import the decisions of other
 * reviewers, whatever text and time they name.
 *
 * @param administrators The users who are administrators now.
 */
export function recordGuard(administrators: () => ReadonlySet<string>): ContentGuard {
  return (document, attempt) => {
    const content = contentOf(document)
    if (document._type === 'submission') {
      const {data, error} = submission.safeParse(content)
      return data
        ? objectionToRecord(data.subject._ref, data.revision, data.submittedAt, attempt)
        : misshapen('submission', error)
    }
    if (document._type !== 'review') return undefined
    const {data, error} = review.safeParse(content)
    if (!data) return misshapen('decision', error)
    const decision = decisionOf(data)
    const {subject, revision, decidedAt} = decision
    if (personOf(attempt.author) !== decision.reviewer) return undefined
    const objection = objectionToRecord(subject, revision, decidedAt, attempt)
    if (objection !== undefined || decision.decision !== 'approved') return objection
    const others = decisionsOn(subject, attempt)
    const reason = objectionToApproval(attempt.author, decision, {
      trail: attempt.trail([subject]),
      decisions: others.map((other) => ({decision: other, filed: attempt.trail([other.id])})),
      administrators: administrators(),
    })
    return reason && `${REASONS[reason](subject)}`
  }
}

const REASONS: Record<Objection, (subject: string) => string> = {
  forged: () => 'This decision is not yours',
  unknownText,
  ownWords: (subject) =>
    `You wrote some of the text of "${subject}" since its last approved text, so another reviewer has to approve it`,
}

function unknownText(subject: string): string {
  return `"${subject}" never had this text. Load the document again, and decide on the text that it has now`
}

/** What a decision and a submission have to meet alike. */
function objectionToRecord(
  subject: string,
  revision: Revision,
  time: string,
  {trail, now}: Attempt,
): string | undefined {
  if (!trail([subject]).some((entry) => entry.revision === revision)) return unknownText(subject)
  return Math.abs(Date.parse(time) - now) > CLOCK_TOLERANCE
    ? `The clock of your computer is more than five minutes from the clock of the lake (${new Date(now).toISOString()}). Set it right, and try again`
    : undefined
}

function decisionsOn(subject: string, {referring}: Attempt) {
  const decisions = [...referring(subject)].flatMap((document) => {
    const {data} = review.safeParse(contentOf(document))
    return data?.subject._ref === subject ? [decisionOf(data)] : []
  })
  return settling(decisions)
}

function misshapen(what: string, {issues}: z.ZodError): string {
  const [issue] = issues
  const place = issue?.path.length ? `, at ${issue.path.join('.')}` : ''
  return `This is no valid ${what}${place}: ${issue?.message ?? 'it has the wrong shape'}`
}
