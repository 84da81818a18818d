// One transaction: mutations applied in order, all or none.

import {randomBytes, randomUUID} from 'node:crypto'
import {z} from 'zod'
import type {PermissionName} from '../access/grants.ts'
import {askGuards} from '../access/guard.ts'
import {boundExceededBy} from '../bounds.ts'
import {describedError, LakeError, messageOf, misfits, mutationError} from '../errors.ts'
import {mapObjects, type JsonObject} from '../map-objects.ts'
import {withinAnswer} from '../query/answer-size.ts'
import type {QueryContext} from '../query/context.ts'
import {queryData} from '../query/query.ts'
import {within} from '../query/time-limit.ts'
import {documentId, parseDocument, storedDocument, type StoredDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'
import {fixedDifference, isAsset} from './asset-documents.ts'
import type {
  NamedDocument,
  NewDocument,
  ParsedMutation,
  ParsedPatch,
  Selection,
} from './mutation.ts'
import {patched} from './patch.ts'
import {checkReferences, type DocumentChange} from './references.ts'

export interface TransactionOptions {
  readonly transactionId?: string | undefined
  readonly returnDocuments: boolean
  readonly dryRun: boolean
  readonly autoGenerateArrayKeys: boolean
}

type Operation = 'create' | 'update' | 'delete' | 'none'

export interface TransactionResult {
  readonly transactionId: string
  readonly results: {id: string; operation: Operation; document?: StoredDocument}[]
  readonly documentIds: string[]
}

/**
 * Runs `work` as one transaction, all or nothing. If it changed anything, it is logged under the
 * context's identity. Each changed document gets the transaction's id as its `_rev`.
 *
 * @throws LakeError 409 for an id that is taken or a dangling reference, and anything that `work`
 *   throws. Then nothing has changed.
 */
export function transact(
  store: Store,
  options: TransactionOptions,
  context: QueryContext,
  work: (transaction: Transaction) => void,
): TransactionResult {
  const apply = (): TransactionResult => {
    const transaction = new Transaction(store, options, context)
    return within('transaction', context.queryTimeoutMs, () => {
      work(transaction)
      return transaction.finish()
    })
  }
  return options.dryRun ? store.rehearse(apply) : store.write(apply)
}

/** A running transaction, which `transact` passes to its work. */
export class Transaction {
  readonly #store: Store
  readonly #options: TransactionOptions
  readonly #context: QueryContext
  readonly #id: string
  readonly #time = new Date().toISOString()
  readonly #mutations: ParsedMutation[] = []
  /** The number of its log entry; undefined until something changes. */
  #seq: number | undefined
  /** Each changed document before and after the transaction, and the last mutation that changed it. */
  readonly #changes = new Map<string, DocumentChange>()
  readonly #outcomes: {id: string; operation: Operation; document: StoredDocument | undefined}[] =
    []

  constructor(store: Store, options: TransactionOptions, context: QueryContext) {
    this.#store = store
    this.#options = options
    this.#context = context
    this.#id = options.transactionId ?? randomUUID()
    if (store.hasTransaction(this.#id)) {
      throw describedError(
        409,
        'transactionAlreadyExistsError',
        `Transaction "${this.#id}" has been applied already`,
      )
    }
  }

  // Opened at the first change, so that a request without one adds nothing to the log.
  #entry(): number {
    const {identity: author} = this.#context
    return (this.#seq ??= this.#store.log({id: this.#id, author, time: this.#time}))
  }

  /**
   * Applies one mutation.
   *
   * @param index the request's mutation or action that this belongs to, to name in an error
   * @throws LakeError 400 for a mutation that makes no sense, 403 for one that the context does not
   *   permit, 404 for a patch of a missing document, 409 for an id that is taken or an unexpected
   *   revision
   */
  apply(mutation: ParsedMutation, index: number): void {
    this.#mutations.push(mutation)
    if ('create' in mutation) return this.#create(mutation.create, index)
    if ('createIfNotExists' in mutation) {
      const existing = this.#known(mutation.createIfNotExists._id)
      if (!existing) return this.#create(mutation.createIfNotExists, index)
      return this.#report(existing._id, 'none', existing)
    }
    if ('createOrReplace' in mutation) {
      return this.#replace(mutation.createOrReplace, index)
    }
    if ('delete' in mutation) {
      for (const id of this.#select(mutation.delete, index)) {
        this.#delete(id, mutation.delete.ifRevisionID, index)
      }
      return
    }
    for (const id of this.#select(mutation.patch, index)) this.#patch(id, mutation.patch, index)
  }

  /** Creates the document of an uploaded asset, unless there is one. No mutation may create it. */
  upload(asset: NamedDocument): void {
    const existing = this.read(asset._id)
    if (existing) return this.#report(existing._id, 'none', existing)
    this.#mutations.push({createIfNotExists: asset})
    this.#put(asset, undefined, 'create', 0)
  }

  /**
   * Checks the whole transaction, and closes its entry in the log if it has one.
   *
   * @throws LakeError 400 if the answer would be too large, 403 if a guard objects, 409 for a dangling
   *   reference
   */
  finish(): TransactionResult {
    this.#askGuards()
    checkReferences(this.#store, this.#changes, (id) => this.#known(id) !== undefined)
    this.#demandAnswerable()
    if (this.#seq !== undefined) this.#store.seal(this.#seq, JSON.stringify(this.#mutations))
    const results = this.#outcomes.map(({id, operation, document}) => {
      if (!this.#options.returnDocuments) return {id, operation}
      const final = this.#changes.get(id)?.after ?? document
      const shown = final && this.#context.permissions.allows('read', final)
      return shown ? {id, operation, document: final} : {id, operation}
    })
    return {
      transactionId: this.#id,
      results,
      documentIds: Array.from(new Set(results.map(({id}) => id))),
    }
  }

  // Before the commit, so that a request never fails whose changes stay.
  #demandAnswerable(): void {
    if (!this.#options.returnDocuments) return
    const states = this.#outcomes.values().map(({id}) => this.#store.document(id) ?? '')
    withinAnswer(states).forEach(() => {})
  }

  #askGuards(): void {
    const {guards, identity: author} = this.#context
    for (const [id, change] of this.#changes) {
      askGuards(guards, {id, author, ...change}, this.#store)
    }
  }

  #create(content: NewDocument, index: number): void {
    const id = newId(content._id)
    if (this.#known(id)) throw alreadyExists(id, index)
    this.#write({...content, _id: id}, undefined, 'create', index)
  }

  #replace(content: NamedDocument, index: number): void {
    const existing = this.#known(content._id)
    if (existing) this.#demand('update', existing, index)
    this.#write(content, existing, existing ? 'update' : 'create', index)
  }

  #delete(id: string, expectedRevision: string | undefined, index: number): void {
    const existing = this.#known(id)
    if (!existing) return this.#report(id, 'none', undefined)
    this.#demand('update', existing, index)
    this.#checkRevision(existing, expectedRevision, index)
    this.#store.delete(this.#entry(), id, this.#id)
    this.#change(id, existing, undefined, index)
    this.#report(id, 'delete', existing)
  }

  #patch(id: string, patch: ParsedPatch, index: number): void {
    const existing = this.#known(id)
    if (!existing) {
      throw mutationError(404, index, {
        type: 'documentNotFoundError',
        description: `The document with the ID "${id}" was not found`,
        id,
      })
    }
    this.#demand('update', existing, index)
    this.#checkRevision(existing, patch.ifRevisionID, index)
    const patched = applyPatch(existing, patch, index)
    for (const attribute of ['_id', '_type', '_createdAt'] as const) {
      if (patched[attribute] !== existing[attribute]) {
        throw immutable(attribute, id, index)
      }
    }
    this.#write(patched, existing, 'update', index)
  }

  /** Writes what a mutation asks for. The caller has checked the permission on the state before. */
  #write(
    content: JsonObject,
    existing: StoredDocument | undefined,
    operation: Operation,
    index: number,
  ): void {
    if (isAsset(content) || (existing && isAsset(existing))) {
      if (!existing) throw malformed(index, 'An asset is created by an upload of its file only')
      const attribute = fixedDifference(existing, content)
      if (attribute !== undefined) throw immutable(attribute, existing._id, index)
    }
    this.#put(content, existing, operation, index)
  }

  #put(
    content: JsonObject,
    existing: StoredDocument | undefined,
    operation: Operation,
    index: number,
  ): void {
    const keyed = this.#options.autoGenerateArrayKeys
      ? withArrayKeys(bounded(content, index))
      : content
    const candidate = storedDocument.extend({_id: documentId}).safeParse({
      _createdAt: this.#time,
      ...keyed,
      _updatedAt: this.#time,
      _rev: this.#id,
    })
    if (!candidate.success) throw malformed(index, misfits(candidate.error))
    bounded(candidate.data, index)
    // The state before was permitted already. Otherwise a change could move a document into the grant.
    this.#demand(existing ? 'update' : 'create', candidate.data, index)
    // A hidden document: told only to callers who may create one like it.
    if (!existing && this.read(candidate.data._id)) throw alreadyExists(candidate.data._id, index)
    this.#store.put(this.#entry(), candidate.data)
    this.#change(candidate.data._id, existing, candidate.data, index)
    this.#report(candidate.data._id, operation, candidate.data)
  }

  #change(
    id: string,
    existing: StoredDocument | undefined,
    after: StoredDocument | undefined,
    index: number,
  ): void {
    const earlier = this.#changes.get(id)
    this.#changes.set(id, {index, before: earlier ? earlier.before : existing, after})
  }

  #report(id: string, operation: Operation, document: StoredDocument | undefined): void {
    this.#outcomes.push({id, operation, document})
  }

  /** A document as it is at this point of the transaction. */
  read(id: string): StoredDocument | undefined {
    const json = this.#store.document(id)
    return json === undefined ? undefined : parseDocument(json)
  }

  /**
   * A document as the caller may know it. A document that the caller may neither read nor change counts as
   * missing, so that no answer tells that it is there.
   */
  #known(id: string): StoredDocument | undefined {
    const document = this.read(id)
    const {permissions} = this.#context
    const isKnown = (name: PermissionName): boolean =>
      !!document && permissions.allows(name, document)
    return isKnown('read') || isKnown('update') ? document : undefined
  }

  #select({id, query, params = {}}: Selection, index: number): string[] {
    if (Array.isArray(id)) return this.#select({query: '*[_id in $id]', params: {id}}, index)
    if (id !== undefined && query === undefined) return [id]
    if (id !== undefined || query === undefined) {
      throw malformed(index, 'Expected either an id or a query')
    }
    const selected = queryData(this.#store, {query, params, perspective: 'raw'}, this.#context)
    const documents = selectedDocuments.safeParse(selected)
    if (documents.success) return documents.data.map(({_id}) => _id)
    throw malformed(index, 'The query must select documents with their _id')
  }

  #demand(permission: PermissionName, document: StoredDocument, index: number): void {
    if (this.#context.permissions.allows(permission, document)) return
    throw mutationError(403, index, {
      type: 'insufficientPermissionsError',
      description: `Insufficient permissions; permission "${permission}" required for document "${document._id}"`,
      id: document._id,
      permission,
    })
  }

  #checkRevision(existing: StoredDocument, expected: string | undefined, index: number): void {
    if (expected === undefined || existing._rev === expected) return
    throw mutationError(409, index, {
      type: 'documentRevisionIDDoesNotMatchError',
      description: `Document "${existing._id}" has unexpected revision ID ("${existing._rev}"), expected "${expected}"`,
      id: existing._id,
      currentRevisionID: existing._rev,
      expectedRevisionID: expected,
    })
  }
}

const selectedDocuments = z
  .union([z.null().transform(() => []), z.object({_id: z.string()}).transform((one) => [one])])
  .or(z.array(z.object({_id: z.string()})))

function alreadyExists(id: string, index: number): LakeError {
  return mutationError(409, index, {
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    id,
  })
}

function malformed(index: number, description: string): LakeError {
  return mutationError(400, index, {type: 'malformedMutationError', description})
}

function immutable(attribute: string, id: string, index: number): LakeError {
  return mutationError(400, index, {
    type: 'immutableAttributeError',
    description: `Cannot modify immutable attribute "${attribute}" of document "${id}"`,
    id,
  })
}

/**
 * The content itself.
 *
 * @throws LakeError 400 if it is too large for a document
 */
function bounded(content: JsonObject, index: number): JsonObject {
  const bound = boundExceededBy(content)
  if (bound === undefined) return content
  throw malformed(index, `A document cannot ${bound}`)
}

function newId(requested: string | undefined): string {
  if (requested === undefined || requested === '') return randomUUID()
  return requested.endsWith('.') ? requested + randomUUID() : requested
}

function applyPatch(
  document: StoredDocument,
  {id: _id, query: _query, params: _params, ifRevisionID: _revision, ...operations}: ParsedPatch,
  index: number,
): JsonObject {
  try {
    return patched(document, operations)
  } catch (error) {
    throw malformed(index, `Cannot patch document "${document._id}": ${messageOf(error)}`)
  }
}

function withArrayKeys(content: JsonObject): JsonObject {
  return mapObjects(content, (object, isItem) =>
    isItem ? {_key: randomBytes(6).toString('hex'), ...object} : object,
  )
}
