// Reads a document's history from Sanity's history API: who changed it when, and its state after each
// change. https://www.sanity.io/docs/history-api

import type {SanityClient} from '@sanity/client'
import {z} from 'zod'
import type {LoggedChange} from './authorship.ts'
import {revisionOf, storedDocument, type StoredDocument} from './revision.ts'

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

export type LogEntry = z.output<typeof logEntry>

interface LogQuery {
  /** Only the transactions of these users. */
  readonly authors?: readonly string[]
  readonly newestFirst?: boolean
}

const LOG_PAGE = 100

/** The log entries of some documents. */
export async function* logOf(
  ask: AskHistory,
  ids: readonly string[],
  {authors, newestFirst = false}: LogQuery = {},
): AsyncGenerator<LogEntry> {
  // The log comes in pages, each of which begins with the last entry of the one before.
  const bound = newestFirst ? 'toTransaction' : 'fromTransaction'
  let last: string | undefined
  for (;;) {
    const answer = await ask(`transactions/${ids.join(',')}`, {
      excludeContent: 'true',
      limit: String(LOG_PAGE),
      ...(newestFirst ? {reverse: 'true'} : {}),
      ...(authors ? {authors: authors.join(',')} : {}),
      ...(last === undefined ? {} : {[bound]: last}),
    })
    const page = linesOf(answer)
    const before = last
    yield* page.filter(({id}) => id !== before)
    if (page.length < LOG_PAGE) return
    last = page.at(-1)?.id
  }
}

// Sanity's client makes `undefined` of an empty answer.
function linesOf(answer: unknown): LogEntry[] {
  return z
    .string()
    .default('')
    .parse(answer)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => logEntry.parse(JSON.parse(line)))
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

/** The ids under which a document may be stored. */
export function withDraft(id: string): string[] {
  return [id, `drafts.${id}`]
}

/**
 * All changes to a document and its draft, oldest first.
 *
 * @param id The published id.
 * @param until Leaves out later changes (ISO 8601).
 */
export async function changesOf(
  ask: AskHistory,
  id: string,
  until: string,
): Promise<LoggedChange[]> {
  const changes: LoggedChange[] = []
  const ids = withDraft(id)
  for await (const {id: transaction, author, timestamp, documentIDs} of logOf(ask, ids)) {
    if (Date.parse(timestamp) > Date.parse(until)) continue
    for (const variant of ids.filter((known) => documentIDs.includes(known))) {
      const state = await stateAt(ask, variant, transaction)
      changes.push({author, at: timestamp, revision: state && revisionOf(state)})
    }
  }
  return changes
}
