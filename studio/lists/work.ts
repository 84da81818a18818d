// What waits for the user: requests for review, reviews that are due, and works that are due for a check.

import {map, of, switchMap, type Observable} from 'rxjs'
import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {formatDay} from '../../review/day-words.ts'
import {dayOf, today} from '../../review/days.ts'
import {isReviewedAgain} from '../../review/due.ts'
import {governedTypes} from '../../review/governed.ts'
import {withDraft} from '../../review/history.ts'
import {onceFor} from '../../review/once.ts'
import {storedDocument, type StoredDocument} from '../../review/revision.ts'
import {liveQuery, shared} from '../live-query.ts'
import {checksDue, dueByUrgency, withRevisions} from '../review/due.ts'
import {
  DUE_LISTENER,
  DUE_QUERY,
  GOVERNANCE_LISTENER,
  parseDueRecords,
  parseRequests,
  REQUESTS_QUERY,
} from '../review/records.ts'
import {waitingFor, withTexts, type WaitingRequest} from '../review/waiting.ts'
import {togetherWith} from '../review/wording.ts'
import type {Work, WorkItem} from './work-list.tsx'

/** The requests that a person has not answered, the oldest first. */
export function waitingWork(client: SanityClient, me: string): Work {
  return {
    items: liveQuery(client, {
      fetch: REQUESTS_QUERY,
      listen: GOVERNANCE_LISTENER,
      params: {me},
      perspective: 'raw',
    }).pipe(
      map((answer) => waitingFor(parseRequests(answer), me)),
      switchMap((requests) =>
        textsOf(client, requests).pipe(map((texts) => withTexts(requests, texts))),
      ),
      map((requests) => requests.map(requestItem)),
      shared(),
    ),
    view: 'review',
    empty: 'Nothing waits for you. Texts that you are asked to review come here by themselves.',
  }
}

function requestItem({
  subject,
  type = '',
  by,
  submittedAt,
  neededBy,
  note,
  together = [],
  isChanged,
}: WaitingRequest): WorkItem {
  return {
    id: subject,
    type,
    facts: [
      `Asked${by === undefined ? '' : ` by ${by}`} on ${formatDay(dayOf(submittedAt))}${neededBy === undefined ? '' : `, needed by ${formatDay(neededBy)}`}`,
      ...(isChanged ? ['Changed since. It has to be submitted again.'] : []),
      ...(together.length === 0 ? [] : [togetherWith(together.length)]),
      ...(note === undefined ? [] : [note]),
    ],
  }
}

/** The drafts and published texts of the documents of some requests. They follow the lake. */
function textsOf(
  client: SanityClient,
  requests: readonly {readonly subject: string}[],
): Observable<StoredDocument[]> {
  if (requests.length === 0) return of([])
  const ids = requests.flatMap(({subject}) => withDraft(subject))
  const query = '*[_id in $ids]'
  return liveQuery(client, {
    fetch: query,
    listen: query,
    params: {ids},
    perspective: 'raw',
    withDrafts: true,
  }).pipe(map((answer) => z.array(storedDocument).parse(answer)))
}

/** The published texts whose review is late or due soon, the most urgent first. */
export function dueWork(client: SanityClient, urgency: 'overdue' | 'soon'): Work {
  return {
    items: dueLibrary(client).pipe(
      map((library) =>
        dueByUrgency(library, urgency, today()).map(({id, type, due}) => ({
          id,
          type,
          facts: [
            urgency === 'overdue' ? `Due since ${formatDay(due)}` : `Due on ${formatDay(due)}`,
          ],
        })),
      ),
    ),
    view: 'review',
    empty:
      urgency === 'overdue'
        ? 'No review is late. Published texts come here on the day of their next review.'
        : 'No review is due soon. Published texts come here some weeks before their next review.',
  }
}

/** The cited works at which an editor has to look again, the longest due first. */
export function checkWork(client: SanityClient): Work {
  return {
    items: dueLibrary(client).pipe(
      map((library) =>
        checksDue(library, today()).map(({id, type, due}) => ({
          id,
          type,
          facts: [`Check due since ${formatDay(due)}`],
        })),
      ),
    ),
    view: 'form',
    empty:
      'No reference is due for a check. References come here some time after an editor last looked whether they still stand.',
  }
}

/** One question serves these lists. */
const dueLibrary = onceFor((client: SanityClient) =>
  liveQuery(client, {
    fetch: DUE_QUERY,
    listen: DUE_LISTENER,
    params: {governed: governedTypes.filter(isReviewedAgain)},
    perspective: 'raw',
  }).pipe(
    switchMap((answer) => withRevisions(client, parseDueRecords(answer))),
    shared(),
  ),
)
