// Answers GROQ queries. SQLite finds the documents as far as the plan allows (plan.ts); groq-js,
// Sanity's own evaluator, decides everything else.

import {evaluateSync, GroqSyntaxError, parse} from 'groq-js'
import type {Document, ExprNode, SliceNode, ValueNode} from 'groq-js'
import {describedError, LakeError, messageOf, queryParseError} from '../errors.ts'
import {comparesStates, documentPage, planQuery, stackFilters} from '../groq/plan.ts'
import type {Collection} from '../groq/plan.ts'
import type {Store} from '../store/store.ts'
import type {QueryContext} from './context.ts'
import type {Perspective} from './perspective.ts'
import {Reader} from './reader.ts'
import {within} from './time-limit.ts'

export interface Query {
  readonly query: string
  readonly params: Readonly<Record<string, unknown>>
  readonly perspective: Perspective
}

/**
 * Answers a query with JSON in UTF-8, in pieces.
 *
 * @throws LakeError 400 if it is not GROQ, calls what groq-js cannot evaluate, takes too long, or
 *   has too large an answer
 */
export function queryJson(store: Store, query: Query, context: QueryContext): Uint8Array[] {
  return bounded(store, context, () => {
    const tree = parseQuery(query)
    const reader = new Reader(store, query.perspective, context)
    const page = reader.verbatim ? documentPage(tree) : undefined
    if (page) {
      const found = reader.find(page.conditions, page)
      return jsonArray(found.map((revision) => reader.bytes(revision)))
    }
    return [new TextEncoder().encode(JSON.stringify(run(reader, tree, query, context)))]
  })
}

/**
 * Answers a query with data. Mutations by query use it, because they must see the transaction that
 * they are part of.
 *
 * @throws LakeError 400 as `queryJson` does
 */
export function queryData(store: Store, query: Query, context: QueryContext): unknown {
  return bounded(store, context, () => {
    const reader = new Reader(store, query.perspective, context)
    return run(reader, parseQuery(query), query, context)
  })
}

// The snapshot must end even if the time limit is reached.
function bounded<T>(store: Store, {queryTimeoutMs}: QueryContext, work: () => T): T {
  return store.read(() => {
    try {
      return within('query', queryTimeoutMs, work)
    } catch (error) {
      throw evaluationError(error)
    }
  })
}

/** @throws LakeError 400 if it is not GROQ, or compares document states, as webhooks can */
export function parseQuery({query, params}: Pick<Query, 'query' | 'params'>): ExprNode {
  const tree = syntaxTree(query, params)
  // Functions of `delta` need a change to compare. groq-js evaluates both kinds only asynchronously, where
  // the time limit could not stop them.
  if (comparesStates(tree)) {
    throw describedError(
      400,
      'queryEvaluationError',
      'The query failed: the functions of diff:: and delta:: are not supported',
    )
  }
  return tree
}

function syntaxTree(query: string, params: Query['params']): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    const start = error instanceof GroqSyntaxError ? error.position : 0
    const end = error instanceof GroqSyntaxError ? start + 1 : query.length
    throw queryParseError(query, problemOf(error), start, end)
  }
}

const COMMA = new TextEncoder().encode(',')
const OPEN = new TextEncoder().encode('[')
const CLOSE = new TextEncoder().encode(']')

function jsonArray(items: readonly Uint8Array[]): Uint8Array[] {
  return [OPEN, ...items.flatMap((item, index) => (index === 0 ? [item] : [COMMA, item])), CLOSE]
}

function run(reader: Reader, tree: ExprNode, query: Query, context: QueryContext): unknown {
  const {collections, everything} = planQuery(tree)
  const base = {
    ...evaluationOptions(query, context),
    dereference: dereferencer(reader),
  }
  const dataset = everything ? Array.from(documents(reader, undefined, 0)) : []
  const evaluateNode = (node: ExprNode): unknown => evaluateSync(node, {...base, dataset}).data
  for (const collection of collections) bind(reader, collection, evaluateNode)
  return evaluateNode(tree) ?? null
}

/** What groq-js needs besides the dataset. */
export function evaluationOptions({params}: Query, {projectId, dataset, identity}: QueryContext) {
  return {params: {...params}, identity, sanity: {projectId, dataset}}
}

/**
 * The error to report for an error of an evaluation. groq-js throws plain errors for features that it
 * does not implement; SQLite's errors have a code.
 */
export function evaluationError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LakeError || 'code' in error) return error
  return describedError(400, 'queryEvaluationError', `The query failed: ${problemOf(error)}`)
}

// V8's own words about an engine limit do not help the caller.
function problemOf(error: unknown): string {
  if (!(error instanceof RangeError)) return messageOf(error)
  if (/call stack/.test(error.message)) return 'it is nested too deeply'
  return /string length/.test(error.message) ? 'its answer is too large' : error.message
}

/**
 * Points a collection's node at documents instead of `*`. They are fetched when the evaluator first
 * needs them, and kept because projections evaluate the node repeatedly.
 */
function bind(
  reader: Reader,
  collection: Collection,
  evaluateNode: (node: ExprNode) => unknown,
): void {
  const {node, expressions, closed, exact, projection} = collection
  if (!closed) {
    const candidates = lazyValue(() => Array.from(documents(reader, collection, 0)))
    node.base = stackFilters(candidates, expressions.slice(0, -1))
    return
  }
  const offset = takeOffset(collection.slice)
  node.base = lazyValue(() => {
    // A count needs only the revision numbers, not the documents.
    if (exact && collection.counted) return reader.find(collection.conditions)
    const candidates = documents(reader, collection, offset)
    if (exact && !projection) return Array.from(candidates)
    return matching(candidates, collection, offset, evaluateNode)
  })
  // SQLite has already applied the node's own filter, so the node now passes everything through.
  node.expr = node.type === 'Map' ? {type: 'This'} : {type: 'Value', value: true}
}

// SQLite has already skipped to the slice's start.
function takeOffset(slice: SliceNode | undefined): number {
  if (!slice) return 0
  const {left} = slice
  slice.left = 0
  slice.right = Math.max(slice.right - left, slice.isInclusive ? -1 : 0)
  return left
}

const BATCH = 128

// Filters and projects documents as they are read, so that a scan keeps only the requested parts of
// matching documents in memory.
function matching(
  candidates: Iterable<unknown>,
  {expressions, exact, projection, limit: end = Infinity}: Collection,
  offset: number,
  evaluateNode: (node: ExprNode) => unknown,
): unknown[] {
  const limit = Math.max(0, end - offset)
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
  offset: number,
): Generator<Record<string, unknown>> {
  const end = collection?.exact ? collection.limit : undefined
  const page =
    end === undefined || end === Infinity ? undefined : {offset, limit: Math.max(0, end - offset)}
  for (const revision of reader.find(collection?.conditions ?? [], page)) {
    yield reader.show(revision)
  }
}

// Follows `->`, reading each document once per query.
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
