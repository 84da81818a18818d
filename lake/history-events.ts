// A document's life as a list of events, which the Studio's history panel shows. Worked out from the
// log: what a transaction did to the published document and to the draft (or version) together.

import {z} from 'zod'
import type {Permissions} from './access/grants.ts'
import {parseDocument, publishedId} from './document.ts'
import type {Store} from './store.ts'

export const eventParams = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  nextCursor: z.string().optional(),
})

interface DocumentEvent {
  readonly type: string
  readonly timestamp: string
  readonly author: string
  readonly documentId: string
  readonly [detail: string]: string
}

/**
 * The events of a document, newest first. Edits of drafts are not among them: they are read from the
 * transactions.
 * @returns as many as `limit`, and a cursor where to go on, empty at the end
 */
export function documentEvents(
  store: Store,
  id: string,
  {limit, nextCursor}: z.infer<typeof eventParams>,
  permissions: Permissions,
): {events: Record<string, DocumentEvent[]>; nextCursor: string} {
  return store.read(() => {
    const published = publishedId(id)
    const version = id === published ? `drafts.${published}` : id
    const entries = store.transactions({
      documents: [published, version],
      toTransaction: nextCursor || undefined,
      limit: limit + 1,
      newestFirst: true,
    })
    const events = entries.slice(0, limit).flatMap((entry) => {
      const stateOf = (document: string): Pair => pairOf(store, entry.seq, document, permissions)
      const event = eventOf(entry.id, {
        published,
        version,
        ofPublished: stateOf(published),
        ofVersion: stateOf(version),
      })
      return event ? [{...event, timestamp: entry.time, author: entry.author}] : []
    })
    return {events: {[id]: events}, nextCursor: entries[limit]?.id ?? ''}
  })
}

/** Revisions of a document before and after a transaction. */
interface Pair {
  readonly before: string | undefined
  readonly after: string | undefined
  readonly touched: boolean
}

function pairOf(store: Store, seq: number, id: string, permissions: Permissions): Pair {
  const change = store.changesOf(seq).find(({documentId}) => documentId === id)
  const revisionOf = (number: number | undefined): string | undefined => {
    if (number === undefined) return undefined
    const document = parseDocument(store.body(number))
    return permissions.allows('history', document) ? document._rev : undefined
  }
  const before = revisionOf(change?.before)
  const after = revisionOf(change?.after)
  return {before, after, touched: before !== undefined || after !== undefined}
}

interface Happening {
  readonly published: string
  readonly version: string
  readonly ofPublished: Pair
  readonly ofVersion: Pair
}

function eventOf(
  transaction: string,
  {published, version, ofPublished, ofVersion}: Happening,
): ({type: string; documentId: string} & Record<string, string>) | undefined {
  const about = {documentId: published}
  const of = {...about, versionId: version}
  const goneVersion = ofVersion.before !== undefined && ofVersion.after === undefined
  const newVersion = ofVersion.before === undefined && ofVersion.after !== undefined
  const gone = ofPublished.before !== undefined && ofPublished.after === undefined
  if (goneVersion && ofPublished.after !== undefined) {
    return {
      type: 'publishDocumentVersion',
      ...of,
      revisionId: transaction,
      versionRevisionId: ofVersion.before ?? '',
      publishCause: 'document.publish',
    }
  }
  if (gone && newVersion) {
    return {type: 'unpublishDocument', ...of, versionRevisionId: transaction}
  }
  if (gone) return {type: 'deleteDocumentGroup', ...about}
  if (goneVersion) {
    return {type: 'deleteDocumentVersion', ...of, versionRevisionId: ofVersion.before ?? ''}
  }
  if (newVersion) return {type: 'createDocumentVersion', ...of, versionRevisionId: transaction}
  if (!ofPublished.touched) return undefined
  const type = ofPublished.before === undefined ? 'createLiveDocument' : 'updateLiveDocument'
  return {type, ...about, revisionId: transaction}
}
