// What an action works with: the documents as they are at its turn in the transaction, and the
// mutations that it comes to.

import {z} from 'zod'
import {mutationError, type LakeError} from '../../errors.ts'
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

  /** @param index which of the request's actions it is */
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

  /**
   * A document as it is now. One that may not be read is none: its content must not be had by copying
   * it, either.
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

  /** The last state of a document that is gone; undefined if there is none that may be seen. */
  lastState(id: string): StoredDocument | undefined {
    const json = this.store.lastState(id)
    const document = json === undefined ? undefined : parseDocument(json)
    return document && this.#context.permissions.allows('history', document) ? document : undefined
  }

  /** @throws LakeError 409 if there is a document by that id, whoever may read it */
  demandFree(id: string): void {
    if (this.store.document(id) === undefined) return
    throw this.refusal(409, 'documentAlreadyExistsError', `Document by ID "${id}" already exists`)
  }

  /** @throws LakeError 409 if a revision is expected and the document is at another, or is not */
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

  /** @throws LakeError 400 unless the first is an id for a draft or version of the second */
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
   * @throws LakeError 400 unless it is an id for a draft or a version, 409 if that belongs to a release
   *   which is over
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
   * A release that is not there is no hindrance: its document can be made after its versions.
   *
   * @throws LakeError 409 for a release that was published or archived
   */
  demandOpen(release: string): void {
    const json = this.store.document(releaseDocumentId(release))
    const state = json === undefined ? 'active' : parseDocument(json).state
    if (state === 'active') return
    throw this.refusal(
      409,
      'releaseStateError',
      `The release "${release}" is ${String(state)}: it must be active`,
    )
  }

  /** What to throw when the action cannot be done. */
  refusal(status: number, type: string, description: string): LakeError {
    return mutationError(status, this.#index, {type, description})
  }
}

/** A step of a request: what its fields must be, and what it does. */
export type Handler = (input: unknown, bench: Workbench) => void

/**
 * An action as a function of what was sent.
 *
 * @throws LakeError 400 where that does not fit the schema, and whatever `perform` throws
 */
export function handler<T>(
  schema: z.ZodType<T>,
  perform: (action: T, bench: Workbench) => void,
): Handler {
  return (input, bench) => {
    const action = schema.safeParse(input)
    if (action.success) return perform(action.data, bench)
    throw bench.refusal(400, 'malformedActionError', z.prettifyError(action.error))
  }
}

/**
 * A document's content, to be had under another id. When it was made stays the same for drafts and
 * published documents: https://www.sanity.io/docs/content-studio/drafts
 */
export function copyOf(
  {_rev, _updatedAt, _system, ...content}: Readonly<StoredDocument>,
  id: string,
): {_id: string; _type: string; [attribute: string]: unknown} {
  return {...content, _id: id, _type: content._type}
}

/**
 * A draft or version as it is published: references that were weak only because their targets were
 * not published yet (`_strengthenOnPublish`) become strong, unless their field is weak by itself.
 */
export function publishedCopy(
  version: StoredDocument,
  id: string,
): {_id: string; _type: string; [attribute: string]: unknown} {
  const copy = copyOf(version, id)
  return {...strengthened(copy), _id: id, _type: copy._type}
}

const awaitingTarget = z.looseObject({_strengthenOnPublish: z.looseObject({})})

function strengthened(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const inside = Object.entries(value).map(([name, child]) => [name, strengthenedInside(child)])
  const copy: Record<string, unknown> = Object.fromEntries(inside)
  const reference = awaitingTarget.safeParse(copy)
  if (!reference.success) return copy
  const {_strengthenOnPublish: field, _weak, ...rest} = reference.data
  return field.weak === true ? {...rest, _weak: true} : rest
}

function strengthenedInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => strengthenedInside(item))
  return typeof value === 'object' && value !== null ? strengthened({...value}) : value
}
