// What the dashboard shows about the whole library, from every governed document and every decision.

import type {Plans} from '../../model/standing/plans.ts'
import {progressText} from '../../model/standing/progress.ts'
import {titleOf} from '../../model/standing/settled.ts'
import {candidateOf} from '../../model/standing/verdict.ts'
import {approvalOf, progressOf, type Candidate} from '../../review/approval.ts'
import {decisionOn, isRetracted, type Decision} from '../../review/decision.ts'
import {urgencyOf} from '../../review/due.ts'
import {currentIn, dueOn} from '../../review/next-review.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {isWaiting, statusOf, type Status} from '../../review/status.ts'
import type {Submission} from '../../review/submission.ts'
import {countingIn, type Case} from '../../review/trail.ts'
import type {SubmittedText} from '../actions/submission-form.tsx'
import {noticeIn} from '../review/due.ts'
import {caseIn, type Governance} from '../review/governance.ts'

/** The parts of a draft or a published document that the overview needs. The text is not among them. */
export interface Summary extends Candidate {
  /** The published id. */
  readonly id: string
  readonly isDraft: boolean
  readonly type: string
  readonly title: string
}

/** A document in a list. */
export interface Listed {
  readonly id: string
  readonly type: string
  readonly title: string
}

interface Overdue extends Listed {
  /** YYYY-MM-DD */
  readonly due: string
}

/** A published text that no decision settles. */
export interface Unapproved extends Listed, SubmittedText {
  /** Whether a request is missing: it has no draft, was not sent back, and waits for no reviewer. */
  readonly isUnasked: boolean
}

/** An urgent correction whose other words are missing. */
interface Urgent extends Listed {
  /** What is met and what is open. */
  readonly progress: string
}

export interface Overview {
  /** How many documents there are. A document with a draft counts once. */
  readonly total: number
  /** The documents of each status that any has, in order of title. */
  readonly byStatus: ReadonlyMap<Status, readonly Listed[]>
  /** The longest overdue first. */
  readonly overdue: readonly Overdue[]
  /** How many reviews are due within `notice` days, without those that are overdue. */
  readonly dueSoon: number
  readonly notice: number
  /** In order of title. */
  readonly urgent: readonly Urgent[]
  /** Published texts that no decision settles, in order of title. */
  readonly unapproved: readonly Unapproved[]
}

interface LibraryRecords {
  readonly summaries: readonly Summary[]
  readonly decisions: readonly Decision[]
  readonly submissions: readonly Submission[]
  readonly governance: Governance
}

/** Takes from a document what the overview needs, so that its text does not stay in memory. */
export function summaryOf(document: StoredDocument, plans: Plans): Summary {
  const content = contentOf(document)
  return {
    ...candidateOf(document, plans),
    id: content._id,
    isDraft: content._id !== document._id,
    type: content._type,
    title: titleOf(content),
  }
}

/**
 * Sums up the library.
 *
 * @param today YYYY-MM-DD
 */
export function overviewOf(library: LibraryRecords, today: string): Overview {
  const notice = noticeIn(library.governance.settings)
  const progresses = progressesIn(library, today)
  const urgencies = progresses.flatMap(({due}) =>
    due === undefined ? [] : [urgencyOf(due, today, notice)],
  )
  return {
    total: progresses.length,
    byStatus: byStatusAmong(progresses),
    overdue: overdueAmong(progresses, today, notice),
    dueSoon: urgencies.filter((urgency) => urgency === 'soon').length,
    notice,
    urgent: urgentAmong(progresses),
    unapproved: unapprovedAmong(progresses, today),
  }
}

/** The status of one document, and what it depends on. */
interface DocumentProgress {
  readonly status: Status
  readonly draft: Summary | undefined
  readonly published: Summary | undefined
  readonly decided: Case
  readonly submissions: readonly Submission[]
  /** The day on which the published text is due for review (YYYY-MM-DD); undefined if there is none. */
  readonly due: string | undefined
}

function progressesIn(
  {summaries, decisions, submissions, governance}: LibraryRecords,
  today: string,
): DocumentProgress[] {
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const submissionsOf = Map.groupBy(submissions, ({subject}) => subject)
  return [...Map.groupBy(summaries, ({id}) => id)].map(([id, variants]) => {
    const draft = variants.find(({isDraft}) => isDraft)
    const published = variants.find(({isDraft}) => !isDraft)
    const type = (draft ?? published)?.type ?? ''
    const decided = caseIn(governance, type, decisionsOn.get(id) ?? [])
    const facts = {draft, published, decided, submissions: submissionsOf.get(id) ?? []}
    return {
      ...facts,
      status: statusOf({...facts, type, today}),
      due: published && dueOn(published, decided),
    }
  })
}

function byStatusAmong(progresses: readonly DocumentProgress[]): Map<Status, Listed[]> {
  const groups = Map.groupBy(progresses, ({status}) => status)
  return new Map(
    [...groups].map(([status, group]) => [
      status,
      group
        .flatMap(({draft, published}) => {
          const text = draft ?? published
          return text ? [listed(text)] : []
        })
        .toSorted((a, b) => a.title.localeCompare(b.title)),
    ]),
  )
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

function urgentAmong(progresses: readonly DocumentProgress[]): Urgent[] {
  return progresses
    .flatMap(({draft, published, decided}) =>
      [published, draft]
        .flatMap((text) => {
          if (!text) return []
          const {state, requirements} = progressOf(text, decided)
          return state === 'urgent' ? [{...listed(text), progress: progressText(requirements)}] : []
        })
        // A document is listed once, by the text that readers get.
        .slice(0, 1),
    )
    .toSorted((a, b) => a.title.localeCompare(b.title))
}

function unapprovedAmong(progresses: readonly DocumentProgress[], today: string): Unapproved[] {
  const unapproved: Unapproved[] = []
  for (const {draft, published, decided, submissions} of progresses) {
    if (!published) continue
    if (isSettled(published, decided)) continue
    const signOff = progressOf(published, decided)
    unapproved.push({
      ...listed(published),
      revision: published.revision,
      authors: published.authors,
      requirements: currentIn(signOff, published, today),
      isUnasked:
        !draft &&
        decisionOn(countingIn(decided.under(published.plan)), published.revision)?.decision !==
          'changesRequested' &&
        !isWaiting(published, {decided, submissions}),
    })
  }
  return unapproved.toSorted((a, b) => a.title.localeCompare(b.title))
}

function listed({id, type, title}: Summary): Listed {
  return {id, type, title}
}

/** Whether a published text is approved or retracted, so that no words are missing. */
function isSettled(published: Summary, decided: Case): boolean {
  const counting = countingIn(decided.under(published.plan))
  return approvalOf(published, decided) !== undefined || isRetracted(counting, published.revision)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
