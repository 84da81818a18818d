// Evaluates a parsed query. groq-js evaluates, but on the documents that SQLite found for the plan, not on
// the whole dataset.

import {evaluateSync} from 'groq-js'
import type {Document, ExprNode, SliceNode, ValueNode} from 'groq-js'
import {planQuery, stackFilters} from '../groq/plan.ts'
import type {Collection} from '../groq/plan.ts'
import type {QueryContext} from './context.ts'
import type {Reader} from './reader.ts'

/** The value of a query. It changes the tree. */
export function evaluate(
  reader: Reader,
  tree: ExprNode,
  options: ReturnType<typeof evaluationOptions>,
): unknown {
  const {collections, everything} = planQuery(tree)
  const base = {...options, dereference: dereferencer(reader)}
  const dataset = everything ? Array.from(documents(reader, undefined, 0)) : []
  const evaluateNode = (node: ExprNode): unknown => evaluateSync(node, {...base, dataset}).data
  for (const collection of collections) bind(reader, collection, evaluateNode)
  return evaluateNode(tree) ?? null
}

/** What groq-js needs besides the dataset. */
export function evaluationOptions(
  {params}: {readonly params: Readonly<Record<string, unknown>>},
  {projectId, dataset, identity}: QueryContext,
) {
  return {params: {...params}, identity, sanity: {projectId, dataset}}
}

/**
 * Points a collection's node at documents instead of `*`. If SQLite finds `found` for the collection
 * `*[type][score] {title}`, then
 *
 * - a collection that looks outside the document (`^`) becomes `found[type][score]`, because only there
 *   do its filters see what is outside. Such a collection has no projection;
 * - any other becomes `result {@}`. Its filters and its projection run as `found` is read, so that
 *   documents that do not match need not be held in memory.
 *
 * Both are read when the evaluator first needs them, and kept because projections evaluate the node
 * repeatedly.
 */
function bind(
  reader: Reader,
  collection: Collection,
  evaluateNode: (node: ExprNode) => unknown,
): void {
  const {node, expressions, closed} = collection
  if (!closed) {
    const found = lazyValue(() => Array.from(documents(reader, collection, 0)))
    node.base = stackFilters(found, expressions.slice(0, -1))
    return
  }
  const offset = takeOffset(collection.slice)
  node.base = lazyValue(() => resultOf(reader, collection, offset, evaluateNode))
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

function resultOf(
  reader: Reader,
  collection: Collection,
  offset: number,
  evaluateNode: (node: ExprNode) => unknown,
): unknown[] {
  const {conditions, counted, exact, expressions, projection, limit = Infinity} = collection
  // A count needs only the revision numbers, not the documents.
  if (exact && counted) return reader.find(conditions)
  const found = documents(reader, collection, offset)
  if (exact && !projection) return Array.from(found)
  const results = inBatches(found, (batch) => {
    const matching = exact ? batch : stackFilters(batch, expressions)
    const shown: ExprNode = projection ? {type: 'Map', base: matching, expr: projection} : matching
    const values = evaluateNode(shown)
    return Array.isArray(values) ? values : []
  })
  return Array.from(results.take(Math.max(0, limit - offset)))
}

/** As many documents as are evaluated at a time. */
const BATCH = 128

function* inBatches(
  found: Iterable<unknown>,
  evaluateBatch: (batch: ExprNode) => readonly unknown[],
): Generator<unknown, void> {
  let value: unknown[] = []
  for (const document of found) {
    value.push(document)
    if (value.length < BATCH) continue
    yield* evaluateBatch({type: 'Value', value})
    value = []
  }
  yield* evaluateBatch({type: 'Value', value})
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
  const slice =
    end === undefined || end === Infinity ? undefined : {offset, limit: Math.max(0, end - offset)}
  for (const revision of reader.find(collection?.conditions ?? [], slice)) {
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
