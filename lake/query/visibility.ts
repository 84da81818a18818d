// The states of documents, past and present, as somebody may see them. Whatever tells of a transaction
// gets them here.

import {atOrigin} from '../assets/address.ts'
import {parseDocument, type StoredDocument} from '../store/document.ts'
import type {Change, Store} from '../store/store.ts'
import type {QueryContext} from './context.ts'

/**
 * What a transaction did to a document: it made one without a state before, and deleted one without
 * a state after.
 */
export interface SeenChange {
  readonly documentId: string
  readonly before: StoredDocument | undefined
  readonly after: StoredDocument | undefined
  /** True if nothing was kept back. */
  readonly whole: boolean
}

export class Visibility {
  readonly #store: Store
  readonly #permission: 'read' | 'history'
  readonly #context: QueryContext
  /** True if no state of any document is kept back. */
  readonly unlimited: boolean

  /** @param permission `read` for states that documents are in, `history` for those they were in */
  constructor(store: Store, permission: 'read' | 'history', context: QueryContext) {
    this.#store = store
    this.#permission = permission
    this.#context = context
    this.unlimited = context.permissions.allowsAll(permission)
  }

  /** A document from its stored JSON; undefined if there is none, or none to be seen. */
  state(json: string | undefined): StoredDocument | undefined {
    if (json === undefined) return undefined
    const document = parseDocument(json)
    const {permissions, origin} = this.#context
    return permissions.allows(this.#permission, document) ? atOrigin(document, origin) : undefined
  }

  /** A change, in which a state that may not be seen is as if it had not been. */
  change({documentId, before, after}: Change): SeenChange {
    const read = (revision: number | undefined): StoredDocument | undefined =>
      revision === undefined ? undefined : this.state(this.#store.body(revision))
    const seen = {documentId, before: read(before), after: read(after)}
    const whole = !seen.before === (before === undefined) && !seen.after === (after === undefined)
    return {...seen, whole}
  }

  /** True if anything of a change may be seen. */
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
