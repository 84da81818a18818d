// Finds the documents for the lists of due and overdue reviews, and of works that are due for a check.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {settingsIn} from '../../model/policy-context.ts'
import {planOf} from '../../model/standing/plans.ts'
import {authorsOf} from '../../model/standing/unapproved.ts'
import {reviewSoon} from '../../policy/freshness/soon.ts'
import {checkDue, sourceCheck} from '../../policy/freshness/source-check.ts'
import {activeRules, limitOf} from '../../policy/settings/apply.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {urgencyOf} from '../../review/due.ts'
import {approvalFor, dueOn, type Reviewed} from '../../review/next-review.ts'
import {revisionOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import type {Case} from '../../review/trail.ts'
import {caseIn, governanceOf, type Governance} from './governance.ts'
import type {DueRecords} from './records.ts'

/** A published document, with the fields on which its next review and the next check of a work depend. */
interface Published extends Reviewed {
  readonly _id: string
  readonly status?: unknown
  readonly checkedOn?: unknown
}

interface DueLibrary {
  readonly documents: readonly Published[]
  readonly decisions: readonly Decision[]
  readonly governance: Governance
}

/** How many days before the next review counts as soon: the limit of the rule `freshness/soon`. */
export function noticeIn(settings: StoredDocument | undefined): number {
  return limitOf(reviewSoon, settingsIn(settings))
}

/** A document, and the day of its next review (YYYY-MM-DD). */
export interface DueDocument {
  readonly id: string
  readonly type: string
  readonly due: string
}

/**
 * The published documents whose review is late, or due soon.
 *
 * @param today YYYY-MM-DD
 *
 * @returns the longest overdue first
 */
export function dueByUrgency(
  library: DueLibrary,
  urgency: 'overdue' | 'soon',
  today: string,
): DueDocument[] {
  const notice = noticeIn(library.governance.settings)
  return dueAmong(library, (document, decided) => {
    const due = dueOn(document, decided)
    return due !== undefined && urgencyOf(due, today, notice) === urgency ? due : undefined
  })
}

/**
 * The published works at which an editor has to look again, by the rule `freshness/source-check`.
 *
 * @param today YYYY-MM-DD
 *
 * @returns the longest overdue first
 */
export function checksDue(library: DueLibrary, today: string): DueDocument[] {
  const settings = settingsIn(library.governance.settings)
  if (activeRules([sourceCheck], settings).length === 0) return []
  const limit = limitOf(sourceCheck, settings)
  return dueAmong(library, (document, decided) => {
    const {type, status, checkedOn} = document
    if (type !== 'citedWork') return undefined
    const approval = approvalFor(document, decided)
    const due = checkDue({status, checkedOn}, approval && dayOf(approval.decision.decidedAt), limit)
    return due !== undefined && due <= today ? due : undefined
  })
}

/** The documents for which a function gives a day, in order of that day. */
function dueAmong(
  {documents, decisions, governance}: DueLibrary,
  dayFor: (document: Published, decided: Case) => string | undefined,
): DueDocument[] {
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  return documents
    .flatMap((document) => {
      const {_id: id, type} = document
      const due = dayFor(document, caseIn(governance, type, decisionsOn.get(id) ?? []))
      return due === undefined ? [] : [{id, type, due}]
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
}

const REVISIONS_QUERY = '*[_id in $ids]'

/** Keeps each query so small that the lake answers quickly. */
const DOCUMENTS_PER_QUESTION = 100

/** Revisions by the id and `_rev` of a document. To compute one takes the whole document. */
const knownRevisions = new Map<string, string>()

/**
 * Adds to each document its published revision, if the day of its next review depends on it. It does
 * if reviewers have settled more than one revision of the document.
 *
 * @throws Error if the lake does not answer
 */
export async function withRevisions(
  client: Pick<SanityClient, 'fetch'>,
  {documents, decisions, ...records}: DueRecords,
): Promise<DueLibrary> {
  const governance = governanceOf(records)
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const unknown = documents
    .filter(({_id}) => new Set(decisionsOn.get(_id)?.map(({revision}) => revision)).size > 1)
    .filter((document) => !knownRevisions.has(keyOf(document)))
    .map(({_id}) => _id)
  for (let start = 0; start < unknown.length; start += DOCUMENTS_PER_QUESTION) {
    const ids = unknown.slice(start, start + DOCUMENTS_PER_QUESTION)
    const answer = await client.fetch<unknown>(REVISIONS_QUERY, {ids}, {perspective: 'raw'})
    for (const document of wholeDocuments.parse(answer)) {
      knownRevisions.set(keyOf(document), revisionOf(document))
    }
  }
  return {
    documents: documents.map((document) => ({
      _id: document._id,
      type: document._type,
      revision: knownRevisions.get(keyOf(document)),
      authors: authorsOf(document),
      plan: planOf(document, governance.plans),
      reviewInterval: document.reviewInterval,
      status: document.status,
      checkedOn: document.checkedOn,
    })),
    decisions,
    governance,
  }
}

const wholeDocuments = z.array(storedDocument.extend({_rev: z.string()}))

function keyOf({_id, _rev}: {readonly _id: string; readonly _rev: string}): string {
  return `${_id} ${_rev}`
}
