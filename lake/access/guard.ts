// Rules on what may be written that no grant can express, since they depend on what was written
// before, and by whom.

import {mutationError} from '../errors.ts'
import {parseDocument, type StoredDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'

/** A state that a document had. */
interface PastState {
  readonly author: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Undefined where it was deleted. */
  readonly document: StoredDocument | undefined
}

/** What a guard may look at. */
interface Records {
  /** Every state that some documents ever had, oldest first. */
  readonly history: (ids: readonly string[]) => Iterable<PastState>
  /** The documents that refer to one now. */
  readonly referring: (id: string) => Iterable<StoredDocument>
}

/**
 * Judges a document that is to be written.
 *
 * @returns why it must not be, for whoever tried; undefined if it may
 */
export type Guard = (document: StoredDocument, records: Records) => string | undefined

/** @throws LakeError 403 with the words of the first guard that objects */
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
      for (const {author, time, json} of store.statesOf(ids)) {
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
