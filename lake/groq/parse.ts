// Parses GROQ, and adds the functions that groq-js knows by name but cannot evaluate.

import {
  parse,
  type ArrayElementNode,
  type ExprNode,
  type FuncCallNode,
  type SyntaxNode,
} from 'groq-js'
import {geoFunctions} from './geo.ts'
import {children} from './tree.ts'

/** @throws if it is not GROQ, or a function of `geo::` has too few arguments or too many */
export function parseGroq(query: string, params: Readonly<Record<string, unknown>> = {}): ExprNode {
  const tree = parse(query, {params})
  addFunctions(tree)
  return tree
}

function addFunctions(node: SyntaxNode): void {
  for (const child of children(node)) addFunctions(child)
  if (node.type === 'FuncCall' && node.namespace === 'geo') addGeoFunction(node)
}

/**
 * Changes `geo::distance(a, b)` to `coalesce((list + [a, b])[0])`. groq-js takes no functions, but it adds
 * lists by calling `concat` of the first: the `concat` of this list calls the function.
 */
function addGeoFunction(call: FuncCallNode): void {
  const calculate = geoFunctions.get(call.name)
  const [first, second, ...others] = call.args
  if (!calculate || !first || !second || others.length > 0) {
    throw new Error(`geo::${call.name}() takes two arguments`)
  }
  const list = Object.assign([], {concat: ([a, b]: unknown[]) => [calculate(a, b)]})
  const left: ExprNode = {type: 'Value', value: list}
  const right: ExprNode = {type: 'Array', elements: [first, second].map(element)}
  call.namespace = 'global'
  call.name = 'coalesce'
  call.args = [{type: 'AccessElement', base: {type: 'OpCall', op: '+', left, right}, index: 0}]
}

function element(value: ExprNode): ArrayElementNode {
  return {type: 'ArrayElement', value, isSplat: false}
}
