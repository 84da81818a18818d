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
   * transaction is included.
   */
  readonly trail: (publishedIds: readonly string[]) => readonly TrailStep[]
  /** The documents that refer to this one now. */
  readonly referring: (id: string) => Iterable<StoredDocument>
  /** The document under an id now; undefined if there is none. */
  readonly document: (id: string) => StoredDocument | undefined
}

/** A document before and after a transaction; undefined where it does not exist. */
interface GuardedChange {
  readonly before: StoredDocument | undefined
  readonly after: StoredDocument | undefined
}

/**
 * Judges what a transaction makes of a document, when all its mutations are applied and none is
 * committed.
 *
 * @returns the reason for a refusal, shown to the caller; undefined to allow the change
 */
export type Guard = (change: GuardedChange, attempt: Attempt) => string | undefined

interface Question extends GuardedChange {
  readonly id: string
  readonly author: string
  /** The request's last mutation that changed the document, to name in an error. */
  readonly index: number
}

/** @throws LakeError 403 with the reason of the first guard that objects */
export function askGuards(
  guards: readonly Guard[],
  {id, author, index, ...change}: Question,
  store: Store,
): void {
  const document = (at: string): StoredDocument | undefined => {
    const json = store.document(at)
    return json === undefined ? undefined : parseDocument(json)
  }
  const attempt: Attempt = {
    author,
    now: Date.now(),
    trail: (ids) => store.history.trailOf(ids),
    *referring(of) {
      for (const source of store.referrers(of)) {
        const referrer = document(source)
        if (referrer) yield referrer
      }
    },
    document,
  }
  for (const guard of guards) {
    const objection = guard(change, attempt)
    if (objection === undefined) continue
    throw mutationError(403, index, {
      type: 'insufficientPermissionsError',
      description: objection,
      id,
    })
  }
}
