// Actions on releases: sets of versions that are published together.
// https://www.sanity.io/docs/apis-and-sdks/content-releases-api

import {randomBytes} from 'node:crypto'
import {isDeepStrictEqual} from 'node:util'
import {z} from 'zod'
import {views} from '../../query/perspective.ts'
import {
  publishedId,
  parseDocument,
  releaseDocumentId,
  type StoredDocument,
} from '../../store/document.ts'
import {patchOperations} from '../mutation.ts'
import {copyOf, handler, publishedCopy, type Handler, type Workbench} from './workbench.ts'

// No dots: the name is one part of the ids of its versions.
const releaseId = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_-]*$/, 'A release id holds letters, digits, dashes, underscores')
  .max(64)

const named = z.strictObject({releaseId})

const create = handler(
  z.strictObject({releaseId, metadata: z.looseObject({}).optional()}),
  ({releaseId: name, metadata}, bench) => {
    bench.apply({
      create: {
        _id: releaseDocumentId(name),
        _type: 'system.release',
        name,
        state: 'active',
        metadata: {releaseType: 'undecided', ...metadata},
      },
    })
  },
)

const edit = handler(
  z.strictObject({releaseId, patch: patchOperations}),
  ({releaseId: name, patch}, bench) => {
    const before = releaseIn(['active'], name, bench)
    bench.apply({patch: {...patch, id: before._id}})
    if (isDeepStrictEqual(unedited(bench.get(before._id)), unedited(before))) return
    throw bench.refusal(
      400,
      'invalidReleaseEditError',
      'Only the metadata of a release can be edited',
    )
  },
)

function unedited({metadata: _metadata, _rev, _updatedAt, ...rest}: StoredDocument): object {
  return rest
}

const publish = handler(named, ({releaseId: name}, bench) => {
  const release = releaseIn(['active'], name, bench)
  const versions = versionsIn(name, bench)
  for (const version of versions) {
    const published = publishedId(version._id)
    if (isDeparting(version)) bench.unpublish(published, `drafts.${published}`)
    else bench.apply({createOrReplace: publishedCopy(version, published)})
    bench.apply({delete: {id: version._id}})
  }
  const publishedAt = new Date().toISOString()
  const finalDocumentStates = finalStates(versions)
  bench.apply({
    patch: {id: release._id, set: {state: 'published', publishedAt, finalDocumentStates}},
  })
})

const archive = handler(named, ({releaseId: name}, bench) => {
  const release = releaseIn(['active'], name, bench)
  const versions = versionsIn(name, bench)
  for (const {_id: id} of versions) bench.apply({delete: {id}})
  const set = {state: 'archived', finalDocumentStates: finalStates(versions)}
  bench.apply({patch: {id: release._id, set}})
})

const archivedRelease = z.looseObject({
  finalDocumentStates: z.array(z.looseObject({id: z.string()})),
})

const unarchive = handler(named, ({releaseId: name}, bench) => {
  const release = releaseIn(['archived'], name, bench)
  const {data} = archivedRelease.safeParse(release)
  if (!data) {
    throw bench.refusal(
      409,
      'releaseStateError',
      `Release "${name}" does not say which versions it had`,
    )
  }
  for (const {id} of data.finalDocumentStates) {
    const version = bench.lastState(id)
    if (!version) {
      throw bench.refusal(
        404,
        'documentNotFoundError',
        `There is no last state of "${id}" to restore`,
      )
    }
    bench.apply({create: {...copyOf(version, id), ...pick(version, '_system')}})
  }
  bench.apply({
    patch: {id: release._id, set: {state: 'active'}, unset: ['finalDocumentStates']},
  })
})

const remove = handler(named, ({releaseId: name}, bench) => {
  const release = releaseIn(['archived', 'published'], name, bench)
  bench.apply({delete: {id: release._id}})
})

function releaseIn(states: readonly string[], name: string, bench: Workbench): StoredDocument {
  const release = bench.get(releaseDocumentId(name))
  if (typeof release.state === 'string' && states.includes(release.state)) return release
  throw bench.refusal(
    409,
    'releaseStateError',
    `The release "${name}" is ${String(release.state)}: it must be ${states.join(' or ')}`,
  )
}

// All versions, including those that the caller may not read. If the caller may not change one, the
// action fails when it is applied.
function versionsIn(name: string, {store}: Workbench): StoredDocument[] {
  return store
    .find(views.raw, [
      {kind: 'idRange', operator: '>', bound: `versions.${name}.`},
      // The character after the dot.
      {kind: 'idRange', operator: '<', bound: `versions.${name}/`},
    ])
    .map((revision) => parseDocument(store.body(revision)))
}

const departing = z.looseObject({_system: z.looseObject({delete: z.literal(true)})})

/** True if publishing the release removes the document. */
function isDeparting(version: StoredDocument): boolean {
  return departing.safeParse(version).success
}

function finalStates(versions: readonly StoredDocument[]): {_key: string; id: string}[] {
  return versions.map(({_id: id}) => ({_key: randomBytes(6).toString('hex'), id}))
}

function pick(document: StoredDocument, name: string): Record<string, unknown> {
  return name in document ? {[name]: document[name]} : {}
}

/** Each action by the last part of its type. */
export const releaseActions: Readonly<Record<string, Handler>> = {
  create,
  edit,
  publish,
  archive,
  unarchive,
  delete: remove,
}
