// What the dashboard says of the library as a whole, from every governed document and every decision.

import {titleOf} from '../../model/standing/settled.ts'
import {authorsOf, whyUnapproved} from '../../model/standing/unapproved.ts'
import {standingOf} from '../../review/approval.ts'
import type {Decision} from '../../review/decision.ts'
import {dueOn, urgencyOf} from '../../review/due.ts'
import {contentOf, revisionOf, type Revision, type StoredDocument} from '../../review/revision.ts'
import {statusOf, type Status} from '../../review/status.ts'
import type {Submission} from '../../review/submission.ts'
import {noticeIn} from '../review/due.ts'

/** As much of a draft or of a published document as the overview needs: not its words. */
export interface Digest {
  /** The published id. */
  readonly id: string
  readonly isDraft: boolean
  readonly type: string
  readonly title: string
  readonly revision: Revision
  readonly authors: readonly string[]
  readonly reviewInterval: unknown
}

/** What readers have in place of a text that is withheld. */
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

interface WouldWithhold extends Listed {
  readonly reason: string
  readonly inPlace: InPlace
}

export interface Overview {
  /** How many documents there are; one with a draft counts once. */
  readonly total: number
  readonly counts: ReadonlyMap<Status, number>
  /** The longest overdue first. */
  readonly overdue: readonly Overdue[]
  /** How many reviews fall due soon, and within how many days that is. */
  readonly dueSoon: number
  readonly notice: number
  /** In order of title. */
  readonly withheld: readonly WouldWithhold[]
}

interface Library {
  readonly digests: readonly Digest[]
  readonly decisions: readonly Decision[]
  readonly submissions: readonly Submission[]
  /** The published site settings, if there are any. */
  readonly settings: StoredDocument | undefined
}

/** Takes from a document what the overview needs, so that its words need not be kept. */
export function digestOf(document: StoredDocument): Digest {
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

/** @param today YYYY-MM-DD */
export async function overviewOf(library: Library, today: string): Promise<Overview> {
  const decisionsOn = Map.groupBy(library.decisions, ({subject}) => subject)
  const submissionsOf = Map.groupBy(library.submissions, ({subject}) => subject)
  const counts = new Map<Status, number>()
  const overdue: Overdue[] = []
  const withheld: WouldWithhold[] = []
  const notice = noticeIn(library.settings)
  let dueSoon = 0

  const documents = Map.groupBy(library.digests, ({id}) => id)
  for (const [id, variants] of documents) {
    const draft = variants.find(({isDraft}) => isDraft)
    const published = variants.find(({isDraft}) => !isDraft)
    const decisions = decisionsOn.get(id) ?? []
    const due = published && dueOn(decisions, published.reviewInterval)
    const status = statusOf({
      draft: draft?.revision,
      published: published?.revision,
      decisions,
      submissions: submissionsOf.get(id) ?? [],
      reviewDue: due,
      today,
    })
    counts.set(status, (counts.get(status) ?? 0) + 1)
    if (!published) continue
    const {type, title} = published
    const urgency = due === undefined ? 'later' : urgencyOf(due, today, notice)
    if (due !== undefined && urgency === 'overdue') overdue.push({id, type, title, due})
    if (urgency === 'soon') dueSoon += 1
    if ((await standingOf([published], decisions)).state === 'unapproved') {
      const reason = whyUnapproved(published, decisions)
      withheld.push({id, type, title, reason, inPlace: inPlaceOf(published, decisions)})
    }
  }
  return {
    total: documents.size,
    counts,
    overdue: overdue.toSorted((a, b) => compare(a.due, b.due) || compare(a.title, b.title)),
    dueSoon,
    notice,
    withheld: withheld.toSorted((a, b) => a.title.localeCompare(b.title)),
  }
}

// The same as an export does, as long as the older text is in the history and still fits the model.
function inPlaceOf({revision}: Digest, decisions: readonly Decision[]): InPlace {
  const settled = decisions
    .filter((other) => other.revision !== revision && other.decision !== 'changesRequested')
    .toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt))
    .at(-1)
  if (!settled) return 'nothing'
  return settled.decision === 'approved' ? 'lastApproved' : 'notice'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
