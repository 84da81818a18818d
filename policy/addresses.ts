// The addresses of a document's page: the one that it has, and those that it had.

import type {StoredDocument} from '../review/revision.ts'

/** The last part of an address. It is also the name of a file in a release, hence so strict. */
export const ADDRESS_FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The last part of a document's address, if it has one. */
export function slugOf({slug}: StoredDocument): string | undefined {
  return typeof slug === 'object' && slug !== null && 'current' in slug
    ? String(slug.current)
    : undefined
}

/** Where its page stood before, as the document says; what is no text, as in a form half filled in, is empty. */
export function formerSlugsOf({formerSlugs}: StoredDocument): string[] {
  return Array.isArray(formerSlugs)
    ? formerSlugs.map((slug: unknown) => (typeof slug === 'string' ? slug : ''))
    : []
}
