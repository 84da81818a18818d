// What the dashboard shows about the whole library, from every governed document and every decision.

import {titleOf} from '../../model/standing/settled.ts'
import {authorsOf, whyUnapproved} from '../../model/standing/unapproved.ts'
import {standingOf} from '../../review/approval.ts'
import {newestSettling, type Decision} from '../../review/decision.ts'
import {dueOn, urgencyOf} from '../../review/due.ts'
import {contentOf, revisionOf, type Revision, type StoredDocument} from '../../review/revision.ts'
import {isWaiting, statusOf, type Status} from '../../review/status.ts'
import type {Submission} from '../../review/submission.ts'
import {noticeIn} from '../review/due.ts'

/** The parts of a draft or a published document that the overview needs. The text is not among them. */
export interface Summary {
  /** The published id. */
  readonly id: string
  readonly isDraft: boolean
  readonly type: string
  readonly title: string
  readonly revision: Revision
  readonly authors: readonly string[]
  readonly reviewInterval: unknown
}

/** What readers get in place of a published text that is not approved. */
export type InPlace = 'lastApproved' | 'notice' | 'nothing'

interface Listed {
  readonly id: string
  readonly type: string
  readonly title: string
}

interface Overdue extends Listed {
  /** YYYY-MM-DD */
  readonly due: string
}

/** A published text that no decision settles. */
export interface Unapproved extends Listed {
  readonly reason: string
  readonly inPlace: InPlace
  readonly revision: Revision
  /** Whether it waits for its first request: it has no draft, no decision, and no reviewer was asked. */
  readonly neverSubmitted: boolean
}

export interface Overview {
  /** How many documents there are. A document with a draft counts once. */
  readonly total: number
  readonly counts: ReadonlyMap<Status, number>
  /** The longest overdue first. */
  readonly overdue: readonly Overdue[]
  /** How many reviews are due within `notice` days, without those that are overdue. */
  readonly dueSoon: number
  readonly notice: number
  /** Published texts that no decision settles, in order of title. */
  readonly unapproved: readonly Unapproved[]
}

interface LibraryRecords {
  readonly summaries: readonly Summary[]
  readonly decisions: readonly Decision[]
  readonly submissions: readonly Submission[]
  /** The published site settings, if there are any. */
  readonly settings: StoredDocument | undefined
}

/** Takes from a document what the overview needs, so that its text does not stay in memory. */
export function summaryOf(document: StoredDocument): Summary {
  const content = contentOf(document)
  return {
    id: content._id,
    isDraft: content._id !== document._id,
    type: content._type,
    title: titleOf(content),
    revision: revisionOf(document),
    authors: authorsOf(content),
    reviewInterval: content.reviewInterval,
  }
}

/**
 * Sums up the library.
 *
 * @param today YYYY-MM-DD
 */
export async function overviewOf(library: LibraryRecords, today: string): Promise<Overview> {
  const notice = noticeIn(library.settings)
  const progresses = progressesIn(library, today)
  const urgencies = progresses.flatMap(({due}) =>
    due === undefined ? [] : [urgencyOf(due, today, notice)],
  )
  return {
    total: progresses.length,
    counts: countsOf(progresses.map(({status}) => status)),
    overdue: overdueAmong(progresses, today, notice),
    dueSoon: urgencies.filter((urgency) => urgency === 'soon').length,
    notice,
    unapproved: await unapprovedAmong(progresses),
  }
}

/** The status of one document, and what it depends on. */
interface DocumentProgress {
  readonly status: Status
  readonly published: Summary | undefined
  readonly hasDraft: boolean
  readonly decisions: readonly Decision[]
  readonly submissions: readonly Submission[]
  /** The day on which the published text is due for review (YYYY-MM-DD); undefined if there is none. */
  readonly due: string | undefined
}

function progressesIn(
  {summaries, decisions, submissions}: LibraryRecords,
  today: string,
): DocumentProgress[] {
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const submissionsOf = Map.groupBy(submissions, ({subject}) => subject)
  return [...Map.groupBy(summaries, ({id}) => id)].map(([id, variants]) => {
    const draft = variants.find(({isDraft}) => isDraft)
    const published = variants.find(({isDraft}) => !isDraft)
    const decided = decisionsOn.get(id) ?? []
    const submitted = submissionsOf.get(id) ?? []
    const due =
      published &&
      dueOn(decided, {
        published: published.revision,
        reviewInterval: published.reviewInterval,
      })
    const status = statusOf({
      draft: draft?.revision,
      published: published?.revision,
      decisions: decided,
      submissions: submitted,
      reviewDue: due,
      today,
    })
    return {
      status,
      published,
      hasDraft: draft !== undefined,
      decisions: decided,
      submissions: submitted,
      due,
    }
  })
}

function countsOf(statuses: readonly Status[]): Map<Status, number> {
  const groups = Map.groupBy(statuses, (status) => status)
  return new Map([...groups].map(([status, all]) => [status, all.length]))
}

function overdueAmong(
  progresses: readonly DocumentProgress[],
  today: string,
  notice: number,
): Overdue[] {
  return progresses
    .flatMap(({published, due}) =>
      published && due !== undefined && urgencyOf(due, today, notice) === 'overdue'
        ? [{...listed(published), due}]
        : [],
    )
    .toSorted((a, b) => compare(a.due, b.due) || compare(a.title, b.title))
}

async function unapprovedAmong(progresses: readonly DocumentProgress[]): Promise<Unapproved[]> {
  const unapproved: Unapproved[] = []
  for (const {published, hasDraft, decisions, submissions} of progresses) {
    if (!published) continue
    if ((await standingOf([published], decisions)).state !== 'unapproved') continue
    unapproved.push({
      ...listed(published),
      reason: whyUnapproved(published, decisions),
      inPlace: inPlaceOf(published, decisions),
      revision: published.revision,
      neverSubmitted:
        !hasDraft &&
        decisions.length === 0 &&
        !isWaiting(published.revision, {decisions, submissions}),
    })
  }
  return unapproved.toSorted((a, b) => a.title.localeCompare(b.title))
}

function listed({id, type, title}: Summary): Listed {
  return {id, type, title}
}

/**
 * What readers get in place of a published text that is not approved. An export decides the same, if
 * the older text is in the history and still fits the content model.
 */
function inPlaceOf({revision}: Summary, decisions: readonly Decision[]): InPlace {
  const settled = newestSettling(decisions.filter((other) => other.revision !== revision))
  if (!settled) return 'nothing'
  return settled.decision === 'approved' ? 'lastApproved' : 'notice'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
