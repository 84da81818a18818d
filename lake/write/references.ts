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

type IsKnown = (id: string) => boolean

/**
 * Checks the references that a transaction adds, and those to documents that it deletes.
 *
 * @param store after the transaction's changes
 * @param isKnown false for a document that does not exist, and for one that the caller may not know
 * @throws LakeError 409 for a dangling reference
 */
export function checkReferences(
  store: Store,
  changes: ReadonlyMap<string, DocumentChange>,
  isKnown: IsKnown,
): void {
  for (const [id, change] of changes) {
    if (change.after) checkTargets(id, change, isKnown)
    else checkReferrers(store.strongReferrers(id), id, change, isKnown)
  }
}

// Only references that this transaction adds: an imported document may already have dangling ones, and
// must stay editable.
function checkTargets(id: string, {index, before, after}: DocumentChange, isKnown: IsKnown): void {
  const known = new Set(strongTargets(before))
  for (const target of strongTargets(after)) {
    if (known.has(target) || isKnown(target)) continue
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

function checkReferrers(
  referrers: readonly string[],
  id: string,
  {index}: DocumentChange,
  isKnown: IsKnown,
): void {
  if (referrers.length === 0) return
  const [first, ...others] = referrers.filter(isKnown)
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const from = first === undefined ? 'documents that you may not read' : `"${first}"${more}`
  throw mutationError(409, index, {
    type: 'documentHasExistingReferencesError',
    description: `Document "${id}" cannot be deleted as there are references to it from ${from}`,
    id,
    ...(first === undefined ? {} : {referencingID: first}),
  })
}
