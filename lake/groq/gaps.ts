// What a query may not contain, although groq-js can parse it.

import type {ExprNode, SyntaxNode} from 'groq-js'
import {children, withoutGroups} from './tree.ts'

/**
 * The namespaces of functions that groq-js does not evaluate. It evaluates those of `diff` and `delta`, but
 * only asynchronously, where the time limit could not stop them.
 */
const LACKING_NAMESPACES = new Set(['delta', 'diff', 'documents', 'media', 'text', 'user'])

/** What a query has that cannot be evaluated, in words; undefined if there is nothing. */
export function unsupportedPart(tree: ExprNode): string | undefined {
  return findIn(tree, (node) => {
    if (node.type === 'OpCall' && node.op === 'in' && isPath(withoutGroups(node.left))) {
      return 'path() on the left of "in"'
    }
    if (node.type !== 'FuncCall') return undefined
    if (node.namespace === 'global') return node.name === 'anywhere' ? 'anywhere()' : undefined
    return LACKING_NAMESPACES.has(node.namespace) ? `${node.namespace}::${node.name}()` : undefined
  })
}

function isPath(node: ExprNode): boolean {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
}

/** The name of a parameter whose value was not given; undefined if there is none. */
export function missingParameter(tree: ExprNode): string | undefined {
  return findIn(tree, (node) => (node.type === 'Parameter' ? node.name : undefined))
}

function findIn(
  node: SyntaxNode,
  find: (node: SyntaxNode) => string | undefined,
): string | undefined {
  const found = find(node)
  if (found !== undefined) return found
  for (const child of children(node)) {
    const inside = findIn(child, find)
    if (inside !== undefined) return inside
  }
  return undefined
}
