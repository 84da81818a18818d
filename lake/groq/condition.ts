// Which filters become conditions that an index can answer.

import type {ExprNode} from 'groq-js'
import type {Condition} from '../store/conditions.ts'
import {attribute, string, strings, withoutGroups} from './tree.ts'

/**
 * The conditions that follow from filters, all of which must hold.
 *
 * @returns `exact` is true if the conditions are equivalent to the filters
 */
export function conditionsOf(filters: readonly ExprNode[]): {
  conditions: Condition[]
  exact: boolean
} {
  const conjuncts = filters.flatMap(conjunctsOf)
  const conditions = conjuncts.map(conditionOf).filter((found) => found !== undefined)
  return {conditions, exact: conditions.length === conjuncts.length}
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
