// Tells listeners about changes. Each listener reads events from the log of transactions at its own
// pace, so a live listener and one that resumes after a break work the same way.
// https://www.sanity.io/docs/http-reference/listen

import {z} from 'zod'
import type {Share} from '../access/shares.ts'
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
  // Both values act the same here: queries see a committed change at once.
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
  /** The last event that the client received, if it is resuming. */
  readonly lastEventId: string | undefined
  /** Aborted when the lake closes. */
  readonly closing: AbortSignal
  readonly share: Share
}

/**
 * Which documents a listener hears about. Since API version 2025-02-19 these are published documents
 * only, unless `includeAllVersions` is set.
 *
 * @throws LakeError 400 for any perspective other than raw and published
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
 * The events of a listener. The first is `welcome`, or `welcomeback` if a listener resumes where it
 * stopped, or `reset` if it cannot resume. Then comes `mutation` for each change of a matching
 * document. The stream ends with `disconnect` when the lake closes, and with `channelError` for a query
 * that cannot be listened to. The client turns `channelError` into an error with a message, which it
 * does not do for an error status.
 */
export function listenerEvents(listener: Listener): EventSource {
  return async function* events(ended): AsyncGenerator<ServerEvent | typeof KEEP_ALIVE, void> {
    try {
      yield* changes(listener, ended)
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      if (ended.aborted) return
      if (!listener.closing.aborted) {
        yield {event: 'channelError', data: error.body}
        return
      }
    }
    if (listener.closing.aborted) {
      yield {event: 'disconnect', data: {reason: 'The lake was closed'}}
    }
  }
}

async function* changes(
  {store, query, context, options, lastEventId, closing, share}: Listener,
  ended: AbortSignal,
): AsyncGenerator<ServerEvent | typeof KEEP_ALIVE, void> {
  const stopped = AbortSignal.any([closing, ended])
  if (stopped.aborted) return
  const run = <T>(work: () => T): Promise<T> => share.run(work, stopped)
  const matches = await documentFilter(query, context, run)
  const visibility = new Visibility(store, 'read', context)
  const {greeting, after, id} = startingPoint(store, options.enableResume ? lastEventId : undefined)
  yield {event: greeting, id, data: greeting === 'reset' ? {} : {listenerName: crypto.randomUUID()}}
  let {seq, documentId: skipUntil} = after
  let sentAt = performance.now()
  while (!stopped.aborted) {
    // Not only when nothing is committed: a listener may match none of many commits.
    const idleMs = performance.now() - sentAt
    if (idleMs >= KEEP_ALIVE_MS) {
      yield KEEP_ALIVE
      sentAt = performance.now()
      continue
    }
    const transaction = store.history.transactionAfter(seq)
    if (!transaction) {
      await nextCommit(store, stopped, KEEP_ALIVE_MS - idleMs)
      continue
    }
    for await (const event of mutationEvents(store, transaction, matches, options, visibility)) {
      sentAt = performance.now()
      if (skipUntil === undefined) yield {event: 'mutation', id: event.eventId, data: event}
      else if (event.documentId === skipUntil) skipUntil = undefined
      // The lake may have closed while the generator waited for the client.
      if (stopped.aborted) return
    }
    skipUntil = undefined
    seq = transaction.seq
  }
}

interface StartingPoint {
  readonly greeting: 'welcome' | 'welcomeback' | 'reset'
  /** The last transaction that needs no events, and the last such document in the next transaction. */
  readonly after: {readonly seq: number; readonly documentId?: string | undefined}
  /** The id of the greeting, so that a listener that received nothing else can resume too. */
  readonly id: string
}

function startingPoint(store: Store, lastEventId: string | undefined): StartingPoint {
  const last = store.history.lastTransaction()
  const now = {after: {seq: last?.seq ?? 0}, id: eventId(last?.id ?? '', '')}
  if (lastEventId === undefined) return {greeting: 'welcome', ...now}
  const {transactionId, documentId} = parseEventId(lastEventId)
  const seq = transactionId === '' ? 0 : store.history.transactionNumber(transactionId)
  if (seq === undefined) return {greeting: 'reset', ...now}
  const after = documentId === '' ? {seq} : {seq: seq - 1, documentId}
  return {greeting: 'welcomeback', after, id: lastEventId}
}

// Commits by other processes are found on timeout: the caller then reads the log as well.
function nextCommit(store: Store, stopped: AbortSignal, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      unwatch()
      clearTimeout(timer)
      stopped.removeEventListener('abort', finish)
      resolve()
    }
    const unwatch = store.watch(finish)
    const timer = setTimeout(finish, timeoutMs)
    stopped.addEventListener('abort', finish)
  })
}
