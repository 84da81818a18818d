// The documents of a lake as a caller sees them: the part of a perspective that the caller may read.

import type {Permissions} from '../access/grants.ts'
import {atOrigin, bytesAtOrigin, type AssetOrigin} from '../assets/address.ts'
import type {Condition, View} from '../store/conditions.ts'
import {parseDocument} from '../store/document.ts'
import type {Slice, Store} from '../store/store.ts'
import type {QueryContext} from './context.ts'
import {seenThrough, show, viewOf, type Perspective} from './perspective.ts'

export class Reader {
  readonly #store: Store
  readonly #permissions: Permissions
  readonly #origin: AssetOrigin
  readonly #perspective: Perspective
  readonly #view: View

  /**
   * @param perspective for a caller who may not read everything, drafts and versions would hide the
   *   published documents that they replace, so such a caller gets the published documents
   */
  constructor(
    store: Store,
    perspective: Perspective,
    {permissions, origin}: Pick<QueryContext, 'permissions' | 'origin'>,
  ) {
    this.#origin = origin
    this.#store = store
    this.#permissions = permissions
    const limited = !permissions.allowsAll('read')
    this.#perspective = limited && perspective !== 'raw' ? 'published' : perspective
    this.#view = viewOf(this.#perspective)
  }

  /** True if documents are shown exactly as stored, so that their JSON need not be parsed. */
  get verbatim(): boolean {
    return this.#view.verbatim
  }

  /** Numbers of the revisions of documents that meet all conditions, in the order of ids. */
  find(asked: readonly Condition[], slice?: Slice): number[] {
    const conditions = seenThrough(this.#perspective, asked)
    const {readable} = this.#permissions
    if (readable) return this.#store.find(this.#view, [...readable, ...conditions], slice)
    const found = this.#store
      .find(this.#view, conditions)
      .filter((revision) => this.#permissions.allows('read', this.#parsed(revision)))
    if (!slice) return found
    const end = slice.limit < 0 ? undefined : slice.offset + slice.limit
    return found.slice(slice.offset, end)
  }

  /** A document as the caller sees it. */
  show(revision: number): Record<string, unknown> {
    return atOrigin(show(this.#store.body(revision), this.#perspective), this.#origin)
  }

  /** Its stored JSON in UTF-8, for a caller who sees documents exactly as stored. */
  bytes(revision: number): Uint8Array {
    return bytesAtOrigin(this.#store.bytes(revision), this.#origin)
  }

  #parsed(revision: number): Record<string, unknown> {
    return parseDocument(this.#store.body(revision))
  }
}
