// The addresses of a document's page: its current address and its former ones.

import type {StoredDocument} from '../review/revision.ts'
import {addressForm} from '../schemas/data/forms.ts'
import {limits} from '../schemas/data/limits.ts'

/** The form of the last part of an address. */
export const ADDRESS_FORM = addressForm.pattern

/** Whether a page can have this last part of an address. */
export function isAddress(slug: string | undefined): slug is string {
  return slug !== undefined && slug.length <= limits['page.slug'].max && ADDRESS_FORM.test(slug)
}

/** The last part of a document's address, if it has one. */
export function slugOf({slug}: StoredDocument): string | undefined {
  return typeof slug === 'object' &&
    slug !== null &&
    'current' in slug &&
    typeof slug.current === 'string'
    ? slug.current
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
