// What documents were, and who changed them when. https://www.sanity.io/docs/http-reference/history

import {z} from 'zod'
import {httpError} from './errors.ts'
import type {LoggedTransaction, LogRange, Store} from './store.ts'

const flag = z.stringbool().optional()
const time = z.iso
  .datetime({offset: true, message: 'Expected an ISO 8601 date and time, with Z or an offset'})
  .transform((value) => new Date(value).toISOString())

/** Parameters of a request for a document as it was: one of them, or none for the present. */
export const pastDocumentParams = z
  .object({revision: z.string().optional(), time: time.optional(), lastRevision: flag})
  .refine(
    (params) => Object.values(params).filter((value) => value !== undefined).length <= 1,
    'Only one of revision, time and lastRevision can be specified',
  )

/**
 * A document at a revision, at a time, or in its last state before it was deleted.
 * @returns its JSON, or undefined if it did not exist then
 */
export function pastDocument(
  store: Store,
  id: string,
  {revision, time, lastRevision}: z.infer<typeof pastDocumentParams>,
): string | undefined {
  if (revision !== undefined) return store.documentAtRevision(id, revision)
  if (time !== undefined) return store.documentAtTime(id, time)
  return lastRevision ? store.lastState(id) : store.document(id)
}

/** Parameters of a request for transactions. */
export const transactionParams = z.object({
  excludeContent: flag,
  excludeMutations: flag,
  fromTime: time.optional(),
  toTime: time.optional(),
  fromTransaction: z.string().optional(),
  toTransaction: z.string().optional(),
  authors: z
    .string()
    .transform((list) => list.split(','))
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  reverse: flag,
})

/**
 * The transactions that touched some documents, as newline-delimited JSON, oldest first unless
 * `reverse`.
 * @throws LakeError 404 if a transaction that bounds the range does not exist
 */
export function transactionLines(
  store: Store,
  documents: readonly string[],
  params: z.infer<typeof transactionParams>,
): string {
  const {excludeContent, excludeMutations, reverse, ...bounds} = params
  for (const id of [bounds.fromTransaction, bounds.toTransaction]) {
    if (id !== undefined && !store.hasTransaction(id)) {
      throw httpError(404, `Transaction "${id}" does not exist`)
    }
  }
  const range: LogRange = {...bounds, documents, newestFirst: reverse ?? false}
  const withMutations = !excludeContent && !excludeMutations
  return store.read(() =>
    store
      .transactions(range)
      .map((entry) => `${transactionLine(store, entry, withMutations)}\n`)
      .join(''),
  )
}

function transactionLine(store: Store, entry: LoggedTransaction, withMutations: boolean): string {
  const {id, author, time: timestamp, seq} = entry
  const documentIDs = store.documentsOf(seq)
  const line = JSON.stringify({id, timestamp, author, documentIDs})
  if (!withMutations) return line
  return `${line.slice(0, -1)},"mutations":${entry.mutations ?? importedMutations(store, seq)}}`
}

function importedMutations(store: Store, seq: number): string {
  const bodies = store.revisionsOf(seq).map(({json}) => `{"createOrReplace":${json}}`)
  return `[${bodies.join(',')}]`
}
