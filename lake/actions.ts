// The Actions API: what the Studio does with drafts and versions, each in terms of mutations, so that
// the log, listeners and grants see nothing but mutations.
// https://www.sanity.io/docs/http-reference/actions

import {z} from 'zod'
import {publishedId} from './document.ts'
import {describedError, LakeError, mutationError} from './errors.ts'
import {patchOperations, type ParsedPatch} from './mutation.ts'
import type {QueryContext} from './query.ts'
import type {Store} from './store.ts'
import {transact, type Transaction} from './transaction.ts'

const content = z.looseObject({_type: z.string().min(1), _id: z.string().optional()})
const namedContent = z.looseObject({_type: z.string().min(1), _id: z.string()})
const id = z.string().min(1)

/** An action with the members that it needs, and what it does. */
interface Kind {
  readonly schema: z.ZodType
  readonly perform: (transaction: Transaction, input: unknown, index: number) => void
}

function kind<S extends z.ZodType>(
  schema: S,
  perform: (transaction: Transaction, action: z.output<S>, index: number) => void,
): Kind {
  return {
    schema,
    perform: (transaction, input, index) => perform(transaction, schema.parse(input), index),
  }
}

/** By the last part of their type, after `sanity.action.document.`. */
const KINDS: Readonly<Record<string, Kind>> = {
  create: kind(
    z.object({
      publishedId: id,
      attributes: content,
      ifExists: z.enum(['fail', 'ignore']).default('fail'),
    }),
    createDraft,
  ),
  replaceDraft: kind(z.object({publishedId: id, attributes: content}), replaceDraft),
  edit: kind(z.object({draftId: id, publishedId: id, patch: patchOperations}), edit),
  publish: kind(
    z.object({
      draftId: id,
      publishedId: id,
      ifDraftRevisionId: z.string().optional(),
      ifPublishedRevisionId: z.string().optional(),
    }),
    publish,
  ),
  unpublish: kind(z.object({draftId: id, publishedId: id}), unpublish),
  discard: kind(z.object({draftId: id, purge: z.boolean().optional()}), discardDraft),
  delete: kind(
    z.object({
      publishedId: id,
      includeDrafts: z.array(id).default([]),
      purge: z.boolean().optional(),
    }),
    deleteAll,
  ),
  'version.create': kind(
    z.object({
      publishedId: id,
      document: namedContent.optional(),
      versionId: id.optional(),
      baseId: id.optional(),
      ifBaseRevisionId: z.string().optional(),
    }),
    createVersion,
  ),
  'version.discard': kind(z.object({versionId: id, purge: z.boolean().optional()}), discardVersion),
  'version.replace': kind(z.object({document: namedContent}), replaceVersion),
  'version.unpublish': kind(z.object({versionId: id, publishedId: id}), unpublishVersion),
}

const PREFIX = 'sanity.action.document.'

const oneAction = z.looseObject({actionType: z.string()})

/** The body of a request to act. */
export const actionsBody = z.object({
  actions: z.array(oneAction).min(1, 'Expected at least one action'),
  transactionId: z.string().min(1).max(128).optional(),
  dryRun: z.boolean().default(false),
})

/**
 * Performs actions in their order, as one transaction.
 * @throws LakeError 400 for an action that the lake does not have or that lacks something, 403 for
 *   one that the context does not permit, 404 where there is nothing to act on, 409 for a conflict.
 *   Then nothing has changed.
 */
export function act(
  store: Store,
  {actions, transactionId, dryRun}: z.infer<typeof actionsBody>,
  context: QueryContext,
): {transactionId: string} {
  const options = {transactionId, dryRun, returnDocuments: false, autoGenerateArrayKeys: false}
  try {
    const done = transact(store, options, context, (transaction) => {
      for (const [index, action] of actions.entries()) perform(transaction, action, index)
    })
    return {transactionId: done.transactionId}
  } catch (error) {
    throw asActionError(error)
  }
}

function perform(transaction: Transaction, action: z.infer<typeof oneAction>, index: number): void {
  const {actionType} = action
  const found = actionType.startsWith(PREFIX) ? KINDS[actionType.slice(PREFIX.length)] : undefined
  if (!found) {
    throw describedError(
      400,
      'actionError',
      `Action "${actionType}" is not supported: use one of ${Object.keys(KINDS)
        .map((name) => PREFIX + name)
        .join(', ')}`,
    )
  }
  const {error} = found.schema.safeParse(action)
  if (error) throw describedError(400, 'actionError', `${actionType}: ${z.prettifyError(error)}`)
  found.perform(transaction, action, index)
}

// Sanity's client tells a failed action from a failed mutation by the type of the error.
function asActionError(error: unknown): unknown {
  if (!(error instanceof LakeError)) return error
  const {data} = failedMutation.safeParse(error.body)
  if (!data) return error
  return new LakeError(error.status, error.message, {
    error: {...data.error, type: 'actionError'},
  })
}

const failedMutation = z.object({error: z.looseObject({type: z.literal('mutationError')})})

interface DraftContent {
  readonly publishedId: string
  readonly attributes: z.output<typeof content>
}

function createDraft(
  transaction: Transaction,
  {publishedId: published, attributes, ifExists}: DraftContent & {ifExists: 'fail' | 'ignore'},
  index: number,
): void {
  const target = variantOf(attributes._id, published)
  const existing = transaction.read(target) ?? transaction.read(published)
  if (existing && ifExists === 'ignore') return
  if (existing) throw taken(existing._id, index)
  transaction.apply({create: {...ownContent(attributes), _id: target}}, index)
}

function replaceDraft(
  transaction: Transaction,
  {publishedId: published, attributes}: DraftContent,
  index: number,
): void {
  const target = variantOf(attributes._id, published)
  transaction.apply({createOrReplace: {...ownContent(attributes), _id: target}}, index)
}

interface Pair {
  /** Of a draft, or of a version in a release. */
  readonly draftId: string
  readonly publishedId: string
}

// A document that has no draft yet gets one first, from what is published.
function edit(
  transaction: Transaction,
  {draftId, publishedId: published, patch}: Pair & {patch: z.output<typeof patchOperations>},
  index: number,
): void {
  if (!transaction.read(draftId)) {
    const base = transaction.read(published)
    if (!base) throw missing(draftId, index)
    transaction.apply({create: {...ownContent(base), _id: draftId}}, index)
  }
  const named: ParsedPatch = {...patch, id: draftId}
  transaction.apply({patch: named}, index)
}

function publish(
  transaction: Transaction,
  {
    draftId,
    publishedId: published,
    ifDraftRevisionId,
    ifPublishedRevisionId,
  }: Pair & {ifDraftRevisionId?: string | undefined; ifPublishedRevisionId?: string | undefined},
  index: number,
): void {
  const draft = transaction.read(draftId)
  if (!draft) throw missing(draftId, index)
  const current = transaction.read(published)
  if (ifPublishedRevisionId !== undefined && current?._rev !== ifPublishedRevisionId) {
    throw otherRevision(published, current?._rev, ifPublishedRevisionId, index)
  }
  const text = membersStrengthened(ownContent(draft))
  const created = current?._createdAt ?? draft._createdAt
  transaction.apply(
    {createOrReplace: {...text, _type: draft._type, _id: published, _createdAt: created}},
    index,
  )
  transaction.apply({delete: {id: draftId, ifRevisionID: ifDraftRevisionId}}, index)
}

function unpublish(
  transaction: Transaction,
  {draftId, publishedId: published}: Pair,
  index: number,
): void {
  const current = transaction.read(published)
  if (!current) throw missing(published, index)
  transaction.apply({createIfNotExists: {...ownContent(current), _id: draftId}}, index)
  transaction.apply({delete: {id: published}}, index)
}

function discardDraft(transaction: Transaction, {draftId}: {draftId: string}, index: number): void {
  if (!isVariant(draftId)) throw notAVariant(draftId, index)
  if (!transaction.read(draftId)) throw missing(draftId, index)
  transaction.apply({delete: {id: draftId}}, index)
}

function deleteAll(
  transaction: Transaction,
  {publishedId: published, includeDrafts}: {publishedId: string; includeDrafts: string[]},
  index: number,
): void {
  if (!transaction.read(published)) throw missing(published, index)
  for (const draft of includeDrafts) {
    if (!isVariant(draft) || publishedId(draft) !== published) throw notAVariant(draft, index)
    transaction.apply({delete: {id: draft}}, index)
  }
  transaction.apply({delete: {id: published}}, index)
}

interface VersionContent {
  readonly publishedId: string
  readonly document?: z.output<typeof namedContent> | undefined
  readonly versionId?: string | undefined
  readonly baseId?: string | undefined
  readonly ifBaseRevisionId?: string | undefined
}

/** A new version: with content of its own, or a copy of another one, as of what is published. */
function createVersion(
  transaction: Transaction,
  {publishedId: published, document, versionId, baseId, ifBaseRevisionId}: VersionContent,
  index: number,
): void {
  const target = document?._id ?? versionId ?? `drafts.${published}`
  if (!isVariant(target) || publishedId(target) !== published) throw notAVariant(target, index)
  if (document) return transaction.apply({create: {...ownContent(document), _id: target}}, index)
  const base = transaction.read(baseId ?? published)
  if (!base) throw missing(baseId ?? published, index)
  if (ifBaseRevisionId !== undefined && base._rev !== ifBaseRevisionId) {
    throw otherRevision(base._id, base._rev, ifBaseRevisionId, index)
  }
  transaction.apply({create: {...ownContent(base), _id: target}}, index)
}

function discardVersion(
  transaction: Transaction,
  {versionId}: {versionId: string},
  index: number,
): void {
  discardDraft(transaction, {draftId: versionId}, index)
}

function replaceVersion(
  transaction: Transaction,
  {document}: {document: z.output<typeof namedContent>},
  index: number,
): void {
  const {_id} = document
  if (!isVariant(_id)) throw notAVariant(_id, index)
  if (!transaction.read(_id)) throw missing(_id, index)
  transaction.apply({createOrReplace: {...ownContent(document), _id}}, index)
}

/** Notes in a release that the document is to go when the release is published. */
function unpublishVersion(
  transaction: Transaction,
  {versionId, publishedId: published}: {versionId: string; publishedId: string},
  index: number,
): void {
  const current = transaction.read(published)
  if (!current) throw missing(published, index)
  if (!isVariant(versionId)) throw notAVariant(versionId, index)
  const base = transaction.read(versionId) ?? current
  const _system = {delete: true}
  transaction.apply({createOrReplace: {...ownContent(base), _id: versionId, _system}}, index)
}

interface OwnContent {
  readonly _type: string
  readonly [attribute: string]: unknown
}

/** A document's content, without what the lake notes of each document by itself. */
function ownContent({
  _id,
  _rev,
  _createdAt,
  _updatedAt,
  _system,
  ...own
}: z.output<typeof content>): OwnContent {
  return own
}

const isVariant = (id: string): boolean => /^(?:drafts|versions\.[^.]+)\../.test(id)

// The Studio names a version where it means one; otherwise the draft is meant.
const variantOf = (requested: string | undefined, published: string): string =>
  requested !== undefined && isVariant(requested) ? requested : `drafts.${published}`

/**
 * References that were weak only until their target is published become strong:
 * https://www.sanity.io/docs/studio/reference-type
 */
function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => strengthened(item))
  if (typeof value !== 'object' || value === null) return value
  const {_strengthenOnPublish: rule, ...record} = weakReference.parse(value)
  if (!rule) return membersStrengthened(record)
  const {_weak, ...strong} = record
  return rule.weak ? record : strong
}

const membersStrengthened = (record: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([name, child]) => [name, strengthened(child)]))

const weakReference = z.looseObject({
  _strengthenOnPublish: z.looseObject({weak: z.boolean().optional()}).optional().catch(undefined),
})

function taken(id: string, index: number): LakeError {
  return mutationError(409, index, {
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    id,
  })
}

function missing(id: string, index: number): LakeError {
  return mutationError(404, index, {
    type: 'documentNotFoundError',
    description: `The document with the ID "${id}" was not found`,
    id,
  })
}

function notAVariant(id: string, index: number): LakeError {
  return mutationError(400, index, {
    type: 'malformedMutationError',
    description: `"${id}" is not the ID of a draft or version of that document`,
    id,
  })
}

function otherRevision(
  id: string,
  current: string | undefined,
  expected: string,
  index: number,
): LakeError {
  return mutationError(409, index, {
    type: 'documentRevisionIDDoesNotMatchError',
    description: `Document "${id}" has unexpected revision ID ("${current ?? 'none'}"), expected "${expected}"`,
    id,
    currentRevisionID: current ?? '',
    expectedRevisionID: expected,
  })
}
