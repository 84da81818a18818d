// What happened to a document, as its editors see it: it was published, unpublished or deleted, or a
// draft or release version was created or discarded. The Studio's history panel reads these events
// and derives the edits between them from the log (`DocumentGroupEvent` in the package `sanity`).

import {z} from 'zod'
import type {QueryContext} from '../query/context.ts'
import {Visibility, type SeenChange} from '../query/visibility.ts'
import {publishedId, releaseDocumentId, releaseOf} from '../store/document.ts'
import type {LoggedTransaction} from '../store/history.ts'
import type {Store} from '../store/store.ts'
import {transactionsIn} from './history.ts'

/** Parameters of a request for events. */
export const documentEventsParams = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  nextCursor: z
    .string()
    .transform((id) => id || undefined)
    .optional(),
})

interface DocumentEvent {
  readonly type:
    | 'createDocumentVersion'
    | 'deleteDocumentVersion'
    | 'publishDocumentVersion'
    | 'unpublishDocument'
    | 'deleteDocumentGroup'
    | 'createLiveDocument'
    | 'updateLiveDocument'
  readonly timestamp: string
  readonly author: string
  /** The id of the published document. */
  readonly documentId: string
  readonly revisionId?: string
  readonly versionId?: string
  readonly versionRevisionId?: string
  readonly releaseId?: string | undefined
  readonly publishCause?: 'document.publish' | 'release.publish'
}

/**
 * The events of a published document, a draft or a version, newest first.
 *
 * @returns the events that the caller may see by document id, and the cursor of the next batch if any
 * @throws LakeError 404 for an unknown cursor
 */
export function documentEvents(
  store: Store,
  id: string,
  {limit, nextCursor}: z.infer<typeof documentEventsParams>,
  context: QueryContext,
): {events: Record<string, DocumentEvent[]>; nextCursor: string} {
  const visibility = new Visibility(store, 'history', context)
  const documents = Array.from(new Set([id, publishedId(id)]))
  const range = {documents, toTransaction: nextCursor, newestFirst: true}
  return store.read(() => {
    const events: DocumentEvent[] = []
    for (const entry of transactionsIn(store, range, BATCH)) {
      if (entry.id === nextCursor) continue
      events.push(...eventsOf(store, entry, id, visibility))
      if (events.length >= limit) return {events: {[id]: events}, nextCursor: entry.id}
    }
    return {events: {[id]: events}, nextCursor: ''}
  })
}

const BATCH = 100

// The events of one transaction:
//
//   draft or version   published document           event
//   ----------------   --------------------------   -----------------------
//   created            deleted                      unpublishDocument
//   created            not deleted                  createDocumentVersion
//   changed            any                          -
//   deleted            created or changed           publishDocumentVersion
//   deleted            deleted, with its release    unpublishDocument
//   deleted            deleted, otherwise           -
//   deleted            untouched                    deleteDocumentVersion
//
// A release that unpublishes a document deletes its version and leaves a draft. Both say so, and the published
// document has the event of the draft only.
//
// If none of these is about the published document, but it was touched, it has an event of its own:
//
//                      created                      createLiveDocument
//                      changed                      updateLiveDocument
//                      deleted, and has a draft     unpublishDocument
//                      deleted, and has none        deleteDocumentGroup
function eventsOf(
  store: Store,
  entry: LoggedTransaction,
  id: string,
  visibility: Visibility,
): DocumentEvent[] {
  const published = publishedId(id)
  const changes = store.history.changesOf(entry.seq)
  const group = changes
    .filter(({documentId}) => publishedId(documentId) === published)
    .map((change) => visibility.change(change))
    .filter(({before, after}) => before || after)
  const touched = new Set(changes.map(({documentId}) => documentId))
  const release = group
    .map(({documentId}) => releaseOf(documentId))
    .find((name) => name !== undefined && touched.has(releaseDocumentId(name)))
  const main = group.find(({documentId}) => documentId === published)
  const ofVersions = group
    .filter(({documentId}) => documentId !== published)
    .flatMap((version) => versionEvent(entry, version, main, release) ?? [])
  const events =
    main && ofVersions.every(({type}) => !aboutPublished.has(type))
      ? [...ofVersions, publishedEvent(store, entry, main, visibility)]
      : ofVersions
  const leavesDraft = events.some(isUnpublishing('drafts'))
  return events.filter((event) => {
    const {type, versionId} = event
    if (type === 'deleteDocumentGroup') return true
    if (id !== published) return versionId === id
    return aboutPublished.has(type) && !(leavesDraft && isUnpublishing('versions')(event))
  })
}

function isUnpublishing(kind: 'drafts' | 'versions') {
  return ({type, versionId}: DocumentEvent): boolean =>
    type === 'unpublishDocument' && versionId?.startsWith(`${kind}.`) === true
}

const aboutPublished: ReadonlySet<DocumentEvent['type']> = new Set([
  'publishDocumentVersion',
  'unpublishDocument',
  'deleteDocumentGroup',
  'createLiveDocument',
  'updateLiveDocument',
])

// The upper half of the table.
function versionEvent(
  {id: revisionId, time: timestamp, author}: LoggedTransaction,
  {documentId: versionId, before, after}: SeenChange,
  published: SeenChange | undefined,
  release: string | undefined,
): DocumentEvent | undefined {
  const releaseId = releaseOf(versionId)
  const common = {timestamp, author, documentId: publishedId(versionId), versionId, releaseId}
  const withdrawn = published !== undefined && !published.after
  if (!before) {
    return withdrawn
      ? {...common, type: 'unpublishDocument', versionRevisionId: revisionId, releaseId: release}
      : {...common, type: 'createDocumentVersion', versionRevisionId: revisionId}
  }
  if (after) return undefined
  const versionRevisionId = before._rev
  const byRelease = releaseId !== undefined && releaseId === release
  if (published?.after) {
    const publishCause = byRelease ? 'release.publish' : 'document.publish'
    return {...common, type: 'publishDocumentVersion', revisionId, versionRevisionId, publishCause}
  }
  if (withdrawn) {
    return byRelease ? {...common, type: 'unpublishDocument', versionRevisionId} : undefined
  }
  return {...common, type: 'deleteDocumentVersion', versionRevisionId}
}

// The lower half of the table.
function publishedEvent(
  store: Store,
  {id: revisionId, time: timestamp, author}: LoggedTransaction,
  {documentId, before, after}: SeenChange,
  visibility: Visibility,
): DocumentEvent {
  const common = {timestamp, author, documentId}
  if (after) {
    return {...common, type: before ? 'updateLiveDocument' : 'createLiveDocument', revisionId}
  }
  const versionId = `drafts.${documentId}`
  const draft = visibility.state(store.history.documentAtTime(versionId, timestamp))
  if (!draft) return {...common, type: 'deleteDocumentGroup'}
  return {...common, type: 'unpublishDocument', versionId, versionRevisionId: draft._rev}
}
