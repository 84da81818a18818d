// What documents were, and who changed them when. https://www.sanity.io/docs/http-reference/history

import {z} from 'zod'
import type {Permissions} from './access/grants.ts'
import {parseDocument, type StoredDocument} from './document.ts'
import {wholeValueEffects, type Effects} from './effects.ts'
import {httpError} from './errors.ts'
import type {Change, LoggedTransaction, LogRange, Store} from './store.ts'

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
 * Documents at a revision, at a time, or in their last state before they were deleted.
 * @returns the JSON of those that existed then, as far as they may be seen
 */
export function pastDocuments(
  store: Store,
  ids: readonly string[],
  {revision, time, lastRevision}: z.infer<typeof pastDocumentParams>,
  permissions: Permissions,
): string[] {
  const past = revision !== undefined || time !== undefined || lastRevision
  const needed = past ? 'history' : 'read'
  return ids.flatMap((id) => {
    const json =
      revision !== undefined
        ? store.documentAtRevision(id, revision)
        : time !== undefined
          ? store.documentAtTime(id, time)
          : lastRevision
            ? store.lastState(id)
            : store.document(id)
    return json !== undefined && mayBeSeen(json, needed, permissions) ? [json] : []
  })
}

function mayBeSeen(json: string, needed: 'read' | 'history', permissions: Permissions): boolean {
  return permissions.allowsAll(needed) || permissions.allows(needed, parseDocument(json))
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
  effectFormat: z.literal('mendoza').optional(),
  includeIdentifiedDocumentsOnly: flag,
})

/**
 * The transactions that touched some documents, as newline-delimited JSON, oldest first unless
 * `reverse`. Of a transaction that touched more than may be seen, only that is told, without its
 * mutations.
 * @throws LakeError 404 if a transaction that bounds the range does not exist
 */
export function transactionLines(
  store: Store,
  documents: readonly string[],
  params: z.infer<typeof transactionParams>,
  permissions: Permissions,
): string {
  const {
    excludeContent,
    excludeMutations,
    reverse,
    effectFormat,
    includeIdentifiedDocumentsOnly,
    fromTransaction,
    toTransaction,
    // An empty bound is none, as the Studio sends it.
    ...bounds
  } = params
  const range: LogRange = {
    ...bounds,
    fromTransaction: fromTransaction || undefined,
    toTransaction: toTransaction || undefined,
    documents,
    newestFirst: reverse ?? false,
  }
  for (const id of [range.fromTransaction, range.toTransaction]) {
    if (id !== undefined && !store.hasTransaction(id)) {
      throw httpError(404, `Transaction "${id}" does not exist`)
    }
  }
  const shown = {
    mutations: !excludeContent && !excludeMutations,
    effects: effectFormat !== undefined,
    only: includeIdentifiedDocumentsOnly ? documents : undefined,
  }
  return store.read(() =>
    store
      .transactions(range)
      .map((entry) => transactionLine(store, entry, {documents, shown, permissions}))
      .join(''),
  )
}

interface LineOptions {
  /** The documents that were asked for. */
  readonly documents: readonly string[]
  readonly shown: {
    readonly mutations: boolean
    readonly effects: boolean
    /** Undefined to tell of every document of a transaction. */
    readonly only: readonly string[] | undefined
  }
  readonly permissions: Permissions
}

/** One line with its end, or nothing if none of what was asked for may be seen. */
function transactionLine(
  store: Store,
  entry: LoggedTransaction,
  {documents, shown, permissions}: LineOptions,
): string {
  const {id, author, time: timestamp, seq} = entry
  const seen = visibleChanges(store, seq, permissions)
  if (!seen.changes.some(({documentId}) => documents.includes(documentId))) return ''
  const told = seen.changes.filter(({documentId}) => shown.only?.includes(documentId) ?? true)
  const line = {
    id,
    timestamp,
    author,
    documentIDs: told.map(({documentId}) => documentId),
    ...(shown.effects
      ? {effects: Object.fromEntries(told.map((change) => effectsOf(store, change)))}
      : {}),
  }
  const json = JSON.stringify(line)
  if (!shown.mutations || !seen.whole) return `${json}\n`
  return `${json.slice(0, -1)},"mutations":${entry.mutations ?? importedMutations(store, seq)}}\n`
}

/** What a transaction did, as far as it may be seen, and whether that is all of it. */
function visibleChanges(
  store: Store,
  seq: number,
  permissions: Permissions,
): {changes: Change[]; whole: boolean} {
  const all = store.changesOf(seq)
  if (permissions.allowsAll('history')) return {changes: all, whole: true}
  const isSeen = (revision: number | undefined): boolean =>
    revision === undefined || mayBeSeen(store.body(revision), 'history', permissions)
  // Both before and after: the effects tell of both.
  const changes = all.filter(({before, after}) => isSeen(before) && isSeen(after))
  return {changes, whole: changes.length === all.length}
}

function effectsOf(store: Store, {documentId, before, after}: Change): [string, Effects] {
  const read = (revision: number | undefined): StoredDocument | undefined =>
    revision === undefined ? undefined : parseDocument(store.body(revision))
  return [documentId, wholeValueEffects(read(before), read(after))]
}

function importedMutations(store: Store, seq: number): string {
  const bodies = store.revisionsOf(seq).map(({json}) => `{"createOrReplace":${json}}`)
  return `[${bodies.join(',')}]`
}
