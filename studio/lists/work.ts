// What waits for the user: requests for review, reviews that are due, and works that are due for a check.

import {map, switchMap} from 'rxjs'
import type {SanityClient} from 'sanity'
import {formatDay} from '../../review/day-words.ts'
import {dayOf, today} from '../../review/days.ts'
import {isReviewedAgain} from '../../review/due.ts'
import {governedTypes} from '../../review/governed.ts'
import {onceFor} from '../../review/once-for.ts'
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
import {waitingFor} from '../review/waiting.ts'
import {togetherWith} from '../review/wording.ts'
import type {Work} from './work-list.tsx'

/** The requests that a person has not answered, the oldest first. */
export function waitingWork(client: SanityClient, me: string): Work {
  return {
    items: liveQuery(client, {
      fetch: REQUESTS_QUERY,
      listen: GOVERNANCE_LISTENER,
      params: {me},
      perspective: 'raw',
    }).pipe(
      map((answer) =>
        waitingFor(parseRequests(answer), me).map(
          ({subject, type = '', by, submittedAt, neededBy, note, together = []}) => ({
            id: subject,
            type,
            facts: [
              `Asked${by === undefined ? '' : ` by ${by}`} on ${formatDay(dayOf(submittedAt))}${neededBy === undefined ? '' : `, needed by ${formatDay(neededBy)}`}`,
              ...(together.length === 0 ? [] : [togetherWith(together.length)]),
              ...(note === undefined ? [] : [note]),
            ],
          }),
        ),
      ),
      shared(),
    ),
    view: 'review',
    empty: 'Nothing waits for you. Texts that you are asked to review come here by themselves.',
  }
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
