// Tells listeners about changes. Events are read from the log of transactions, each listener at its
// own pace, so that a live listener and one that comes back after a while are the same thing.
// https://www.sanity.io/docs/http-reference/listen

import {z} from 'zod'
import {httpError, LakeError} from '../errors.ts'
import type {QueryContext} from '../query/context.ts'
import {perspectiveOf, type Perspective} from '../query/perspective.ts'
import type {Query} from '../query/query.ts'
import {Visibility} from '../query/visibility.ts'
import type {Store} from '../store/store.ts'
import {documentFilter} from './filter.ts'
import {eventId, mutationEvents, parseEventId} from './mutation-event.ts'
import {KEEP_ALIVE, type EventSource, type ServerEvent} from './server-event.ts'

const KEEP_ALIVE_MS = 15_000

const flag = z.stringbool().default(false)

/** Options of a request to listen, as `@sanity/client` names them. */
export const listenParams = z.object({
  query: z.string(),
  includeResult: flag,
  includePreviousRevision: flag,
  includeMutations: z.stringbool().default(true),
  includeAllVersions: flag,
  // Here both are the same: what is committed is visible to queries at once.
  visibility: z.enum(['transaction', 'query']).default('transaction'),
  effectFormat: z.literal('mendoza').optional(),
  enableResume: flag,
  lastEventId: z.string().min(1).optional(),
  perspective: z.string().optional(),
})

export type ListenOptions = z.infer<typeof listenParams>

export interface Listener {
  readonly store: Store
  readonly query: Query
  readonly context: QueryContext
  readonly options: ListenOptions
  /** The last event that the client saw, if it has been here before. */
  readonly lastEventId: string | undefined
  /** Aborted when the lake closes. */
  readonly closing: AbortSignal
}

/**
 * Which documents a listener hears of. From version 2025-02-19 of the API on, published ones only,
 * unless `includeAllVersions` says otherwise.
 *
 * @throws LakeError 400 for any other perspective than raw and published
 */
export function listenerPerspective(options: ListenOptions, apiVersion: string): Perspective {
  if (options.perspective === undefined && options.includeAllVersions) return 'raw'
  const perspective = perspectiveOf(options.perspective, apiVersion)
  if (perspective !== 'raw' && perspective !== 'published') {
    throw httpError(400, 'A listener takes the perspectives raw and published')
  }
  return perspective
}

/**
 * The events of a listener: `welcome` (or `welcomeback` to one that resumes where it left off, or
 * `reset` to one that cannot), then `mutation` for each change of a document that it asked for.
 * Ends with `disconnect` when the lake closes, and with `channelError` for a query that cannot be
 * listened to: the client turns that into an error with a message, which it does not do for a
 * response with an error's status.
 */
export function listenerEvents(listener: Listener): EventSource {
  return async function* events(ended): AsyncGenerator<ServerEvent | typeof KEEP_ALIVE, void> {
    try {
      yield* changes(listener, ended)
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      yield {event: 'channelError', data: error.body}
      return
    }
    if (listener.closing.aborted) {
      yield {event: 'disconnect', data: {reason: 'The lake was closed'}}
    }
  }
}

async function* changes(
  {store, query, context, options, lastEventId, closing}: Listener,
  ended: AbortSignal,
): AsyncGenerator<ServerEvent | typeof KEEP_ALIVE, void> {
  const stopped = AbortSignal.any([closing, ended])
  if (stopped.aborted) return
  const matches = documentFilter(query, context)
  const visibility = new Visibility(store, 'read', context)
  const {greeting, after, id} = startingPoint(store, options.enableResume ? lastEventId : undefined)
  yield {event: greeting, id, data: greeting === 'reset' ? {} : {listenerName: crypto.randomUUID()}}
  let {seq, documentId: skipUntil} = after
  while (!stopped.aborted) {
    const transaction = store.transactionAfter(seq)
    if (!transaction) {
      if (!(await nextCommit(store, stopped)) && !stopped.aborted) yield KEEP_ALIVE
      continue
    }
    for (const event of mutationEvents(store, transaction, matches, options, visibility)) {
      if (skipUntil === undefined) yield {event: 'mutation', id: event.eventId, data: event}
      else if (event.documentId === skipUntil) skipUntil = undefined
      // What was awaited meanwhile is the client: the lake may be closed.
      if (stopped.aborted) return
    }
    skipUntil = undefined
    seq = transaction.seq
  }
}

interface StartingPoint {
  readonly greeting: 'welcome' | 'welcomeback' | 'reset'
  /** The number of the last transaction that needs no telling, and in the next one a document. */
  readonly after: {readonly seq: number; readonly documentId?: string | undefined}
  /** The id of the greeting, so that one who heard nothing else can resume too. */
  readonly id: string
}

function startingPoint(store: Store, lastEventId: string | undefined): StartingPoint {
  const last = store.lastTransaction()
  const now = {after: {seq: last?.seq ?? 0}, id: eventId(last?.id ?? '', '')}
  if (lastEventId === undefined) return {greeting: 'welcome', ...now}
  const {transactionId, documentId} = parseEventId(lastEventId)
  const seq = transactionId === '' ? 0 : store.transactionNumber(transactionId)
  if (seq === undefined) return {greeting: 'reset', ...now}
  const after = documentId === '' ? {seq} : {seq: seq - 1, documentId}
  return {greeting: 'welcomeback', after, id: lastEventId}
}

// What other processes commit is found when the time is up: the caller looks at the log then too.
function nextCommit(store: Store, stopped: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (committed: boolean): void => {
      unwatch()
      clearTimeout(timer)
      stopped.removeEventListener('abort', onStop)
      resolve(committed)
    }
    const onStop = (): void => finish(false)
    const unwatch = store.watch(() => finish(true))
    const timer = setTimeout(() => finish(false), KEEP_ALIVE_MS)
    stopped.addEventListener('abort', onStop)
  })
}
