// The addresses of a document's page: its current address and its former ones.

import type {StoredDocument} from '../review/revision.ts'
import {addressForm} from '../schemas/data/forms.ts'

/** The form of the last part of an address. */
export const ADDRESS_FORM = addressForm.pattern

/** The last part of a document's address, if it has one. */
export function slugOf({slug}: StoredDocument): string | undefined {
  return typeof slug === 'object' && slug !== null && 'current' in slug
    ? String(slug.current)
    : undefined
}

/**
 * The last parts of the former addresses of a document's page. An item that is not text, as in a half
 * filled form, becomes ''.
 */
export function formerSlugsOf({formerSlugs}: StoredDocument): string[] {
  return Array.isArray(formerSlugs)
    ? formerSlugs.map((slug: unknown) => (typeof slug === 'string' ? slug : ''))
    : []
}
