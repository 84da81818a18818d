// Reads the syntax trees of groq-js.

import type {ExprNode, SyntaxNode} from 'groq-js'

/** The node inside any parentheses. */
export function withoutGroups(node: ExprNode): ExprNode {
  return node.type === 'Group' ? withoutGroups(node.base) : node
}

/** True if a node, or any node in it, passes the test. */
export function contains(node: SyntaxNode, test: (node: SyntaxNode) => boolean): boolean {
  return test(node) || children(node).some((child) => contains(child, test))
}

/** The nodes right below a node. The values of a Value node are data, even if they look like syntax. */
export function children(node: SyntaxNode): SyntaxNode[] {
  return node.type === 'Value' ? [] : Object.values(node).flat().filter(isSyntaxNode)
}

function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** The name of an attribute of the document itself: `_id` or `@._id`. */
export function attribute(node: ExprNode): string | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  return node.base === undefined || node.base.type === 'This' ? node.name : undefined
}

/** The text that a node is. SQLite cannot hold half of a surrogate pair, so a text with one is left to groq-js. */
export function string(node: ExprNode): string | undefined {
  if (node.type !== 'Value' || typeof node.value !== 'string') return undefined
  return node.value.isWellFormed() ? node.value : undefined
}

/** The texts in a list, if it holds nothing else. */
export function strings(node: ExprNode): string[] | undefined {
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
