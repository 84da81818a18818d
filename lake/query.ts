// Answers GROQ queries. SQLite finds the documents as far as the plan allows (plan.ts); groq-js,
// Sanity's own evaluator, decides everything else.

import {evaluate, evaluateSync, GroqSyntaxError, parse} from 'groq-js'
import type {Document, ExprNode, ValueNode} from 'groq-js'
import {describedError, LakeError, messageOf, queryParseError} from './errors.ts'
import {documentPage, planQuery, stackFilters} from './plan.ts'
import type {Collection} from './plan.ts'
import type {Permissions} from './access/grants.ts'
import type {Perspective} from './perspective.ts'
import {Reader} from './reader.ts'
import type {Store} from './store.ts'

export interface Query {
  readonly query: string
  readonly params: Readonly<Record<string, unknown>>
  readonly perspective: Perspective
}

/** Who asks, and where: for `identity()`, `sanity::projectId()` and the like. */
export interface QueryContext {
  readonly projectId: string
  readonly dataset: string
  readonly identity: string
  readonly permissions: Permissions
  /** Where assets are to be had; undefined for Sanity's own address. */
  readonly origin: string | undefined
}

/**
 * Answers a query with JSON in UTF-8, in pieces.
 * @throws LakeError 400 if it is not GROQ, or calls what groq-js cannot evaluate
 */
export async function queryJson(
  store: Store,
  query: Query,
  context: QueryContext,
): Promise<Uint8Array[]> {
  const tree = parseQuery(query)
  const reader = readerFor(store, query, context)
  const page = reader.verbatim ? documentPage(tree) : undefined
  if (page) {
    return store.read(() => {
      const found = reader.find(page.conditions, page)
      return jsonArray(found.map((revision) => reader.bytes(revision)))
    })
  }
  return [new TextEncoder().encode(JSON.stringify(await run(store, tree, query, context)))]
}

/**
 * Answers a query at once, with data. For those that select documents to change, which must see
 * the transaction that they are part of.
 * @throws LakeError 400 as `queryJson` does
 */
export function queryData(store: Store, query: Query, context: QueryContext): unknown {
  return runSync(store, parseQuery(query), query, context)
}

/** @throws LakeError 400 if it is not GROQ */
export function parseQuery({query, params}: Pick<Query, 'query' | 'params'>): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    const start = error instanceof GroqSyntaxError ? error.position : 0
    const end = error instanceof GroqSyntaxError ? start + 1 : query.length
    throw queryParseError(query, messageOf(error), start, end)
  }
}

function readerFor(store: Store, {perspective}: Query, context: QueryContext): Reader {
  return new Reader(store, perspective, context)
}

const COMMA = new TextEncoder().encode(',')
const OPEN = new TextEncoder().encode('[')
const CLOSE = new TextEncoder().encode(']')

function jsonArray(items: readonly Uint8Array[]): Uint8Array[] {
  return [OPEN, ...items.flatMap((item, index) => (index === 0 ? [item] : [COMMA, item])), CLOSE]
}

async function run(
  store: Store,
  tree: ExprNode,
  query: Query,
  context: QueryContext,
): Promise<unknown> {
  if (!planQuery(tree).asynchronous) return runSync(store, tree, query, context)
  // While this one waits, others may write: it works on a copy of the dataset taken at once.
  const dataset = store.read(() =>
    Array.from(documents(readerFor(store, query, context), undefined)),
  )
  try {
    const value = await evaluate(tree, {...evaluationOptions(query, context), dataset})
    return await value.get()
  } catch (error) {
    throw evaluationError(error)
  }
}

function runSync(store: Store, tree: ExprNode, query: Query, context: QueryContext): unknown {
  const {collections, everything} = planQuery(tree)
  const reader = readerFor(store, query, context)
  const base = {
    ...evaluationOptions(query, context),
    dereference: dereferencer(reader),
  }
  return store.read(() => {
    const dataset = everything ? Array.from(documents(reader, undefined)) : []
    const evaluateNode = (node: ExprNode): unknown => evaluateSync(node, {...base, dataset}).data
    for (const collection of collections) bind(reader, collection, evaluateNode)
    try {
      return evaluateNode(tree) ?? null
    } catch (error) {
      throw evaluationError(error)
    }
  })
}

/** What groq-js needs to know besides the dataset. */
export function evaluationOptions({params}: Query, {projectId, dataset, identity}: QueryContext) {
  return {params: {...params}, identity, sanity: {projectId, dataset}}
}

/**
 * What to throw in place of an error that came out of an evaluation: groq-js refuses what it does
 * not implement by throwing plain errors; SQLite's have a code.
 */
export function evaluationError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LakeError || 'code' in error) return error
  return describedError(400, 'queryEvaluationError', `The query failed: ${error.message}`)
}

/**
 * Points a collection's node at documents instead of `*`. They are fetched when the evaluator
 * first asks for them, and kept for when it asks again, as it does inside projections.
 */
function bind(
  reader: Reader,
  collection: Collection,
  evaluateNode: (node: ExprNode) => unknown,
): void {
  const {node, expressions, closed, exact, projection} = collection
  if (!closed) {
    const candidates = lazyValue(() => Array.from(documents(reader, collection)))
    node.base = stackFilters(candidates, expressions.slice(0, -1))
    return
  }
  node.base = lazyValue(() => {
    // To be counted, the numbers of the revisions do as well as the documents.
    if (exact && collection.counted) return reader.find(collection.conditions)
    const candidates = documents(reader, collection)
    if (exact && !projection) return Array.from(candidates)
    return matching(candidates, collection, evaluateNode)
  })
  // The node's own work is done: it now lets everything through as it is.
  node.expr = node.type === 'Map' ? {type: 'This'} : {type: 'Value', value: true}
}

const BATCH = 128

// Filters and projects documents as they are read, so that a scan holds no more than what matches,
// and of that no more than is asked for.
function matching(
  candidates: Iterable<unknown>,
  {expressions, exact, projection, limit = Infinity}: Collection,
  evaluateNode: (node: ExprNode) => unknown,
): unknown[] {
  const found: unknown[] = []
  const batch: ValueNode<unknown[]> = {type: 'Value', value: []}
  const filtered = exact ? batch : stackFilters(batch, expressions)
  const wanted: ExprNode = projection ? {type: 'Map', base: filtered, expr: projection} : filtered
  const flush = (): void => {
    const matches = evaluateNode(wanted)
    if (Array.isArray(matches)) found.push(...matches)
    batch.value = []
  }
  for (const candidate of candidates) {
    batch.value.push(candidate)
    if (batch.value.length === BATCH) flush()
    if (found.length >= limit) return found.slice(0, limit)
  }
  flush()
  return found.slice(0, limit)
}

function lazyValue(load: () => unknown): ValueNode {
  let loaded: {readonly value: unknown} | undefined
  return {
    type: 'Value',
    get value() {
      loaded ??= {value: load()}
      return loaded.value
    },
  }
}

function* documents(
  reader: Reader,
  collection: Collection | undefined,
): Generator<Record<string, unknown>> {
  const limit = collection?.exact ? collection.limit : undefined
  const page = limit === undefined || limit === Infinity ? undefined : {offset: 0, limit}
  for (const revision of reader.find(collection?.conditions ?? [], page)) {
    yield reader.show(revision)
  }
}

// Follows `->`, reading each document once for a query.
function dereferencer(reader: Reader) {
  const known = new Map<string, Document | null>()
  return ({_ref: id}: {_ref: string}): Document | null => {
    const cached = known.get(id)
    if (cached !== undefined) return cached
    const [revision] = reader.find([{kind: 'id', among: [id]}])
    const found = revision === undefined ? null : reader.show(revision)
    known.set(id, found)
    return found
  }
}
