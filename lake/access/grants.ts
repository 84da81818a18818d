// Who may do what with which documents. A grant is a GROQ filter and the permissions it gives on
// matching documents, as in Sanity's own access control:
// https://www.sanity.io/docs/content-lake/roles-concepts

import {evaluateSync} from 'groq-js'
import {parseGroq} from '../groq/parse.ts'
import {planQuery} from '../groq/plan.ts'
import type {Condition} from '../store/conditions.ts'

/** Deleting a document needs `update`. `history` covers the past states of a document. */
const permissionNames = ['read', 'create', 'update', 'history'] as const

export type PermissionName = (typeof permissionNames)[number]

export interface Grant {
  /** The text between the brackets of `*[…]`. The filter sees only the document itself. */
  readonly filter: string
  readonly permissions: readonly PermissionName[]
}

export interface Role {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly grants: readonly Grant[]
}

type Test = (document: Readonly<Record<string, unknown>>) => boolean

/** What a user may do: the sum of the user's grants. */
export class Permissions {
  readonly grants: readonly Grant[]
  readonly #tests: Readonly<Record<PermissionName, Test | 'always'>>
  /**
   * What all readable documents have in common, as far as an index can tell. Undefined if that is not
   * the whole condition: then each document has to be tested.
   */
  readonly readable: readonly Condition[] | undefined

  /**
   * @param identity what `identity()` returns in the filters
   * @throws if a filter is not GROQ
   */
  constructor(grants: readonly Grant[], identity: string) {
    this.grants = grants
    const testFor = (name: PermissionName): Test | 'always' => {
      const filters = filtersFor(grants, name)
      return filters.includes('true') ? 'always' : documentTest(filters, identity)
    }
    this.#tests = {
      read: testFor('read'),
      create: testFor('create'),
      update: testFor('update'),
      history: testFor('history'),
    }
    this.readable = this.#tests.read === 'always' ? [] : exactConditions(filtersFor(grants, 'read'))
  }

  allows(name: PermissionName, document: Readonly<Record<string, unknown>>): boolean {
    const test = this.#tests[name]
    return test === 'always' || test(document)
  }

  /** True if the permission holds for every document. */
  allowsAll(name: PermissionName): boolean {
    return this.#tests[name] === 'always'
  }
}

/** Every permission, for a process that holds the lake's files. */
export const unrestricted = new Permissions([{filter: 'true', permissions: permissionNames}], '')

function filtersFor(grants: readonly Grant[], name: PermissionName): string[] {
  return grants.filter(({permissions}) => permissions.includes(name)).map(({filter}) => filter)
}

function documentTest(filters: readonly string[], identity: string): Test {
  if (filters.length === 0) return () => false
  const tree = parseGroq(anyOf(filters))
  return (document) => {
    const {data} = evaluateSync(tree, {dataset: [document], identity})
    return Array.isArray(data) && data.length > 0
  }
}

function exactConditions(filters: readonly string[]): readonly Condition[] | undefined {
  const [only, ...others] = filters
  if (only === undefined) return [{kind: 'id', among: []}]
  if (others.length > 0) return undefined
  const tree = parseGroq(anyOf([only]))
  const [collection] = planQuery(tree).collections
  return collection?.exact ? collection.conditions : undefined
}

function anyOf(filters: readonly string[]): string {
  return `*[${filters.map((filter) => `(${filter})`).join(' || ')}]`
}
