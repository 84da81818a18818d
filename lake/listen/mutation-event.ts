// What a listener is told about a transaction: one event for each document that it asked for.
// https://www.sanity.io/docs/http-reference/listen

import {z} from 'zod'
import {effectsOf, type Visibility} from '../query/visibility.ts'
import type {StoredDocument} from '../store/document.ts'
import type {Change, LoggedTransaction, Store} from '../store/store.ts'
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
 * at a time, since an import may have touched very many.
 *
 * @param matches whether a document, given as stored JSON, is one that the listener asked for
 * @param visibility which states of the documents the listener is told of
 * @throws what `matches` throws
 */
export function* mutationEvents(
  store: Store,
  transaction: LoggedTransaction,
  matches: DocumentFilter,
  options: MutationEventOptions,
  visibility: Visibility,
): Generator<MutationEvent, void> {
  const mutations = options.includeMutations ? namedMutations(transaction) : undefined
  const heard = heardChanges(store, transaction, matches)
  for (const [index, {change, transition}] of heard.entries()) {
    const seen = visibility.change(change)
    const {documentId, before, after} = seen
    // What was sent may speak of a state that the listener must not know.
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
      // Of a deletion too: the Studio puts events in order by it, and would lose what comes after.
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

// In batches: a call of the filter has its cost, and the documents of an import do not all fit into
// memory.
function heardChanges(store: Store, {seq}: LoggedTransaction, matches: DocumentFilter) {
  const changes = store.changesOf(seq)
  const heard: {change: Change; transition: Transition}[] = []
  const read = (revision: number | undefined): string | undefined =>
    revision === undefined ? undefined : store.body(revision)
  for (let start = 0; start < changes.length; start += BATCH) {
    const batch = changes.slice(start, start + BATCH)
    const before = matches(batch.map((change) => read(change.before)))
    const after = matches(batch.map((change) => read(change.after)))
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
 * The mutations of a transaction by the document that each of them names; undefined if one of them
 * names none, but has its documents found by a query or their ids made up.
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

/** Sanity too may tell of other mutations than were sent, if they do the same. */
export function equivalentMutations(id: string, after: StoredDocument | undefined): object[] {
  return [after ? {createOrReplace: after} : {delete: {id}}]
}

/** Names a place in the log: after what a transaction did to a document, or, without, after all. */
export function eventId(transactionId: string, documentId: string): string {
  // Whoever writes chooses transactions' ids, and a line break would end the event's field.
  return `${encodeURIComponent(transactionId)}#${documentId}`
}

/** The opposite of `eventId`; something that never was one names a transaction that never was. */
export function parseEventId(id: string): {transactionId: string; documentId: string} {
  const [transaction = '', documentId = ''] = id.split('#', 2)
  try {
    return {transactionId: decodeURIComponent(transaction), documentId}
  } catch {
    return {transactionId: id, documentId}
  }
}
