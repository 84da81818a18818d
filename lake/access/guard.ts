// Rules on writing that a grant cannot express, because they depend on who wrote what before.

import {mutationError} from '../errors.ts'
import {parseDocument, type StoredDocument} from '../store/document.ts'
import type {TrailStep} from '../store/history.ts'
import type {Store} from '../store/store.ts'

/** What a guard may know about an attempt to write. */
interface Attempt {
  readonly author: string
  /** The time by the clock of this process, in milliseconds since 1970. */
  readonly now: number
  /**
   * What each transaction made of these documents, under all their ids, oldest first. The running
   * transaction is included, as far as it has got.
   */
  readonly trail: (publishedIds: readonly string[]) => readonly TrailStep[]
  /** The documents that refer to this one now. */
  readonly referring: (id: string) => Iterable<StoredDocument>
}

/**
 * Judges a document before it is written.
 *
 * @returns the reason for a refusal, shown to the caller; undefined to allow the write
 */
export type Guard = (document: StoredDocument, attempt: Attempt) => string | undefined

interface Question {
  readonly document: StoredDocument
  readonly author: string
  /** The request's mutation that writes the document, to name in an error. */
  readonly index: number
}

/** @throws LakeError 403 with the reason of the first guard that objects */
export function askGuards(
  guards: readonly Guard[],
  {document, author, index}: Question,
  store: Store,
): void {
  const attempt: Attempt = {
    author,
    now: Date.now(),
    trail: (ids) => store.history.trailOf(ids),
    *referring(id) {
      for (const source of store.referrers(id)) {
        const json = store.document(source)
        if (json !== undefined) yield parseDocument(json)
      }
    },
  }
  for (const guard of guards) {
    const objection = guard(document, attempt)
    if (objection === undefined) continue
    throw mutationError(403, index, {
      type: 'insufficientPermissionsError',
      description: objection,
      id: document._id,
    })
  }
}
