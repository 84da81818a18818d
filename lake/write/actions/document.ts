// Actions on documents, their drafts and their versions for releases.
// https://www.sanity.io/docs/http-reference/actions

import {z} from 'zod'
import {unpublishedView} from '../../query/perspective.ts'
import {documentId, parseDocument, publishedId, releaseOf} from '../../store/document.ts'
import {patchOperations} from '../mutation.ts'
import {copyOf, handler, publishedCopy, type Handler, type Workbench} from './workbench.ts'

const content = z.looseObject({_id: documentId, _type: z.string().min(1)})

// The log is append-only, so a request to purge it is refused instead of falsely confirmed.
const purge = z.literal(false, 'History cannot be purged: the log is append-only').optional()

const create = handler(
  z.strictObject({
    publishedId: documentId,
    attributes: content,
    ifExists: z.enum(['fail', 'ignore']).default('fail'),
  }),
  ({publishedId, attributes, ifExists}, bench) => {
    bench.demandVersionOf(attributes._id, publishedId)
    if (ifExists === 'ignore') bench.apply({createIfNotExists: attributes})
    else bench.apply({create: attributes})
    // After the caller's permission to create it, because the answer tells that the document exists.
    bench.demandFree(publishedId)
  },
)

const edit = handler(
  z.strictObject({draftId: documentId, publishedId: documentId, patch: patchOperations}),
  ({draftId, publishedId, patch}, bench) => {
    bench.demandVersionOf(draftId, publishedId)
    if (!bench.find(draftId)) {
      bench.apply({create: copyOf(bench.get(publishedId), draftId)})
    }
    bench.apply({patch: {...patch, id: draftId}})
  },
)

// Unknown members are refused, because one of them may be a misspelt lock.
const publish = handler(
  z
    .strictObject({
      draftId: documentId.optional(),
      versionId: documentId.optional(),
      publishedId: documentId,
      ifDraftRevisionId: z.string().optional(),
      ifVersionRevisionId: z.string().optional(),
      ifPublishedRevisionId: z.string().optional(),
    })
    .refine(
      ({draftId, versionId}) => (draftId === undefined) !== (versionId === undefined),
      'Expected either draftId or versionId',
    ),
  ({draftId, versionId, publishedId, ...locks}, bench) => {
    const source = draftId ?? versionId ?? ''
    bench.demandVersionOf(source, publishedId)
    const draft = bench.get(source)
    bench.demandRevision(source, locks.ifDraftRevisionId)
    bench.demandRevision(source, locks.ifVersionRevisionId)
    bench.demandRevision(publishedId, locks.ifPublishedRevisionId)
    const {_createdAt} = bench.find(publishedId) ?? draft
    bench.apply({createOrReplace: {...publishedCopy(draft, publishedId), _createdAt}})
    bench.apply({delete: {id: source}})
  },
)

const unpublish = handler(
  z.strictObject({draftId: documentId, publishedId: documentId}),
  ({draftId, publishedId}, bench) => {
    bench.demandVersionOf(draftId, publishedId)
    bench.get(publishedId)
    bench.unpublish(publishedId, draftId)
  },
)

const remove = handler(
  z.strictObject({publishedId: documentId, includeDrafts: z.array(documentId).default([]), purge}),
  ({publishedId, includeDrafts}, bench) => {
    bench.get(publishedId)
    for (const id of includeDrafts) bench.demandVersionOf(id, publishedId)
    const left = versionsOf(bench, publishedId).find((id) => !includeDrafts.includes(id))
    if (left !== undefined) {
      throw bench.refusal(
        409,
        'documentHasVersionsError',
        `Document "${publishedId}" cannot be deleted without its draft or version "${left}"`,
      )
    }
    for (const id of [...includeDrafts, publishedId]) bench.apply({delete: {id}})
  },
)

/** Ids of the drafts and versions of a document that the caller may read. */
function versionsOf(bench: Workbench, published: string): string[] {
  return bench.store
    .find(unpublishedView, [{kind: 'id', among: [published]}])
    .map((revision) => parseDocument(bench.store.body(revision))._id)
    .filter((id) => bench.find(id))
}

const replaceDraft = handler(
  z.strictObject({publishedId: documentId, attributes: content}),
  ({publishedId: published, attributes}, bench) => {
    bench.demandVersionOf(attributes._id, published)
    replace(attributes, published, bench)
  },
)

const replaceVersion = handler(z.strictObject({document: content}), ({document}, bench) => {
  bench.demandVersion(document._id)
  replace(document, publishedId(document._id), bench)
})

function replace(document: z.infer<typeof content>, published: string, bench: Workbench): void {
  if (!bench.find(document._id)) bench.get(published)
  bench.apply({createOrReplace: document})
}

const discard = handler(z.strictObject({draftId: documentId, purge}), ({draftId}, bench) =>
  discardVersion(draftId, bench),
)

function discardVersion(id: string, bench: Workbench): void {
  bench.demandVersion(id)
  bench.get(id)
  bench.apply({delete: {id}})
}

const createVersion = handler(
  z.union(
    [
      z.strictObject({publishedId: documentId, document: content}),
      // The App SDK's name for the same.
      z
        .strictObject({publishedId: documentId, attributes: content})
        .transform(({attributes, ...action}) => ({...action, document: attributes})),
      z.strictObject({
        publishedId: documentId,
        baseId: documentId,
        versionId: documentId,
        ifBaseRevisionId: z.string().optional(),
      }),
    ],
    'Expected publishedId, and either a document, or baseId and versionId',
  ),
  (action, bench) => {
    const versionId = 'document' in action ? action.document._id : action.versionId
    bench.demandVersionOf(versionId, action.publishedId)
    if ('document' in action) return bench.apply({create: action.document})
    const base = bench.get(action.baseId)
    bench.demandRevision(action.baseId, action.ifBaseRevisionId)
    bench.apply({create: copyOf(base, versionId)})
  },
)

const unpublishVersion = handler(
  z.strictObject({versionId: documentId, publishedId: documentId}),
  ({versionId, publishedId}, bench) => {
    bench.demandVersionOf(versionId, publishedId)
    if (releaseOf(versionId) === undefined) {
      throw bench.refusal(400, 'invalidDocumentIDError', `"${versionId}" belongs to no release`)
    }
    const published = bench.get(publishedId)
    bench.apply({createIfNotExists: copyOf(published, versionId)})
    bench.apply({
      patch: {id: versionId, setIfMissing: {_system: {}}, set: {'_system.delete': true}},
    })
  },
)

/** Each action by the last part of its type. */
export const documentActions: Readonly<Record<string, Handler>> = {
  create,
  edit,
  publish,
  unpublish,
  delete: remove,
  replaceDraft,
  discard,
  'version.create': createVersion,
  'version.discard': handler(z.strictObject({versionId: documentId, purge}), ({versionId}, bench) =>
    discardVersion(versionId, bench),
  ),
  'version.replace': replaceVersion,
  'version.unpublish': unpublishVersion,
}
