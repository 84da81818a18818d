// The status of the documents in lists. One query asks for many documents at once.

import DataLoader from 'dataloader'
import {concatMap, debounceTime, filter, map, share, startWith, type Observable} from 'rxjs'
import {getDraftId, type SanityClient} from 'sanity'
import {z} from 'zod'
import {candidateOf} from '../../model/standing/verdict.ts'
import {today} from '../../review/days.ts'
import {onceFor} from '../../review/once.ts'
import {statusOf, type Status} from '../../review/status.ts'
import {changesOf} from '../live-query.ts'
import {caseIn, governanceOf} from './governance.ts'
import {load, type Loadable} from './loadable.ts'
import {ALL_RECORDS_LISTENER, MANY_RECORDS_QUERY, parseManyRecords} from './records.ts'

/** Long enough to collect the rows of a list for one query. */
const GATHER_MS = 30
/** How many documents one query asks for. */
const MOST = 50

interface Statuses {
  readonly loader: DataLoader<string, Status>
  /** The id of each document that gets a decision or a request; undefined after a break, for any document. */
  readonly changes: Observable<string | undefined>
}

/** The status of a document by its published id, and again after each decision or request. It never fails. */
export function statusesOf(client: SanityClient, id: string): Observable<Loadable<Status>> {
  const {loader, changes} = sharedBy(client)
  return changes.pipe(
    filter((subject) => subject === undefined || subject === id),
    debounceTime(GATHER_MS),
    startWith(id),
    concatMap(() => load(() => loader.load(id))),
  )
}

const sharedBy = onceFor((client: SanityClient): Statuses => ({
  loader: new DataLoader((ids: readonly string[]) => ask(client, ids), {
    // A status may change at any moment.
    cache: false,
    maxBatchSize: MOST,
    batchScheduleFn: (gathered) => setTimeout(gathered, GATHER_MS),
  }),
  changes: changesOf(client, ALL_RECORDS_LISTENER).pipe(map(subjectOf), share()),
}))

const record = z.object({subject: z.object({_ref: z.string()})})

function subjectOf(result: unknown): string | undefined {
  return record.safeParse(result).data?.subject._ref
}

async function ask(client: SanityClient, ids: readonly string[]): Promise<Status[]> {
  const drafts = ids.map((id) => getDraftId(id))
  const answer: unknown = await client.fetch(
    MANY_RECORDS_QUERY,
    {ids, drafts},
    {perspective: 'raw'},
  )
  const {documents, decisions, submissions, ...records} = parseManyRecords(answer)
  const governance = governanceOf(records)
  const byId = new Map(documents.map((document) => [document._id, document]))
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const submissionsOf = Map.groupBy(submissions, ({subject}) => subject)
  const day = today()
  return ids.map((id) => {
    const [draft, published] = [getDraftId(id), id].map((one) => byId.get(one))
    const type = (draft ?? published)?._type ?? ''
    return statusOf({
      type,
      draft: draft && candidateOf(draft, governance.plans),
      published: published && candidateOf(published, governance.plans),
      decided: caseIn(governance, type, decisionsOn.get(id) ?? []),
      submissions: submissionsOf.get(id) ?? [],
      today: day,
    })
  })
}
