// What a transaction did to a document, as a patch in the Mendoza format, which the Studio asks for.
// https://github.com/sanity-io/mendoza

import type {StoredDocument} from './document.ts'

export interface Effects {
  /** Makes what came after of what was before. */
  readonly apply: readonly unknown[]
  /** The opposite. */
  readonly revert: readonly unknown[]
}

/** Patches that replace the whole value, `null` standing for no document. */
export function wholeValueEffects(
  before: StoredDocument | undefined,
  after: StoredDocument | undefined,
): Effects {
  return {apply: [0, after ?? null], revert: [0, before ?? null]}
}
