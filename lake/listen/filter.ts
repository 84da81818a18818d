// Decides whether a document matches a listener's query.

import {evaluateSync, type ExprNode, type SyntaxNode} from 'groq-js'
import {describedError} from '../errors.ts'
import {stackFilters} from '../groq/plan.ts'
import type {QueryContext} from '../query/context.ts'
import {evaluationOptions} from '../query/evaluate.ts'
import {evaluationError, parseQuery} from '../query/query.ts'
import type {Query} from '../query/query.ts'
import {within} from '../query/time-limit.ts'
import {parseDocument} from '../store/document.ts'

/**
 * Says which documents match. They are given as stored JSON, or undefined if they do not exist. Each is read
 * when it is tested, because not all of them may fit into memory.
 */
export type DocumentFilter = (documents: Iterable<string | undefined>) => Promise<boolean[]>

/**
 * Reads a listener's query as a filter for documents. Order, slices and projections are ignored, and
 * `->` finds nothing, as Sanity documents it:
 * https://www.sanity.io/docs/content-lake/realtime-updates
 *
 * @param run does the work, when it is the listener's turn
 * @throws LakeError 400 if the query is not GROQ or does not select documents from `*`; the filter
 *   throws the same if groq-js cannot evaluate it, or it takes too long
 */
export async function documentFilter(
  query: Query,
  context: QueryContext,
  run: <T>(work: () => T) => Promise<T>,
): Promise<DocumentFilter> {
  const expressions = await run(() =>
    bounded(context, () => filtersOnEverything(parseQuery(query))),
  )
  if (!expressions) {
    throw describedError(
      400,
      'listenerQueryError',
      'A listener needs a query that selects documents, such as *[_type == "article"]',
    )
  }
  const options = evaluationOptions(query, context)
  const matches = (json: string | undefined): boolean => {
    if (json === undefined) return false
    const document = parseDocument(json)
    if (query.perspective === 'published' && UNPUBLISHED.test(document._id)) return false
    if (!context.permissions.allows('read', document)) return false
    const selected = stackFilters({type: 'Value', value: [document]}, expressions)
    const {data} = evaluateSync(selected, {...options, dataset: [document]})
    return Array.isArray(data) && data.length > 0
  }
  return (documents) => run(() => bounded(context, () => Array.from(documents, matches)))
}

function bounded<T>({queryTimeoutMs}: QueryContext, work: () => T): T {
  try {
    return within('query', queryTimeoutMs, work)
  } catch (error) {
    throw evaluationError(error)
  }
}

const UNPUBLISHED = /^(?:drafts|versions)\./

// The filters directly on `*`, innermost first. Anything on top of them is ignored.
function filtersOnEverything(node: SyntaxNode): ExprNode[] | undefined {
  if (node.type === 'Everything') return []
  if (!('base' in node) || !node.base) return undefined
  const inner = filtersOnEverything(node.base)
  if (node.type !== 'Filter' || !isFilterOrEverything(node.base)) return inner
  return inner && [...inner, node.expr]
}

function isFilterOrEverything(node: SyntaxNode): boolean {
  if (node.type === 'Group') return isFilterOrEverything(node.base)
  if (node.type === 'Filter') return isFilterOrEverything(node.base)
  return node.type === 'Everything'
}
