// The review of an open document: its status, decisions and requests. It follows the lake.

import {useObservable} from 'react-rx'
import {map, type Observable} from 'rxjs'
import {useClient, useCurrentUser, type SanityClient, type SanityDocument} from 'sanity'
import {candidateOf} from '../../model/standing/verdict.ts'
import {approvalOf, lastApprovalOn, progressOf, type Candidate} from '../../review/approval.ts'
import {today} from '../../review/days.ts'
import {newest, type Decision} from '../../review/decision.ts'
import {isAdministrative} from '../../review/governed.ts'
import {currentIn, nextReviewDay} from '../../review/next-review.ts'
import {onceFor} from '../../review/once.ts'
import {personOf} from '../../review/person.ts'
import type {RequirementProgress, SignOff} from '../../review/plan.ts'
import type {Revision} from '../../review/revision.ts'
import {hasRole} from '../../review/roles.ts'
import {statusOf, type Status} from '../../review/status.ts'
import {countingIn, type Case} from '../../review/trail.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {liveQuery, shared} from '../live-query.ts'
import {caseIn, governanceOf, type Governance} from './governance.ts'
import {
  GOVERNANCE_LISTENER,
  GOVERNANCE_QUERY,
  noRecords,
  parseGovernance,
  parseRecords,
  RECORDS_LISTENER,
  RECORDS_QUERY,
  type ReviewRecords,
} from './records.ts'

export interface OpenDocument {
  /** The published id. */
  readonly id: string
  readonly type: string
  readonly draft: SanityDocument | null
  readonly published: SanityDocument | null
}

/** An earlier text, by a word on it. */
export interface Base {
  readonly word: Decision
  /** Whether it met the plan with that word. */
  readonly isApproved: boolean
}

/** The text of the draft, or else the published text, and how far it is signed off. */
export interface OpenText extends Candidate {
  readonly state: SignOff['state']
  /** What its plan asks for, with the words that are still good. */
  readonly requirements: readonly RequirementProgress[]
  /** The text to compare with: the last one that met the plan, or else the last one with a word. */
  readonly base: Base | undefined
}

export interface Review extends ReviewRecords {
  readonly status: Status
  /** Undefined for a document without a text, and until the lake has answered. */
  readonly text: OpenText | undefined
  readonly revision: Revision | undefined
  readonly decided: Case
  /** ISO 8601 date; undefined if nothing is approved. */
  readonly nextReview: string | undefined
  readonly governance: Governance
  /** The id of the signed-in user's `person` document. */
  readonly me: string
  /** Whether the account of the user may file decisions on this type. */
  readonly mayDecide: boolean
  /**
   * Whether the user may publish the text before its approval: an administrator, where no approved text of a
   * person or of the settings is published. The first two administrators could not approve each other otherwise.
   */
  readonly mayPublishFirst: boolean
  /** False until the lake has answered. */
  readonly loaded: boolean
}

const noGovernance = governanceOf({people: [], settings: undefined, rulings: []})

export function useReview({id, type, draft, published}: OpenDocument): Review {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const records = useObservable(recordsOf(client, id), undefined)
  const known = useObservable(governanceIn(client), undefined)
  const {decisions, submissions} = records ?? noRecords
  const governance = known ?? noGovernance
  const decided = caseIn(governance, type, decisions)
  const [draftText, publishedText] = [draft, published].map((document) =>
    document ? candidateOf(document, governance.plans) : undefined,
  )
  const texts = {type, draft: draftText, published: publishedText}
  const text = draftText ?? publishedText
  const loaded = records !== undefined && known !== undefined
  const mayDecide = hasRole(user, deciderOf(type))
  return {
    decisions,
    submissions,
    decided,
    governance,
    revision: text?.revision,
    text: loaded && text ? openText(text, {type, decided}) : undefined,
    nextReview: nextReviewDay(texts, decided),
    status: statusOf({...texts, decided, submissions, today: today()}),
    me: personOf(user?.id ?? ''),
    mayDecide,
    mayPublishFirst:
      mayDecide && isAdministrative(type) && !(publishedText && approvalOf(publishedText, decided)),
    loaded,
  }
}

/** The decisions and requests about a document; none until the lake has answered. */
export function useRecords(id: string): ReviewRecords {
  const client = useClient({apiVersion: API_VERSION})
  return useObservable(recordsOf(client, id), undefined) ?? noRecords
}

/** The account role of the users who decide on a type. */
function deciderOf(type: string): 'administrator' | 'reviewer' {
  return isAdministrative(type) ? 'administrator' : 'reviewer'
}

/** How far a text is signed off. */
export function openText(
  text: Candidate,
  {type, decided}: {readonly type: string; readonly decided: Case},
): OpenText {
  const signOff = progressOf(text, decided)
  const {reviewInterval} = text
  return {
    ...text,
    state: signOff.state,
    requirements: currentIn(signOff, {type, reviewInterval}, today()),
    base: baseOf(text, decided),
  }
}

function baseOf(text: Candidate, decided: Case): Base | undefined {
  const approval = lastApprovalOn(text, decided)
  if (approval) return {word: approval, isApproved: true}
  const word = newest(
    countingIn(decided.under(text.plan)).filter(
      ({decision, revision}) => decision === 'approved' && revision !== text.revision,
    ),
  )
  return word && {word, isApproved: false}
}

const streamsIn = onceFor((_client: SanityClient) => new Map<string, Observable<ReviewRecords>>())

// One listener per document serves all its actions, badges and panes.
function recordsOf(client: SanityClient, id: string): Observable<ReviewRecords> {
  const streams = streamsIn(client)
  const stream =
    streams.get(id) ??
    liveQuery(client, {fetch: RECORDS_QUERY, listen: RECORDS_LISTENER, params: {id}}).pipe(
      map(parseRecords),
      shared(),
    )
  streams.set(id, stream)
  return stream
}

// One listener serves all documents.
const governanceIn = onceFor((client: SanityClient): Observable<Governance> =>
  liveQuery(client, {
    fetch: GOVERNANCE_QUERY,
    listen: GOVERNANCE_LISTENER,
    perspective: 'raw',
  }).pipe(
    map((answer) => governanceOf(parseGovernance(answer))),
    shared(),
  ),
)
