// Refuses transactions that would leave a dangling strong reference.

import {mutationError} from '../errors.ts'
import {referencedIds, type StoredDocument} from '../store/document.ts'
import type {Store} from '../store/store.ts'

/** What a transaction does to one document. */
export interface DocumentChange {
  /** The last mutation or action that changed it, counted from 0. */
  readonly index: number
  readonly before: StoredDocument | undefined
  readonly after: StoredDocument | undefined
}

/**
 * Checks the references that a transaction adds, and those to documents that it deletes.
 *
 * @param store after the transaction's changes
 * @throws LakeError 409 for a dangling reference
 */
export function checkReferences(store: Store, changes: ReadonlyMap<string, DocumentChange>): void {
  for (const [id, change] of changes) {
    if (change.after) checkTargets(store, id, change)
    else checkReferrers(store, id, change)
  }
}

// Only references that this transaction adds: an imported document may already have dangling ones, and
// must stay editable.
function checkTargets(store: Store, id: string, {index, before, after}: DocumentChange): void {
  const known = new Set(strongTargets(before))
  for (const target of strongTargets(after)) {
    if (known.has(target) || store.document(target) !== undefined) continue
    throw mutationError(409, index, {
      type: 'documentReferenceDoesNotExistError',
      description: `Document "${id}" references non-existent document "${target}"`,
      id,
      referenceID: target,
    })
  }
}

function strongTargets(document: StoredDocument | undefined): string[] {
  return referencedIds(document)
    .filter(({strong}) => strong)
    .map(({target}) => target)
}

function checkReferrers(store: Store, id: string, {index}: DocumentChange): void {
  const [first, ...others] = store.strongReferrers(id)
  if (first === undefined) return
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  throw mutationError(409, index, {
    type: 'documentHasExistingReferencesError',
    description: `Document "${id}" cannot be deleted as there are references to it from "${first}"${more}`,
    id,
    referencingID: first,
  })
}
