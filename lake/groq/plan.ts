// Reads a parsed query and finds the part that SQLite can answer. It reads no data, but it changes the
// tree that it is given: `planQuery` replaces `count(*)` by `count(*[true])`.
//
// A collection is `*` with the filters that stand directly on it, `*[a][b]`. From the filters'
// conjuncts come the conditions that an index can answer. They may let too many documents
// through, never too few: groq-js still applies the filters, unless the collection is `exact`.

import type {ExprNode, FilterNode, FuncCallNode, MapNode, SliceNode, SyntaxNode} from 'groq-js'
import type {Condition} from '../store/conditions.ts'

export interface Collection {
  /**
   * The outermost filter, or the projection on top of it. The code that runs the plan points it at the
   * documents found.
   */
  readonly node: FilterNode | MapNode
  /** The filters' expressions, innermost first. */
  readonly expressions: readonly ExprNode[]
  readonly conditions: readonly Condition[]
  /** What is made of each document, if that looks at nothing outside the document either. */
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
  /** Inner collections come before those in whose filters they stand. */
  readonly collections: readonly Collection[]
  /** True if the query also reads `*` in another way, and so needs the whole dataset. */
  readonly everything: boolean
}

/** A query that SQLite answers alone: whole documents, in the order of their ids. */
export interface DocumentPage {
  readonly conditions: readonly Condition[]
  readonly offset: number
  readonly limit: number
}

/** Plans a query. The collections refer to nodes of the tree that is given. */
export function planQuery(tree: ExprNode): Plan {
  const collections: Collection[] = []
  let everything = false

  const visit = (node: SyntaxNode, window: Window | undefined, counted = false): void => {
    if (isCount(node)) node.args = node.args.map(withFilter)
    const projected = node.type === 'Map' ? projectedChain(node) : undefined
    const chain = projected?.chain ?? filterChain(node)
    if (chain) {
      const expressions = chain.filters.map((filter) => filter.expr)
      for (const expression of expressions) visit(expression, undefined)
      if (projected) visit(projected.map.expr, undefined)
      const conjuncts = expressions.flatMap(conjunctsOf)
      const conditions = conjuncts.map(conditionOf).filter((found) => found !== undefined)
      const exact = conditions.length === conjuncts.length
      const closed = isClosed(chain)
      collections.push({
        node: projected?.map ?? chain.outermost,
        expressions,
        conditions,
        projection: projected?.map.expr,
        exact,
        closed,
        limit: closed ? window?.limit : undefined,
        slice: closed && exact ? window?.slice : undefined,
        counted,
      })
      return
    }
    if (node.type === 'Everything') everything = true
    if (node.type === 'FuncCall') {
      // These functions find documents by themselves.
      if (node.namespace === 'sanity' || node.namespace === 'releases') everything = true
    }
    const inner = limitedBase(node, window)
    for (const child of children(node)) {
      visit(child, inner?.base === child ? inner.window : undefined, isCount(node))
    }
  }

  visit(tree, undefined)
  return {collections, everything}
}

/**
 * The page of documents that a query selects, if it has only conditions, an order by `_id` (or none,
 * since that is the lake's own order) and a slice.
 */
export function documentPage(tree: ExprNode): DocumentPage | undefined {
  const slice = tree.type === 'Slice' && tree.left >= 0 && tree.right >= 0 ? tree : undefined
  const ordered = slice ? slice.base : tree
  const source = isOrderedById(ordered) ? ordered.base : ordered
  const chain = filterChain(source)
  if (!chain && source.type !== 'Everything') return undefined
  const conjuncts = chain ? chain.filters.flatMap((filter) => conjunctsOf(filter.expr)) : []
  const conditions = conjuncts.map(conditionOf).filter((found) => found !== undefined)
  if (conditions.length < conjuncts.length) return undefined
  return {
    conditions,
    offset: slice ? slice.left : 0,
    limit: slice ? Math.max(0, endOf(slice) - slice.left) : -1,
  }
}

/** True if a query calls functions that compare two states of a document. */
export function comparesStates(tree: ExprNode): boolean {
  return contains(
    tree,
    (node) => node.type === 'FuncCall' && (node.namespace === 'diff' || node.namespace === 'delta'),
  )
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

function conjunctsOf(expression: ExprNode): ExprNode[] {
  const node = withoutGroups(expression)
  if (node.type === 'Value' && node.value === true) return []
  return node.type === 'And' ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)] : [node]
}

// Parameters need no case of their own: the parser has already inserted their values.
function conditionOf(node: ExprNode): Condition | undefined {
  if (node.type === 'FuncCall') return referencesCondition(node)
  if (node.type === 'Not') return notOfType(withoutGroups(node.base))
  if (node.type !== 'OpCall') return undefined
  const [left, right] = [withoutGroups(node.left), withoutGroups(node.right)]
  switch (node.op) {
    case '==':
      return equals(left, right) ?? equals(right, left)
    case 'in':
      return isRootPath(right) && attribute(left) === '_id'
        ? {kind: 'rootId'}
        : oneOf(left, strings(right))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return idRange(left, node.op, right) ?? idRange(right, MIRRORED[node.op], left)
    default:
      return undefined
  }
}

const MIRRORED = {'<': '>', '<=': '>=', '>': '<', '>=': '<='} as const

function equals(field: ExprNode, value: ExprNode): Condition | undefined {
  const text = string(value)
  return text === undefined ? undefined : oneOf(field, [text])
}

function oneOf(node: ExprNode, among: readonly string[] | undefined): Condition | undefined {
  if (!among) return undefined
  const name = attribute(node)
  if (name === '_type') return {kind: 'type', among}
  if (name === '_id') return {kind: 'id', among}
  const field = slugField(node)
  return field === undefined ? undefined : {kind: 'slug', field, among}
}

// The name of the attribute before `.current`, such as `slug` in `slug.current`.
function slugField(node: ExprNode): string | undefined {
  if (node.type !== 'AccessAttribute' || node.name !== 'current' || !node.base) return undefined
  const field = attribute(node.base)
  return field?.isWellFormed() ? field : undefined
}

// `path("*")`: ids of one part.
function isRootPath(node: ExprNode): boolean {
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'path') return false
  const [pattern, ...others] = node.args
  return others.length === 0 && pattern !== undefined && string(pattern) === '*'
}

// Every document has a type, so the negation only says that the type is none of these.
function notOfType(node: ExprNode): Condition | undefined {
  const positive = conditionOf(node)
  return positive?.kind === 'type' ? {kind: 'notType', among: positive.among} : undefined
}

function idRange(
  field: ExprNode,
  operator: keyof typeof MIRRORED,
  value: ExprNode,
): Condition | undefined {
  const bound = string(value)
  if (bound === undefined || attribute(field) !== '_id') return undefined
  return {kind: 'idRange', operator, bound}
}

function referencesCondition(call: Extract<ExprNode, {type: 'FuncCall'}>): Condition | undefined {
  if (call.namespace !== 'global' || call.name !== 'references') return undefined
  const targets = call.args.map((arg) => {
    const node = withoutGroups(arg)
    const one = string(node)
    return one === undefined ? strings(node) : [one]
  })
  if (targets.some((ids) => ids === undefined)) return undefined
  return {kind: 'references', targets: targets.flatMap((ids) => ids ?? [])}
}

// The name of an attribute of the document itself: `_id` or `@._id`.
function attribute(node: ExprNode): string | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  return node.base === undefined || node.base.type === 'This' ? node.name : undefined
}

// SQLite cannot hold half of a surrogate pair, so a text with one is left to groq-js.
function string(node: ExprNode): string | undefined {
  if (node.type !== 'Value' || typeof node.value !== 'string') return undefined
  return node.value.isWellFormed() ? node.value : undefined
}

function strings(node: ExprNode): string[] | undefined {
  const nodes: ExprNode[] | undefined =
    node.type === 'Array' && !node.elements.some((element) => element.isSplat)
      ? node.elements.map((element) => element.value)
      : node.type === 'Value' && Array.isArray(node.value)
        ? node.value.map((value: unknown) => ({type: 'Value', value}))
        : undefined
  const values = nodes?.map(string)
  if (!values || values.some((value) => value === undefined)) return undefined
  return values.filter((value) => value !== undefined)
}

function withoutGroups(node: ExprNode): ExprNode {
  return node.type === 'Group' ? withoutGroups(node.base) : node
}

// `^` reads outside the filter, and so does the delta context.
function isOutward(node: SyntaxNode): boolean {
  return node.type === 'Parent' || node.type === 'Context'
}

function contains(node: SyntaxNode, test: (node: SyntaxNode) => boolean): boolean {
  return test(node) || children(node).some((child) => contains(child, test))
}

function isFilter(node: SyntaxNode): node is FilterNode {
  return node.type === 'Filter'
}

// The values of a Value node are data, even if they look like syntax.
function children(node: SyntaxNode): SyntaxNode[] {
  return node.type === 'Value' ? [] : Object.values(node).flat().filter(isSyntaxNode)
}

function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}
