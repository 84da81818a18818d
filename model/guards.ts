// What the lake refuses to store, beyond what roles say. It asks these guards about every document
// that a user's transaction changes.

import {getPublishedId} from '@sanity/client/csm'
import type {z} from 'zod'
import {approvalOf, inForce} from '../review/approval.ts'
import {dayOf} from '../review/days.ts'
import {isAdministrative, isGoverned, isKnownType} from '../review/governed.ts'
import {personOf} from '../review/person.ts'
import {contentOf, revisionOf, type Revision, type StoredDocument} from '../review/revision.ts'
import type {Signers} from '../review/signer.ts'
import {byDocument, caseFileOf, caseOf, type Case, type TrailEntry} from '../review/trail.ts'
import {submissionGuard} from './guard-submissions.ts'
import {unknownText, whyNotNeededBy, whyNotReviewedOn, whyRefused} from './refusals.ts'
import {decisionOf, review} from './review.ts'
import {SITE_SETTINGS} from './site-settings.ts'
import {NO_PLANS, planOf, plansIn, type Plans} from './standing/plans.ts'
import {administrativeSigners, signersOn} from './standing/signers.ts'
import {approverOf, whyUnapproved} from './standing/unapproved.ts'
import {candidateOf} from './standing/verdict.ts'
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
  /** The document under an id now; undefined if there is none. */
  readonly document: (id: string) => StoredDocument | undefined
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
    knownTypeGuard(administrators),
    deletionGuard(administrators),
    typeGuard,
  ]
}

/** How far the clock of a user's computer may be from the lake's, in milliseconds. */
const CLOCK_TOLERANCE = 5 * 60_000

/**
 * Decisions and submissions have their exact shape. They name a text that the document has or had. Their times are
 * right, their next reviews are due neither too soon nor too late, and no review is needed by a past day. No reviewer
 * approves their own text. An administrator may import the decisions of other reviewers, whatever text and time they
 * name.
 */
function recordGuard(administrators: Administrators): ContentGuard {
  return ({after: document}, attempt) => {
    if (document?._type === 'submission') {
      const {data, error} = submission.safeParse(contentOf(document))
      if (!data) return misshapen('submission', error)
      const {subject, revision, submittedAt, neededBy} = data
      return (
        objectionToRecord(subject._ref, revision, submittedAt, attempt) ??
        (neededBy && whyNotNeededBy(neededBy, dayOf(submittedAt)))
      )
    }
    if (document?._type !== 'review') return undefined
    const {data, error} = review.safeParse(contentOf(document))
    if (!data) return misshapen('decision', error)
    const decision = decisionOf(data)
    const {id, subject, revision, reviewer, decidedAt, nextReview} = decision
    if (personOf(attempt.author) !== reviewer) return undefined
    const known = administrators()
    const text = textWith(subject, revision, attempt)
    if (text && isAdministrative(text._type) && !known.has(attempt.author)) {
      return 'Only an administrator can decide on people and site settings'
    }
    if (!signersAmong(new Set([reviewer]), text?._type ?? '', attempt, known).has(reviewer)) {
      return whyRefused('noPage', decision, `"${subject}"`)
    }
    const misfit =
      objectionToRecord(subject, revision, decidedAt, attempt) ??
      (nextReview && whyNotReviewedOn(nextReview, dayOf(decidedAt)))
    if (misfit !== undefined) return misfit
    const plans = plansNow(attempt, known) ?? NO_PLANS
    const rulings = text ? caseAbout(text, attempt, known).under(planOf(text, plans)) : []
    const objection = rulings.find((ruling) => ruling.decision.id === id)?.objection
    return objection && whyRefused(objection, decision, `"${subject}"`)
  }
}

/** The text of a document that has a revision, under any of its ids; otherwise any text of it. */
function textWith(
  subject: string,
  revision: Revision,
  {trail, document}: Attempt,
): StoredDocument | undefined {
  const ids = [...new Set(trail([subject]).map(({id}) => id)), subject]
  const texts = ids.flatMap((id) => document(id) ?? [])
  const text = texts.find((one) => revisionOf(one) === revision) ?? texts[0]
  return text && contentOf(text)
}

/** What a decision and a submission have to meet alike. */
function objectionToRecord(
  subject: string,
  revision: Revision,
  time: string,
  {trail, now}: Attempt,
): string | undefined {
  if (!trail([subject]).some((entry) => entry.revision === revision)) {
    return unknownText(`"${subject}"`)
  }
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
 * references later. While the site settings are not approved, the plans of content are not known, so other
 * users can publish none.
 */
function publicationGuard(administrators: Administrators): ContentGuard {
  return ({before, after}, attempt) => {
    if (!after || !isPublished(after) || !isGoverned(after._type)) return undefined
    const revision = revisionOf(after)
    if (before && revisionOf(before) === revision) return undefined
    const known = administrators()
    const plans = isAdministrative(after._type) ? NO_PLANS : plansNow(attempt, known)
    const decided = caseAbout(after, attempt, known)
    const candidate = candidateOf(after, plans ?? NO_PLANS)
    if (plans && approvalOf(candidate, decided)) return undefined
    const isReplaceable = !before || !approvalOf(candidateOf(before, plans ?? NO_PLANS), decided)
    if (known.has(attempt.author) && isReplaceable) return undefined
    if (!plans) {
      return `"${after._id}" cannot be published: the site settings are not approved, and they say whose words a text needs. Have an administrator approve them first`
    }
    const approver = approverOf(candidate.plan)
    return `"${after._id}" cannot be published: ${whyUnapproved(candidate, decided)}. ${capitalized(approver)} who did not write it has to approve exactly this text first`
  }
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/**
 * A document of a type that the content model does not know is not published: an export would withhold it.
 * An administrator may, because an import over HTTP can bring some. Types with a dot are Sanity's own.
 */
function knownTypeGuard(administrators: Administrators): ContentGuard {
  return ({before, after}, {author}) => {
    if (!after || !isPublished(after) || isKnownType(after._type) || after._type.includes('.')) {
      return undefined
    }
    if (before?._type === after._type || administrators().has(author)) return undefined
    return `"${after._id}" cannot be published: the content model has no type "${after._type}", so no reader would get it. Use a type of the content model, or keep it as a draft`
  }
}

/**
 * A published text disappears only when readers do not get it: it was never approved, or it was retracted. Then an
 * administrator can delete or unpublish it. Site settings that were approved stay for ever: without them the plans
 * and rules of the library would be gone.
 */
function deletionGuard(administrators: Administrators): ContentGuard {
  return ({before, after}, attempt) => {
    if (!before || after || !isPublished(before) || !isGoverned(before._type)) return undefined
    const known = administrators()
    const decided = caseAbout(before, attempt, known)
    const {isAnyApproved, isRetracted} = inForce(
      candidateOf(before, plansNow(attempt, known) ?? NO_PLANS),
      decided,
    )
    if (before._type === SITE_SETTINGS && (isAnyApproved || isRetracted)) {
      return 'Site settings cannot be deleted. Change them, and have another administrator approve the change'
    }
    if (isAnyApproved) return `"${before._id}" ${whyKept(before._type)}`
    return known.has(attempt.author)
      ? undefined
      : `"${before._id}" is published, so only an administrator can delete or unpublish it. Ask one`
  }
}

/** Why an approved text stays, as a phrase that follows its id. */
function whyKept(type: string): string {
  switch (type) {
    case 'person':
      return 'is an approved page, and texts may need the words of this person. Have an administrator retract it first'
    case 'disclaimer':
      return 'is an approved disclaimer, and readers need it until a reviewer retracts it. Have a reviewer retract it first'
    default:
      return 'is approved, and readers may get it. Have a reviewer retract it first'
  }
}

/** A published document keeps its type: pages, links and decisions are about it. */
function typeGuard({before, after}: GuardedChange): string | undefined {
  const isChanged = before && after && before._type !== after._type && isPublished(after)
  return isChanged && (isGoverned(before._type) || isGoverned(after._type))
    ? `"${after._id}" is of the type "${before._type}", and a published document keeps its type. Make a new document instead`
    : undefined
}

function isPublished({_id}: StoredDocument): boolean {
  return getPublishedId(_id) === _id
}

/**
 * What the approved site settings ask for. Undefined if there are settings and they are not approved: a
 * library without any asks for nothing.
 */
function plansNow(attempt: Attempt, administrators: ReadonlySet<string>): Plans | undefined {
  const settings = attempt.document(SITE_SETTINGS)
  if (!settings) return NO_PLANS
  return isSettled(settings, attempt, administrators) ? plansIn(settings) : undefined
}

/** Whether a document that administrators approve is approved. */
function isSettled(
  document: StoredDocument,
  attempt: Attempt,
  administrators: ReadonlySet<string>,
): boolean {
  const decided = caseAbout(document, attempt, administrators)
  return approvalOf(candidateOf(document, NO_PLANS), decided) !== undefined
}

/** Finds the people of some ids whose decisions may count for documents of a type. */
type FindSigners = typeof signersAmong

/** The decisions on a document, ruled on as an export does. */
function caseAbout(
  {_id, _type: type}: StoredDocument,
  attempt: Attempt,
  administrators: ReadonlySet<string>,
  find: FindSigners = signersAmong,
): Case {
  const subject = getPublishedId(_id)
  const decisions = [...attempt.referring(subject)].filter(isPublished).flatMap((document) => {
    const {data} = review.safeParse(contentOf(document))
    return data?.subject._ref === subject ? [decisionOf(data)] : []
  })
  const trails = byDocument(attempt.trail([subject, ...decisions.map(({id}) => id)]))
  const reviewers = new Set(decisions.map(({reviewer}) => reviewer))
  return caseOf(
    {...caseFileOf(subject, decisions, trails), administrators},
    {type, signers: find(reviewers, type, attempt, administrators)},
  )
}

/** Those of some people whose decisions may count for documents of a type. */
function signersAmong(
  people: ReadonlySet<string>,
  type: string,
  attempt: Attempt,
  administrators: ReadonlySet<string>,
): Signers {
  const pages = pagesOf(people, attempt)
  return isAdministrative(type)
    ? administrativeSigners(pages, (page) =>
        caseAbout(page, attempt, administrators, publishedSigners),
      )
    : signersOn(pages.filter((page) => isSettled(page, attempt, administrators)))
}

/** Those of some people who have a published page, approved or not. */
function publishedSigners(people: ReadonlySet<string>, _type: string, attempt: Attempt): Signers {
  return signersOn(pagesOf(people, attempt))
}

function pagesOf(people: ReadonlySet<string>, {document}: Attempt): StoredDocument[] {
  return [...people].flatMap((id) => {
    const page = document(id)
    return page?._type === 'person' ? [page] : []
  })
}
