// What the lake refuses to store, beyond what roles say. It asks these guards about every document
// that a user's transaction changes.

import {getPublishedId} from '@sanity/client/csm'
import type {z} from 'zod'
import {approvalOf, isAnyApproved, type Candidate} from '../review/approval.ts'
import {newest, type Decision} from '../review/decision.ts'
import {isGoverned} from '../review/governed.ts'
import {personOf} from '../review/person.ts'
import {contentOf, revisionOf, type Revision, type StoredDocument} from '../review/revision.ts'
import {
  byDocument,
  caseFileOf,
  ruleOn,
  type Objection,
  type Ruling,
  type TrailEntry,
} from '../review/trail.ts'
import {submissionGuard} from './guard-submissions.ts'
import {decisionOf, review} from './review.ts'
import {authorsOf, whyUnapproved} from './standing/unapproved.ts'
import {submission} from './submission.ts'

/** A document before and after a transaction; undefined where it does not exist. */
interface GuardedChange {
  readonly before: StoredDocument | undefined
  readonly after: StoredDocument | undefined
}

/** What the lake knows at the end of a transaction, before it is committed. */
interface Attempt {
  readonly author: string
  /** The time by the lake's own clock, in milliseconds since 1970. */
  readonly now: number
  /**
   * The log entries on these documents under all their ids, oldest first. Those of the transaction
   * itself are included.
   */
  readonly trail: (ids: readonly string[]) => readonly TrailEntry[]
  /** The documents that refer to this one now. */
  readonly referring: (id: string) => Iterable<StoredDocument>
}

/** @returns why a change may not be stored; undefined if it may */
export type ContentGuard = (change: GuardedChange, attempt: Attempt) => string | undefined

/** The ids of the users who are administrators now. */
type Administrators = () => ReadonlySet<string>

/** All guards of this content model. */
export function contentGuards(administrators: Administrators): ContentGuard[] {
  return [
    recordGuard(administrators),
    submissionGuard,
    publicationGuard(administrators),
    warningGuard(administrators),
  ]
}

/** How far the clock of a user's computer may be from the lake's, in milliseconds. */
const CLOCK_TOLERANCE = 5 * 60_000

/**
 * Decisions and submissions have their exact shape. They name a text that the document has or had. Their
 * times are right. No reviewer approves their own text. An administrator may import the decisions of other
 * reviewers, whatever text and time they name.
 */
function recordGuard(administrators: Administrators): ContentGuard {
  return ({after: document}, attempt) => {
    if (document?._type === 'submission') {
      const {data, error} = submission.safeParse(contentOf(document))
      return data
        ? objectionToRecord(data.subject._ref, data.revision, data.submittedAt, attempt)
        : misshapen('submission', error)
    }
    if (document?._type !== 'review') return undefined
    const {data, error} = review.safeParse(contentOf(document))
    if (!data) return misshapen('decision', error)
    const {id, subject, revision, reviewer, decidedAt} = decisionOf(data)
    if (personOf(attempt.author) !== reviewer) return undefined
    const misfit = objectionToRecord(subject, revision, decidedAt, attempt)
    if (misfit !== undefined) return misfit
    const rulings = rulingsOn(subject, attempt, administrators())
    const objection = rulings.find(({decision}) => decision.id === id)?.objection
    return objection && REASONS[objection](subject)
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

function misshapen(what: string, {issues}: z.ZodError): string {
  const [issue] = issues
  const place = issue?.path.length ? `, at ${issue.path.join('.')}` : ''
  return `This is no valid ${what}${place}: ${issue?.message ?? 'it has the wrong shape'}`
}

/**
 * A text of a governed type is published only if an approval of it counts. A published text that stays
 * as it is needs none. An administrator may also replace a published text that is not approved, or
 * publish the first: an import over HTTP writes documents before their decisions, and completes their
 * references later.
 */
function publicationGuard(administrators: Administrators): ContentGuard {
  return ({before, after}, attempt) => {
    if (!after || !isPublished(after) || !isGoverned(after._type)) return undefined
    const revision = revisionOf(after)
    if (before && revisionOf(before) === revision) return undefined
    const known = administrators()
    const rulings = rulingsOn(after._id, attempt, known)
    if (isApproved(after, rulings)) return undefined
    if (known.has(attempt.author) && !(before && isApproved(before, rulings))) return undefined
    return `"${after._id}" cannot be published: ${whatIsMissing(after, rulings)}. A reviewer who did not write it has to approve exactly this text first`
  }
}

/** Approved warnings apply until a reviewer retracts them, so they cannot just disappear. */
function warningGuard(administrators: Administrators): ContentGuard {
  return ({before, after}, attempt) => {
    if (before?._type !== 'disclaimer' || !isPublished(before)) return undefined
    if (after?._type === 'disclaimer') return undefined
    return isAnyApproved(countingIn(rulingsOn(before._id, attempt, administrators())))
      ? `"${before._id}" is an approved disclaimer, and readers need it until a reviewer retracts it. Have a reviewer retract it first`
      : undefined
  }
}

function isPublished({_id}: StoredDocument): boolean {
  return getPublishedId(_id) === _id
}

function isApproved(document: StoredDocument, rulings: readonly Ruling[]): boolean {
  return approvalOf(candidateOf(document), countingIn(rulings)) !== undefined
}

function candidateOf(document: StoredDocument): Candidate {
  return {revision: revisionOf(document), authors: authorsOf(document)}
}

function whatIsMissing(document: StoredDocument, rulings: readonly Ruling[]): string {
  const candidate = candidateOf(document)
  const {decision, objection} =
    rulings.findLast((ruling) => ruling.objection && isApprovalOf(candidate, ruling)) ?? {}
  if (decision && objection)
    return `the approval by ${decision.reviewer} does not count, because ${VOID[objection]}`
  const counting = countingIn(rulings)
  return newest(counting)?.decision === 'retracted'
    ? 'a reviewer has retracted it'
    : whyUnapproved(candidate, counting)
}

const VOID: Record<Objection, string> = {
  forged: 'another user wrote it',
  unknownText: 'the text came later',
  ownWords: 'that reviewer wrote some of the text',
}

function isApprovalOf({revision}: Candidate, {decision}: Ruling): boolean {
  return decision.decision === 'approved' && decision.revision === revision
}

function countingIn(rulings: readonly Ruling[]): Decision[] {
  return rulings.flatMap(({decision, objection}) => (objection ? [] : [decision]))
}

/** Rules on all decisions on a document, as an export does. */
function rulingsOn(
  subject: string,
  {trail, referring}: Attempt,
  administrators: ReadonlySet<string>,
): Ruling[] {
  const decisions = [...referring(subject)].filter(isPublished).flatMap((document) => {
    const {data} = review.safeParse(contentOf(document))
    return data?.subject._ref === subject ? [decisionOf(data)] : []
  })
  const trails = byDocument(trail([subject, ...decisions.map(({id}) => id)]))
  return ruleOn({...caseFileOf(subject, decisions, trails), administrators})
}
