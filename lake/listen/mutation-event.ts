// What a listener hears about a transaction: one event for each matching document.
// https://www.sanity.io/docs/http-reference/listen

import {z} from 'zod'
import {effectsOf, type Visibility} from '../query/visibility.ts'
import type {StoredDocument} from '../store/document.ts'
import type {Change, LoggedTransaction} from '../store/history.ts'
import type {Store} from '../store/store.ts'
import type {DocumentFilter} from './filter.ts'

type Transition = 'appear' | 'update' | 'disappear'

export interface MutationEventOptions {
  readonly includeResult: boolean
  readonly includePreviousRevision: boolean
  readonly includeMutations: boolean
  readonly effectFormat?: 'mendoza' | undefined
}

interface MutationEvent {
  readonly eventId: string
  readonly documentId: string
  readonly transactionId: string
  readonly transition: Transition
  readonly identity: string
  readonly timestamp: string
  readonly visibility: 'query'
  readonly transactionTotalEvents: number
  /** Counted from 0. */
  readonly transactionCurrentEvent: number
  readonly previousRev?: string | undefined
  readonly resultRev: string
  readonly previous?: StoredDocument | null
  readonly result?: StoredDocument | undefined
  readonly mutations?: readonly object[]
  readonly effects?: ReturnType<typeof effectsOf>
}

/**
 * The events of one transaction, in the order in which it touched the documents. Holds one document
 * in memory at a time, because an import may have touched very many.
 *
 * @param matches whether a document, given as stored JSON, matches the listener's query
 * @param visibility which states of the documents the listener may see
 * @throws what `matches` throws
 */
export async function* mutationEvents(
  store: Store,
  transaction: LoggedTransaction,
  matches: DocumentFilter,
  options: MutationEventOptions,
  visibility: Visibility,
): AsyncGenerator<MutationEvent, void> {
  const mutations = options.includeMutations ? namedMutations(transaction) : undefined
  const heard = await heardChanges(store, transaction, matches)
  for (const [index, {change, transition}] of heard.entries()) {
    const seen = visibility.change(change)
    const {documentId, before, after} = seen
    // The mutations that were sent may reveal a state that the listener may not see.
    const sent = seen.whole ? mutations?.get(documentId) : undefined
    yield {
      eventId: eventId(transaction.id, documentId),
      documentId,
      transactionId: transaction.id,
      transition,
      identity: transaction.author,
      timestamp: transaction.time,
      visibility: 'query',
      transactionTotalEvents: heard.length,
      transactionCurrentEvent: index,
      previousRev: before?._rev,
      // Deletions have it too: the Studio orders events by it, and would lose later events.
      resultRev: after?._rev ?? transaction.id,
      ...(options.includePreviousRevision ? {previous: before ?? null} : {}),
      ...(options.includeResult ? {result: after} : {}),
      ...(options.includeMutations
        ? {mutations: sent ?? equivalentMutations(documentId, after)}
        : {}),
      ...(options.effectFormat ? {effects: effectsOf(seen)} : {}),
    }
  }
}

const BATCH = 100

// In batches: each call of the filter has a fixed cost, but the documents of an import do not all fit
// into memory.
async function heardChanges(store: Store, {seq}: LoggedTransaction, matches: DocumentFilter) {
  const changes = store.history.changesOf(seq)
  const heard: {change: Change; transition: Transition}[] = []
  const read = (revision: number | undefined): string | undefined =>
    revision === undefined ? undefined : store.body(revision)
  for (let start = 0; start < changes.length; start += BATCH) {
    const batch = changes.slice(start, start + BATCH)
    const before = await matches(batch.values().map((change) => read(change.before)))
    const after = await matches(batch.values().map((change) => read(change.after)))
    for (const [index, change] of batch.entries()) {
      const transition = transitionOf(before[index] === true, after[index] === true)
      if (transition) heard.push({change, transition})
    }
  }
  return heard
}

function transitionOf(before: boolean, after: boolean): Transition | undefined {
  if (before) return after ? 'update' : 'disappear'
  return after ? 'appear' : undefined
}

const named = z.looseObject({_id: z.string().regex(/[^.]$/)})
const selected = z.looseObject({id: z.string()})
const loggedMutations = z.array(
  z.union([
    z.strictObject({create: named}),
    z.strictObject({createIfNotExists: named}),
    z.strictObject({createOrReplace: named}),
    z.strictObject({delete: selected}),
    z.strictObject({patch: selected}),
  ]),
)

/**
 * The mutations of a transaction, grouped by the document that each names. Undefined if a mutation
 * names no document, because a query selects its documents or the lake generates their ids.
 */
export function namedMutations({mutations}: LoggedTransaction): Map<string, object[]> | undefined {
  const parsed = loggedMutations.safeParse(JSON.parse(mutations ?? 'null'))
  return parsed.success ? Map.groupBy(parsed.data, documentOf) : undefined
}

function documentOf(mutation: z.infer<typeof loggedMutations>[number]): string {
  if ('create' in mutation) return mutation.create._id
  if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
  if ('createOrReplace' in mutation) return mutation.createOrReplace._id
  return 'delete' in mutation ? mutation.delete.id : mutation.patch.id
}

/** Sanity too may report other mutations than those sent, if their effect is the same. */
export function equivalentMutations(id: string, after: StoredDocument | undefined): object[] {
  return [after ? {createOrReplace: after} : {delete: {id}}]
}

/** Names a place in the log: after a transaction's change of one document, or after all its changes. */
export function eventId(transactionId: string, documentId: string): string {
  // Clients choose transaction ids, and a line break in one would end the event's field.
  return `${encodeURIComponent(transactionId)}#${documentId}`
}

/** The inverse of `eventId`. Text that was never an event id names an unknown transaction. */
export function parseEventId(id: string): {transactionId: string; documentId: string} {
  const [transaction = '', documentId = ''] = id.split('#', 2)
  try {
    return {transactionId: decodeURIComponent(transaction), documentId}
  } catch {
    return {transactionId: id, documentId}
  }
}
