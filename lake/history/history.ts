// Past states of documents, and who changed them when. https://www.sanity.io/docs/http-reference/history

import {z} from 'zod'
import {httpError} from '../errors.ts'
import {equivalentMutations, namedMutations} from '../listen/mutation-event.ts'
import {withinAnswer} from '../query/answer-size.ts'
import type {QueryContext} from '../query/context.ts'
import {effectsOf, Visibility} from '../query/visibility.ts'
import type {StoredDocument} from '../store/document.ts'
import type {Change, LoggedTransaction, LogRange} from '../store/history.ts'
import type {Store} from '../store/store.ts'

const flag = z.stringbool().optional()
const time = z.iso
  .datetime({offset: true, message: 'Expected an ISO 8601 date and time, with Z or an offset'})
  .transform((value) => new Date(value).toISOString())

/** Parameters of a request for past documents: one of them, or none for the present. */
export const pastDocumentParams = z
  .object({revision: z.string().optional(), time: time.optional(), lastRevision: flag})
  .refine(
    (params) => Object.values(params).filter((value) => value !== undefined).length <= 1,
    'Only one of revision, time and lastRevision can be specified',
  )

type PastDocumentParams = z.infer<typeof pastDocumentParams>

/**
 * Documents at a revision, at a time, or in their last state before they were deleted.
 *
 * @returns the documents that existed then and that the caller may see, in the order of `ids`
 * @throws LakeError 400 if the answer is too large
 */
export function pastDocuments(
  store: Store,
  ids: readonly string[],
  params: PastDocumentParams,
  context: QueryContext,
): StoredDocument[] {
  const present = Object.values(params).every((value) => value === undefined || value === false)
  const visibility = new Visibility(store, present ? 'read' : 'history', context)
  return store.read(() => {
    const states = ids
      .values()
      .map((id) => pastState(store, id, params))
      .filter((json) => json !== undefined)
    return Array.from(withinAnswer(states)).flatMap((json) => visibility.state(json) ?? [])
  })
}

function pastState(
  store: Store,
  id: string,
  {revision, time, lastRevision}: PastDocumentParams,
): string | undefined {
  if (revision !== undefined) return store.history.documentAtRevision(id, revision)
  if (time !== undefined) return store.history.documentAtTime(id, time)
  return lastRevision ? store.history.lastState(id) : store.document(id)
}

// The Studio sends an empty id if it knows none.
const transactionId = z
  .string()
  .transform((id) => id || undefined)
  .optional()

/** Parameters of a request for transactions. */
export const transactionParams = z.object({
  excludeContent: flag,
  excludeMutations: flag,
  includeIdentifiedDocumentsOnly: flag,
  effectFormat: z.literal('mendoza').optional(),
  fromTime: time.optional(),
  toTime: time.optional(),
  fromTransaction: transactionId,
  toTransaction: transactionId,
  authors: z
    .string()
    .transform((list) => list.split(','))
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  reverse: flag,
})

type TransactionParams = z.infer<typeof transactionParams>

/**
 * The transactions that touched some documents, as lines of JSON, oldest first unless
 * `reverse`. They include other documents too, unless `includeIdentifiedDocumentsOnly`, but never a
 * document that the caller may not see.
 *
 * @throws LakeError 404 if a transaction that bounds the range does not exist, 400 if the answer is too
 *   large
 */
export function transactionLines(
  store: Store,
  documents: readonly string[],
  params: TransactionParams,
  context: QueryContext,
): string[] {
  const {reverse, limit, fromTime, toTime, fromTransaction, toTransaction, authors} = params
  const bounds = {fromTime, toTime, fromTransaction, toTransaction, authors}
  const range = {...bounds, documents, newestFirst: reverse ?? false}
  const visibility = new Visibility(store, 'history', context)
  const asked = new Set(documents)
  return store.read(() => {
    const lines = transactionsIn(store, range, limit)
      .map((entry) => seenEntry(store, entry, asked, visibility))
      .filter(({changes}) => changes.some(({documentId}) => asked.has(documentId)))
      .take(limit)
      .map((seen) => `${transactionLine(seen, asked, visibility, params)}\n`)
    return Array.from(withinAnswer(lines))
  })
}

/**
 * The transactions of a range one by one, fetched as the caller reads them.
 *
 * @param batchSize how many to fetch at once
 * @throws LakeError 404 if a transaction that bounds the range does not exist
 */
export function* transactionsIn(
  store: Store,
  range: Omit<LogRange, 'limit'>,
  batchSize: number,
): Generator<LoggedTransaction, void> {
  for (const id of [range.fromTransaction, range.toTransaction]) {
    if (id !== undefined && !store.hasTransaction(id)) {
      throw httpError(404, `Transaction "${id}" does not exist`)
    }
  }
  let batch = store.history.transactions({...range, limit: batchSize})
  for (;;) {
    yield* batch
    const last = batch.at(-1)
    if (!last || batch.length < batchSize) return
    const next = range.newestFirst ? {toTransaction: last.id} : {fromTransaction: last.id}
    // Bounds are inclusive.
    batch = store.history.transactions({...range, ...next, limit: batchSize + 1}).slice(1)
  }
}

interface SeenEntry {
  readonly entry: LoggedTransaction
  readonly changes: readonly Change[]
}

function seenEntry(
  store: Store,
  entry: LoggedTransaction,
  asked: ReadonlySet<string>,
  visibility: Visibility,
): SeenEntry {
  const changes = store.history.changesOf(entry.seq)
  // An import may have very many changes. Read them only if the transaction is shown at all.
  const relevant = changes.filter(({documentId}) => asked.has(documentId))
  if (!relevant.some((change) => visibility.sees(change))) return {entry, changes: []}
  return {entry, changes: changes.filter((change) => visibility.sees(change))}
}

function transactionLine(
  {entry, changes}: SeenEntry,
  asked: ReadonlySet<string>,
  visibility: Visibility,
  {includeIdentifiedDocumentsOnly, ...params}: TransactionParams,
): string {
  const told = includeIdentifiedDocumentsOnly
    ? changes.filter(({documentId}) => asked.has(documentId))
    : changes
  const {id, author, time: timestamp} = entry
  const documentIDs = told.map(({documentId}) => documentId)
  const members = [JSON.stringify({id, timestamp, author, documentIDs}).slice(1, -1)]
  if (!params.excludeContent && !params.excludeMutations) {
    const whole = visibility.unlimited && !includeIdentifiedDocumentsOnly
    const mutations = (whole ? entry.mutations : undefined) ?? mutationsOf(entry, told, visibility)
    members.push(`"mutations":${mutations}`)
  }
  if (params.effectFormat) members.push(`"effects":${effects(told, visibility)}`)
  return `{${members.join(',')}}`
}

/**
 * Mutations with the same effect as a transaction had on some documents. These are the mutations that
 * were sent, if they can be separated by document. A caller who may not see everything gets others
 * with the same outcome, because the original mutations may reveal more than their outcome.
 */
function mutationsOf(
  entry: LoggedTransaction,
  changes: readonly Change[],
  visibility: Visibility,
): string {
  const named = visibility.unlimited ? namedMutations(entry) : undefined
  const mutations = changes.flatMap(
    (change) =>
      named?.get(change.documentId) ??
      equivalentMutations(change.documentId, visibility.change(change).after),
  )
  return `[${mutations.map((mutation) => JSON.stringify(mutation)).join(',')}]`
}

function effects(changes: readonly Change[], visibility: Visibility): string {
  const members = changes.map(
    (change) =>
      `${JSON.stringify(change.documentId)}:${JSON.stringify(effectsOf(visibility.change(change)))}`,
  )
  return `{${members.join(',')}}`
}
