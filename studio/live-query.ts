// Queries that follow the lake for as long as a component is open, also where the lake is away for a while.

import {
  asyncScheduler,
  map,
  ReplaySubject,
  retry,
  share,
  switchMap,
  throttleTime,
  timer,
  type MonoTypeOperatorFunction,
  type Observable,
} from 'rxjs'

/** Many documents may change at once, and one answer is enough for all. */
const GATHER_MS = 1000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** Another pane may open soon. */
const LINGER_MS = 2000

/** The parts of Sanity's client that this needs. */
export interface LiveClient {
  readonly listen: (
    query: string,
    params: Params,
    options: {
      readonly events: ('welcome' | 'mutation')[]
      readonly visibility: 'query'
      readonly includeAllVersions: boolean
    },
  ) => Observable<{readonly type: string; readonly result?: unknown}>
  readonly observable: {
    readonly fetch: (
      query: string,
      params: Params,
      options: {readonly perspective?: 'raw' | 'published'},
    ) => Observable<unknown>
  }
}

type Params = Readonly<Record<string, string | string[]>>

export interface LiveQuery {
  readonly fetch: string
  /** Finds the documents that change the answer. */
  readonly listen: string
  readonly params?: Params
  readonly perspective?: 'raw' | 'published'
  /** Whether drafts change the answer too. */
  readonly withDrafts?: boolean
}

/**
 * Answers a query, and again after each change of a document that it listens to. It never fails: if the lake is away
 * or refuses, it asks until there is an answer.
 */
export function liveQuery(
  client: LiveClient,
  {fetch, listen, params = {}, perspective, withDrafts = false}: LiveQuery,
): Observable<unknown> {
  return changesOf(client, listen, params, withDrafts).pipe(
    throttleTime(GATHER_MS, asyncScheduler, {leading: true, trailing: true}),
    switchMap(() => client.observable.fetch(fetch, params, perspective ? {perspective} : {})),
    persistent(),
  )
}

/**
 * Each changed document, or undefined where any of them may have changed: at first, and after each break of the
 * connection. It never fails.
 */
export function changesOf(
  client: LiveClient,
  listen: string,
  params: Params = {},
  withDrafts = false,
) {
  return client
    .listen(listen, params, {
      events: ['welcome', 'mutation'],
      visibility: 'query',
      includeAllVersions: withDrafts,
    })
    .pipe(
      map((event): unknown => (event.type === 'mutation' ? event.result : undefined)),
      persistent(),
    )
}

/** Asks again after each failure, until there is an answer. */
export function persistent<Value>(): MonoTypeOperatorFunction<Value> {
  return retry({
    delay: (_error, attempt) => timer(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS)),
    resetOnSuccess: true,
  })
}

/** One listener serves all who subscribe, and stays for a moment after the last of them has left. */
export function shared<Value>(): MonoTypeOperatorFunction<Value> {
  return share({
    connector: () => new ReplaySubject(1),
    resetOnRefCountZero: () => timer(LINGER_MS),
  })
}
