// What an action works with: the documents at its point in the transaction, and the mutations that it
// adds.

import {z} from 'zod'
import {misfits, mutationError, type LakeError} from '../../errors.ts'
import {mapObjects, type JsonObject} from '../../map-objects.ts'
import type {QueryContext} from '../../query/context.ts'
import {
  publishedId,
  parseDocument,
  releaseDocumentId,
  releaseOf,
  type StoredDocument,
} from '../../store/document.ts'
import type {Store} from '../../store/store.ts'
import type {ParsedMutation} from '../mutation.ts'
import type {Transaction} from '../transaction.ts'

/** One action's part in a transaction. */
export class Workbench {
  readonly store: Store
  readonly #transaction: Transaction
  readonly #context: QueryContext
  readonly #index: number

  /** @param index the position of the action in the request */
  constructor(store: Store, transaction: Transaction, context: QueryContext, index: number) {
    this.store = store
    this.#transaction = transaction
    this.#context = context
    this.#index = index
  }

  /**
   * Applies a mutation.
   *
   * @throws LakeError as `Transaction.apply` does
   */
  apply(mutation: ParsedMutation): void {
    this.#transaction.apply(mutation, this.#index)
  }

  /** Removes a published document, if there is one, and leaves its content as a draft, unless there is one. */
  unpublish(published: string, draftId: string): void {
    const document = this.find(published)
    if (document) this.apply({createIfNotExists: copyOf(document, draftId)})
    this.apply({delete: {id: published}})
  }

  /**
   * A document at this point. A document that the caller may not read counts as missing, so that its
   * content cannot be copied either.
   */
  find(id: string): StoredDocument | undefined {
    const document = this.#transaction.read(id)
    return document && this.#context.permissions.allows('read', document) ? document : undefined
  }

  /** @throws LakeError 404 if there is no such document */
  get(id: string): StoredDocument {
    const document = this.find(id)
    if (document) return document
    throw this.refusal(
      404,
      'documentNotFoundError',
      `The document with the ID "${id}" was not found`,
    )
  }

  /** The last state of a deleted document; undefined if there is none that the caller may see. */
  lastState(id: string): StoredDocument | undefined {
    const json = this.store.history.lastState(id)
    const document = json === undefined ? undefined : parseDocument(json)
    return document && this.#context.permissions.allows('history', document) ? document : undefined
  }

  /** @throws LakeError 409 if a document has this id, even one that the caller may not read */
  demandFree(id: string): void {
    if (this.store.document(id) === undefined) return
    throw this.refusal(409, 'documentAlreadyExistsError', `Document by ID "${id}" already exists`)
  }

  /** @throws LakeError 409 if a revision is expected and the document has another, or is missing */
  demandRevision(id: string, expected: string | undefined): void {
    if (expected === undefined) return
    const current = this.find(id)?._rev
    if (current === expected) return
    const found = current === undefined ? 'does not exist' : `has revision ID "${current}"`
    throw this.refusal(
      409,
      'documentRevisionIDDoesNotMatchError',
      `Document "${id}" ${found}, expected "${expected}"`,
    )
  }

  /** @throws LakeError 400 unless the first is the id of a draft or version of the second */
  demandVersionOf(versionId: string, published: string): void {
    this.demandVersion(versionId)
    if (publishedId(versionId) === published) return
    throw this.refusal(
      400,
      'invalidDocumentIDError',
      `"${versionId}" is not the ID of a draft or version of "${published}"`,
    )
  }

  /**
   * @throws LakeError 400 unless it is the id of a draft or a version, 409 if its release has ended
   */
  demandVersion(id: string): void {
    if (publishedId(id) === id) {
      throw this.refusal(
        400,
        'invalidDocumentIDError',
        `"${id}" is not the ID of a draft or version: it must begin with "drafts." or "versions.<release>."`,
      )
    }
    const release = releaseOf(id)
    if (release !== undefined) this.demandOpen(release)
  }

  /**
   * A missing release is allowed: its document can be created after its versions.
   *
   * @throws LakeError 409 for a release that was published or archived
   */
  demandOpen(release: string): void {
    const state = this.find(releaseDocumentId(release))?.state ?? 'active'
    if (state === 'active') return
    throw this.refusal(
      409,
      'releaseStateError',
      `The release "${release}" is ${String(state)}: it must be active`,
    )
  }

  /** The error for an action that cannot be done. */
  refusal(status: number, type: string, description: string): LakeError {
    return mutationError(status, this.#index, {type, description})
  }
}

/** A step of a request: the schema of its fields, and what it does. */
export type Handler = (input: unknown, bench: Workbench) => void

/**
 * An action as a function of the request's JSON.
 *
 * @throws LakeError 400 if the JSON does not fit the schema, and anything that `perform` throws
 */
export function handler<T>(
  schema: z.ZodType<T>,
  perform: (action: T, bench: Workbench) => void,
): Handler {
  return (input, bench) => {
    const action = schema.safeParse(input)
    if (action.success) return perform(action.data, bench)
    throw bench.refusal(400, 'malformedActionError', misfits(action.error))
  }
}

/**
 * A document's content under another id. Drafts and published documents share their creation time:
 * https://www.sanity.io/docs/content-studio/drafts
 */
export function copyOf(
  {_rev, _updatedAt, _system, ...content}: Readonly<StoredDocument>,
  id: string,
): {_id: string; _type: string; [attribute: string]: unknown} {
  return {...content, _id: id, _type: content._type}
}

/**
 * A draft or version as it is published. References that were weak only because their targets were not
 * published yet (`_strengthenOnPublish`) become strong, unless their field is weak by itself.
 */
export function publishedCopy(
  version: StoredDocument,
  id: string,
): {_id: string; _type: string; [attribute: string]: unknown} {
  const copy = copyOf(version, id)
  return {...mapObjects(copy, strengthened), _id: id, _type: copy._type}
}

const awaitingTarget = z.looseObject({_strengthenOnPublish: z.looseObject({})})

function strengthened(object: JsonObject): JsonObject {
  const reference = awaitingTarget.safeParse(object)
  if (!reference.success) return object
  const {_strengthenOnPublish: field, _weak, ...rest} = reference.data
  return field.weak === true ? {...rest, _weak: true} : rest
}
