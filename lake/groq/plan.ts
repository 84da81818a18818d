// Reads a parsed query and finds the part that SQLite can answer. It reads no data, but it changes the
// tree that it is given: `planQuery` replaces `count(*)` by `count(*[true])`.
//
// A collection is `*` with the filters directly on it, `*[a][b]`. Its conditions are the parts of the
// filters that an index can answer. They may select too many documents, but never too few: groq-js
// still applies the filters, unless the collection is `exact`.

import type {ExprNode, FilterNode, FuncCallNode, MapNode, SliceNode, SyntaxNode} from 'groq-js'
import type {Condition} from '../store/conditions.ts'
import {conditionsOf} from './condition.ts'
import {attribute, children, contains, withoutGroups} from './tree.ts'

export interface Collection {
  /**
   * The outermost filter, or the projection on top of it. The code that runs the plan points it at the
   * documents found.
   */
  readonly node: FilterNode | MapNode
  /** The filters' expressions, innermost first. */
  readonly expressions: readonly ExprNode[]
  readonly conditions: readonly Condition[]
  /** The projection of each document, if that also looks at nothing outside the document. */
  readonly projection: ExprNode | undefined
  /** True if the conditions are equivalent to the filters. */
  readonly exact: boolean
  /** True if the filters look at nothing outside the document itself (no `^`). */
  readonly closed: boolean
  /** Set if only the first so many documents matter, in the order of their ids. */
  readonly limit: number | undefined
  /**
   * The slice whose start SQLite can skip, if there is one. The code that runs the plan then makes the
   * slice begin at 0.
   */
  readonly slice: SliceNode | undefined
  /** True if the query only counts them. */
  readonly counted: boolean
}

export interface Plan {
  /** A collection inside the filters of another comes before it. */
  readonly collections: readonly Collection[]
  /** True if the query also reads `*` in another way, and so needs the whole dataset. */
  readonly everything: boolean
}

/** A query that SQLite answers alone: whole documents, in the order of their ids. */
export interface DocumentSlice {
  readonly conditions: readonly Condition[]
  readonly offset: number
  readonly limit: number
}

/** Plans a query. The collections refer to nodes of the tree that is given. */
export function planQuery(tree: ExprNode): Plan {
  const uses = Array.from(usesIn(tree, ALL_OF_IT))
  return {
    collections: uses.filter((use) => use !== 'everything'),
    everything: uses.includes('everything'),
  }
}

/** What the surroundings of a node do with its value. */
interface Surroundings {
  /** Set if only a part of a list matters. */
  readonly window: Window | undefined
  /** True if a list is only counted. */
  readonly counted: boolean
}

const ALL_OF_IT: Surroundings = {window: undefined, counted: false}

// The uses of `*`: a collection for each that has filters, and 'everything' for any other.
function* usesIn(
  node: SyntaxNode,
  surroundings: Surroundings,
): Generator<Collection | 'everything', void> {
  if (isCount(node)) node.args = node.args.map(withFilter)
  const projected = node.type === 'Map' ? projectedChain(node) : undefined
  const chain = projected?.chain ?? filterChain(node)
  if (chain) {
    for (const {expr} of chain.filters) yield* usesIn(expr, ALL_OF_IT)
    if (projected) yield* usesIn(projected.map.expr, ALL_OF_IT)
    yield collectionOf(chain, projected?.map, surroundings)
    return
  }
  if (node.type === 'Everything' || findsByItself(node)) yield 'everything'
  const inner = limitedBase(node, surroundings.window)
  for (const child of children(node)) {
    const window = inner?.base === child ? inner.window : undefined
    yield* usesIn(child, {window, counted: isCount(node)})
  }
}

function collectionOf(
  chain: FilterChain,
  map: MapNode | undefined,
  {window, counted}: Surroundings,
): Collection {
  const expressions = chain.filters.map((filter) => filter.expr)
  const {conditions, exact} = conditionsOf(expressions)
  const closed = isClosed(chain)
  return {
    node: map ?? chain.outermost,
    expressions,
    conditions,
    projection: map?.expr,
    exact,
    closed,
    limit: closed ? window?.limit : undefined,
    slice: closed && exact ? window?.slice : undefined,
    counted,
  }
}

// Functions of these namespaces read documents that no filter names.
function findsByItself(node: SyntaxNode): boolean {
  return node.type === 'FuncCall' && (node.namespace === 'sanity' || node.namespace === 'releases')
}

/**
 * The slice of documents that a query selects, if it has only conditions, an order by `_id` (or none,
 * since that is the lake's own order) and a slice.
 */
export function documentSlice(tree: ExprNode): DocumentSlice | undefined {
  const slice = tree.type === 'Slice' && tree.left >= 0 && tree.right >= 0 ? tree : undefined
  const ordered = slice ? slice.base : tree
  const source = isOrderedById(ordered) ? ordered.base : ordered
  const chain = filterChain(source)
  if (!chain && source.type !== 'Everything') return undefined
  const {conditions, exact} = conditionsOf(chain ? chain.filters.map(({expr}) => expr) : [])
  if (!exact) return undefined
  return {
    conditions,
    offset: slice ? slice.left : 0,
    limit: slice ? Math.max(0, endOf(slice) - slice.left) : -1,
  }
}

/** Stacks filters on a base, the first expression innermost. */
export function stackFilters(base: ExprNode, expressions: readonly ExprNode[]): ExprNode {
  return expressions.reduce<ExprNode>((node, expr) => ({type: 'Filter', base: node, expr}), base)
}

interface FilterChain {
  readonly outermost: FilterNode
  readonly filters: readonly FilterNode[]
}

// `*[a][b]`, as its filters from the inside out; undefined for anything else.
function filterChain(node: SyntaxNode): FilterChain | undefined {
  if (!isFilter(node)) return undefined
  const inner = withoutGroups(node.base)
  if (inner.type === 'Everything') return {outermost: node, filters: [node]}
  const chain = filterChain(inner)
  return chain && {outermost: node, filters: [...chain.filters, node]}
}

// A chain with a projection on it, if neither reads anything outside the document.
function projectedChain(map: MapNode): {map: MapNode; chain: FilterChain} | undefined {
  const chain = filterChain(map.base)
  if (!chain || !isClosed(chain) || contains(map.expr, isOutward)) return undefined
  return {map, chain}
}

function isClosed({filters}: FilterChain): boolean {
  return !filters.some(({expr}) => contains(expr, isOutward))
}

/** Which of the first items of a list matter. */
interface Window {
  readonly limit: number
  /** The slice right above, if that is what limits it. */
  readonly slice: SliceNode | undefined
}

// What a slice or an index keeps of its base. A window passes through projections, and through an
// order that is the lake's own.
function limitedBase(
  node: SyntaxNode,
  window: Window | undefined,
): {base: ExprNode; window: Window} | undefined {
  if (node.type === 'Slice' && node.left >= 0 && node.right >= 0) {
    const limit = Math.min(endOf(node), node.left + (window?.limit ?? Infinity))
    return {base: node.base, window: {limit, slice: node}}
  }
  if (node.type === 'AccessElement' && node.index >= 0) {
    return {base: node.base, window: {limit: node.index + 1, slice: undefined}}
  }
  if (window === undefined) return undefined
  if (node.type === 'Map' || isOrderedById(node)) return {base: node.base, window}
  return undefined
}

// Counting all documents does not require reading them: `count(*)` is `count(*[true])`.
function withFilter(node: ExprNode): ExprNode {
  if (withoutGroups(node).type !== 'Everything') return node
  return {type: 'Filter', base: node, expr: {type: 'Value', value: true}}
}

function isCount(node: SyntaxNode): node is FuncCallNode {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'count'
}

function endOf(slice: {readonly right: number; readonly isInclusive: boolean}): number {
  return slice.isInclusive ? slice.right + 1 : slice.right
}

function isOrderedById(node: SyntaxNode): node is Extract<ExprNode, {type: 'PipeFuncCall'}> {
  if (node.type !== 'PipeFuncCall' || node.name !== 'order' || node.args.length !== 1) return false
  return node.args.every((key) => attribute(key.type === 'Asc' ? key.base : key) === '_id')
}

// `^` reads outside the filter, and so does the delta context.
function isOutward(node: SyntaxNode): boolean {
  return node.type === 'Parent' || node.type === 'Context'
}

function isFilter(node: SyntaxNode): node is FilterNode {
  return node.type === 'Filter'
}
