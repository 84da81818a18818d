// The review of an open document: its status, decisions and requests. It follows the lake.

import {useObservable} from 'react-rx'
import {map, ReplaySubject, share, timer, type Observable} from 'rxjs'
import {useCurrentUser, useDocumentStore, type DocumentStore, type SanityDocument} from 'sanity'
import {today} from '../../review/days.ts'
import {newestApproval, type Decision} from '../../review/decision.ts'
import {dueOn} from '../../review/due.ts'
import {onceFor} from '../../review/once-for.ts'
import {personOf} from '../../review/person.ts'
import {revisionOf, type Revision} from '../../review/revision.ts'
import {statusOf, type Status} from '../../review/status.ts'
import {
  noRecords,
  parseRecords,
  RECORDS_LISTENER,
  RECORDS_QUERY,
  type ReviewRecords,
} from './records.ts'

interface OpenDocument {
  /** The published id. */
  readonly id: string
  readonly draft: SanityDocument | null
  readonly published: SanityDocument | null
}

export interface Review extends ReviewRecords {
  readonly status: Status
  /** The revision of the draft, or else of the published text. */
  readonly revision: Revision | undefined
  /** The newest approval of any revision. */
  readonly lastApproval: Decision | undefined
  /** ISO 8601 date; undefined if nothing is approved. */
  readonly nextReview: string | undefined
  /** The id of the signed-in user's `person` document. */
  readonly me: string
  readonly isReviewer: boolean
  /** False until the lake has answered. */
  readonly loaded: boolean
}

export function useReview({id, draft, published}: OpenDocument): Review {
  const store = useDocumentStore()
  const user = useCurrentUser()
  const records = useObservable(recordsOf(store, id), undefined)
  const revisions = {
    draft: draft ? revisionOf(draft) : undefined,
    published: published ? revisionOf(published) : undefined,
  }
  const {decisions, submissions} = records ?? noRecords
  const revision = revisions.draft ?? revisions.published
  const lastApproval = newestApproval(decisions)
  const nextReview = dueOn(decisions, {
    published: revisions.published,
    reviewInterval: (published ?? draft)?.reviewInterval,
  })
  return {
    decisions,
    submissions,
    revision,
    lastApproval,
    nextReview,
    status: statusOf({
      ...revisions,
      decisions,
      submissions,
      reviewDue: nextReview,
      today: today(),
    }),
    me: personOf(user?.id ?? ''),
    isReviewer: user?.roles.some(({name}) => name === 'reviewer') ?? false,
    loaded: records !== undefined,
  }
}

const streamsIn = onceFor((_store: DocumentStore) => new Map<string, Observable<ReviewRecords>>())

// One listener per document serves all its actions, badges and panes.
function recordsOf(store: DocumentStore, id: string): Observable<ReviewRecords> {
  const streams = streamsIn(store)
  const stream =
    streams.get(id) ??
    store.listenQuery({fetch: RECORDS_QUERY, listen: RECORDS_LISTENER}, {id}, {}).pipe(
      map((answer: unknown) => parseRecords(answer)),
      share({
        connector: () => new ReplaySubject(1),
        resetOnRefCountZero: () => timer(LINGER_MS),
      }),
    )
  streams.set(id, stream)
  return stream
}

/** How long a listener stays after its last pane closes, because another may open soon. */
const LINGER_MS = 2000
