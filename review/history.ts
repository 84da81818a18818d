// Reads a document's history from Sanity's history API: who changed it when, and its state after each
// change. https://www.sanity.io/docs/history-api

import type {SanityClient} from '@sanity/client'
import {getPublishedId} from '@sanity/client/csm'
import {z} from 'zod'
import {revisionOf, storedDocument, type StoredDocument} from './revision.ts'
import type {TrailEntry} from './trail.ts'

/** Asks for a path below `/data/history/<dataset>/`, and rejects if it is refused. */
export type AskHistory = (path: string, query: Record<string, string>) => Promise<unknown>

/** The parts of Sanity's client that ask for a history. */
export interface HistoryClient extends Pick<SanityClient, 'request'> {
  readonly config: () => {readonly dataset?: string}
}

/**
 * The history of the dataset that a client works on.
 *
 * @param signal aborts requests that nothing waits for any more
 */
export function historyOf(client: HistoryClient, signal?: AbortSignal): AskHistory {
  return (path, query) => {
    const url = `/data/history/${client.config().dataset}/${path}`
    return client.request<unknown>({url, query, ...(signal && {signal})})
  }
}

/** A line of the log: which documents one transaction touched, when, and who sent it. */
const logEntry = z.object({
  id: z.string(),
  author: z.string(),
  timestamp: z.string(),
  documentIDs: z.array(z.string()),
})

type LogEntry = z.output<typeof logEntry>

const LOG_PAGE = 100

/** The log entries of some documents. */
async function* logOf(
  ask: AskHistory,
  ids: readonly string[],
  {newestFirst = false} = {},
): AsyncGenerator<LogEntry> {
  // The log comes in pages, each of which begins with the last entry of the one before.
  const bound = newestFirst ? 'toTransaction' : 'fromTransaction'
  let last: string | undefined
  for (;;) {
    const answer = await ask(`transactions/${ids.join(',')}`, {
      excludeContent: 'true',
      limit: String(LOG_PAGE),
      ...(newestFirst ? {reverse: 'true'} : {}),
      ...(last === undefined ? {} : {[bound]: last}),
    })
    const page = linesOf(answer, logEntry)
    const before = last
    yield* page.filter(({id}) => id !== before)
    if (page.length < LOG_PAGE) return
    last = page.at(-1)?.id
  }
}

// Sanity's client makes `undefined` of an empty answer.
function linesOf<Line>(answer: unknown, line: z.ZodType<Line>): Line[] {
  return z
    .string()
    .default('')
    .parse(answer)
    .split('\n')
    .filter((json) => json !== '')
    .map((json) => line.parse(JSON.parse(json)))
}

const documentsThen = z.object({
  documents: z.array(storedDocument),
})

/** A document as a transaction left it; undefined if it did not exist then. */
async function stateAt(
  ask: AskHistory,
  id: string,
  transaction: string,
): Promise<StoredDocument | undefined> {
  const answer = await ask(`documents/${id}`, {revision: transaction})
  return documentsThen.parse(answer).documents[0]
}

/** The past states of a document, newest first. */
export async function* pastStates(ask: AskHistory, id: string): AsyncGenerator<StoredDocument> {
  for await (const entry of logOf(ask, [id], {newestFirst: true})) {
    const document = await stateAt(ask, id, entry.id)
    if (document) yield document
  }
}

/** The ids under which a document is usually stored. */
export function withDraft(id: string): string[] {
  return [id, `drafts.${id}`]
}

/** A line of an audit trail: what one transaction made of one document. */
const trailLine = z.object({
  place: z.number(),
  author: z.string(),
  timestamp: z.string(),
  document: z.string(),
  digest: z.string().optional(),
})

/** How many documents to ask about at once: their ids must fit in an address. */
const TRAIL_BATCH = 40

/**
 * All log entries on some documents, under all their ids, oldest first.
 *
 * An embedded lake answers with the digests that it keeps, also to a caller who may not read drafts.
 * Hosted Sanity has no such answer. There the texts are read one by one to compute the digests.
 *
 * @param ids Published ids.
 */
export async function trailOf(ask: AskHistory, ids: readonly string[]): Promise<TrailEntry[]> {
  const trail: TrailEntry[] = []
  for (let start = 0; start < ids.length; start += TRAIL_BATCH) {
    const batch = ids.slice(start, start + TRAIL_BATCH)
    trail.push(...((await keptTrail(ask, batch)) ?? (await replayedTrail(ask, batch))))
  }
  return trail.sort((a, b) => a.place - b.place)
}

/** The trail that an embedded lake keeps; undefined where the source keeps none. */
async function keptTrail(
  ask: AskHistory,
  ids: readonly string[],
): Promise<TrailEntry[] | undefined> {
  try {
    return linesOf(await ask(`trail/${ids.join(',')}`, {}), trailLine).map(
      ({document: id, timestamp: at, digest: revision, ...rest}) => ({...rest, id, at, revision}),
    )
  } catch (error) {
    if (isUnknownPath(error)) return undefined
    throw error
  }
}

function isUnknownPath(error: unknown): boolean {
  const status = z.object({statusCode: z.number()})
  const {data} = status.or(z.object({cause: status}).transform(({cause}) => cause)).safeParse(error)
  return data?.statusCode === 404
}

/**
 * The trail as Sanity's history shows it, state by state. A place is the time of a transaction by
 * Sanity's clock, in milliseconds.
 */
async function replayedTrail(ask: AskHistory, ids: readonly string[]): Promise<TrailEntry[]> {
  const known = new Set(ids.flatMap(withDraft))
  const entries = await entriesOn(ask, ids, known)
  const trail: TrailEntry[] = []
  for (const {id: transaction, author, timestamp: at, documentIDs} of entries) {
    for (const id of documentIDs.filter((one) => known.has(one))) {
      const state = await stateAt(ask, id, transaction)
      const revision = state && revisionOf(state)
      trail.push({place: Date.parse(at), author, at, id, revision})
    }
  }
  return trail
}

/**
 * The log of some documents. The transaction that publishes a version of a release names that
 * version, so its log is read as well.
 *
 * @param known The ids to begin with. Ids that are found are added.
 */
async function entriesOn(
  ask: AskHistory,
  ids: readonly string[],
  known: Set<string>,
): Promise<LogEntry[]> {
  for (;;) {
    const entries: LogEntry[] = []
    for await (const entry of logOf(ask, [...known])) entries.push(entry)
    const before = known.size
    for (const id of entries.flatMap(({documentIDs}) => documentIDs)) {
      if (ids.includes(getPublishedId(id))) known.add(id)
    }
    if (known.size === before) return entries
  }
}
