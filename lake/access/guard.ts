// Rules on writing that a grant cannot express, because they depend on who wrote what before.

import {mutationError} from '../errors.ts'
import {parseDocument, type StoredDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'

/** A past or present state of a document. */
interface PastState {
  readonly author: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Undefined if the document was deleted. */
  readonly document: StoredDocument | undefined
}

/** What a guard may read. */
interface Records {
  /** Every state that these documents ever had, oldest first. */
  readonly history: (ids: readonly string[]) => Iterable<PastState>
  /** The documents that refer to this one now. */
  readonly referring: (id: string) => Iterable<StoredDocument>
}

/**
 * Judges a document before it is written.
 *
 * @returns the reason for a refusal, shown to the caller; undefined to allow the write
 */
export type Guard = (document: StoredDocument, records: Records) => string | undefined

/** @throws LakeError 403 with the reason of the first guard that objects */
export function askGuards(
  guards: readonly Guard[],
  document: StoredDocument,
  store: Store,
  index: number,
): void {
  for (const guard of guards) {
    const objection = guard(document, recordsOf(store))
    if (objection === undefined) continue
    throw mutationError(403, index, {
      type: 'insufficientPermissionsError',
      description: objection,
      id: document._id,
    })
  }
}

function recordsOf(store: Store): Records {
  return {
    *history(ids) {
      for (const {author, time, json} of store.history.statesOf(ids)) {
        yield {author, at: time, document: json === undefined ? undefined : parseDocument(json)}
      }
    },
    *referring(id) {
      for (const source of store.referrers(id)) {
        const json = store.document(source)
        if (json !== undefined) yield parseDocument(json)
      }
    },
  }
}
