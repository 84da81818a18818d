// Answers GROQ queries: parses them, limits their time, and reports what is wrong with them.

import {GroqSyntaxError} from 'groq-js'
import type {ExprNode} from 'groq-js'
import {describedError, LakeError, messageOf, queryParseError} from '../errors.ts'
import {missingParameter, unsupportedPart} from '../groq/gaps.ts'
import {parseGroq} from '../groq/parse.ts'
import {documentSlice} from '../groq/plan.ts'
import type {Store} from '../store/store.ts'
import {withinAnswer} from './answer-size.ts'
import type {QueryContext} from './context.ts'
import {evaluate, evaluationOptions} from './evaluate.ts'
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
    const slice = reader.verbatim ? documentSlice(tree) : undefined
    if (slice) {
      const found = reader.find(slice.conditions, slice)
      const bodies = found.values().map((revision) => reader.bytes(revision))
      return jsonArray(Array.from(withinAnswer(bodies)))
    }
    const value = evaluate(reader, tree, evaluationOptions(query, context))
    return Array.from(withinAnswer([new TextEncoder().encode(JSON.stringify(value))]))
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
    return evaluate(reader, parseQuery(query), evaluationOptions(query, context))
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

/** @throws LakeError 400 if it is not GROQ, lacks a parameter, or calls what groq-js cannot evaluate */
export function parseQuery({query, params}: Pick<Query, 'query' | 'params'>): ExprNode {
  const tree = syntaxTree(query, params)
  const parameter = missingParameter(tree)
  if (parameter !== undefined) throw withoutParameter(query, parameter)
  const unsupported = unsupportedPart(tree)
  if (unsupported !== undefined) {
    const problem = `the lake does not support ${unsupported}`
    throw describedError(400, 'queryEvaluationError', `The query failed: ${problem}`)
  }
  return tree
}

function withoutParameter(query: string, parameter: string): LakeError {
  const start = query.indexOf(`$${parameter}`)
  const problem = `param $${parameter} referenced, but not provided`
  return queryParseError(query, problem, start, start + parameter.length + 1)
}

/** What groq-js says of a slice with a parameter that was not given. */
const NO_CONSTANT = 'slicing must use constant numbers'

function firstNotGiven(query: string, params: Query['params']): string | undefined {
  const names = query.matchAll(/\$(?<name>\w+)/g).map(({groups}) => groups?.name ?? '')
  return names.find((name) => !Object.hasOwn(params, name))
}

function syntaxTree(query: string, params: Query['params']): ExprNode {
  try {
    return parseGroq(query, params)
  } catch (error) {
    const parameter = problemOf(error) === NO_CONSTANT ? firstNotGiven(query, params) : undefined
    if (parameter !== undefined) throw withoutParameter(query, parameter)
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
