// The states of documents, past and present, that a caller may see. All code that reports transactions
// gets states from here.

import {atOrigin} from '../assets/address.ts'
import {parseDocument, type StoredDocument} from '../store/document.ts'
import type {Change} from '../store/history.ts'
import type {Store} from '../store/store.ts'
import type {QueryContext} from './context.ts'

/**
 * What a transaction did to a document. A document that it created has no state before, and one that it
 * deleted has no state after.
 */
export interface SeenChange {
  readonly documentId: string
  readonly before: StoredDocument | undefined
  readonly after: StoredDocument | undefined
  /** True if nothing was hidden. */
  readonly whole: boolean
}

export class Visibility {
  readonly #store: Store
  readonly #permission: 'read' | 'history'
  readonly #context: QueryContext
  /** True if no state of any document is hidden. */
  readonly unlimited: boolean

  /** @param permission `read` for current states, `history` for past ones */
  constructor(store: Store, permission: 'read' | 'history', context: QueryContext) {
    this.#store = store
    this.#permission = permission
    this.#context = context
    this.unlimited = context.permissions.allowsAll(permission)
  }

  /** A document from its stored JSON. Undefined if it does not exist, or is hidden. */
  state(json: string | undefined): StoredDocument | undefined {
    if (json === undefined) return undefined
    const document = parseDocument(json)
    const {permissions, origin} = this.#context
    return permissions.allows(this.#permission, document) ? atOrigin(document, origin) : undefined
  }

  /** A change as the caller sees it. A hidden state counts as missing. */
  change({documentId, before, after}: Change): SeenChange {
    const read = (revision: number | undefined): StoredDocument | undefined =>
      revision === undefined ? undefined : this.state(this.#store.body(revision))
    const seen = {documentId, before: read(before), after: read(after)}
    const whole = !seen.before === (before === undefined) && !seen.after === (after === undefined)
    return {...seen, whole}
  }

  /** True if the caller may see any part of a change. */
  sees(change: Change): boolean {
    if (this.unlimited) return true
    const {before, after} = this.change(change)
    return before !== undefined || after !== undefined
  }
}

/**
 * Mendoza patches between the states, which replace the whole value.
 * https://github.com/sanity-io/mendoza
 */
export function effectsOf({before, after}: SeenChange): {
  apply: readonly unknown[]
  revert: readonly unknown[]
} {
  return {apply: [0, after ?? null], revert: [0, before ?? null]}
}
