// A document as the lake sees it: an object with an id and a type. The lake does not interpret the rest.

import {z} from 'zod'
import {revisionOf} from '../../review/revision.ts'

/** An id as Sanity allows it: at most 128 of `a-z A-Z 0-9 . _ -`, no empty part between dots. */
export const documentId = z
  .string()
  .regex(
    /^(?![-.])(?!.*\.\.)(?=.*[^.]$)[A-Za-z0-9._-]{1,128}$/,
    'A document id has 1 to 128 letters, digits, dots, underscores and dashes. It must not start with a dash or a dot, end with a dot, or have two dots in a row',
  )
  .refine((id) => publishedId(publishedId(id)) === publishedId(id), {
    // Otherwise publishing it would write under the id of a draft, in the name of the user who publishes.
    error: 'A draft or version cannot be that of another draft or version',
  })

/** A document as the lake stores it. */
export const storedDocument = z.looseObject({
  _id: z.string(),
  _type: z.string(),
  _rev: z.string(),
  _createdAt: z.string(),
  _updatedAt: z.string(),
})

export type StoredDocument = z.infer<typeof storedDocument>

/** A reference from one document to another. The target of a strong one must exist. */
export interface Reference {
  readonly target: string
  readonly strong: boolean
}

/**
 * The id that a document has, or will have, once published: `a` for `a`, `drafts.a` and
 * `versions.r1.a`. The column `published_id` holds it, and SQL can call it as `publishedId(id)`.
 */
export function publishedId(id: string): string {
  return id.replace(/^(?:drafts|versions\.[^.]+)\./, '')
}

const VERSION_ID = /^versions\.([^.]+)\.(.+)$/

/** The release that a version is for; undefined for drafts and published documents. */
export function releaseOf(id: string): string | undefined {
  return VERSION_ID.exec(id)?.[1]
}

/** The id of the document that describes a release. */
export function releaseDocumentId(releaseId: string): string {
  return `_.releases.${releaseId}`
}

/** Parses the JSON text that the store keeps for a document. */
export function parseDocument(json: string): StoredDocument {
  return storedDocument.parse(JSON.parse(json))
}

/**
 * Every reference in a document, at any depth, each target once (strong if any of them is).
 * Finds what GROQ's `references()` finds: an object with a `_ref` is not searched further.
 * References into other datasets count as weak, because this lake cannot check them.
 */
export function referencedIds(document: unknown): Reference[] {
  const found = new Map<string, boolean>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('_ref' in value && value._ref) {
      if (typeof value._ref !== 'string') return
      const weak = ('_weak' in value && value._weak === true) || '_dataset' in value
      // Half of a surrogate pair is lost in SQLite. No document id contains one.
      const target = value._ref.toWellFormed()
      found.set(target, found.get(target) === true || !weak)
      return
    }
    for (const child of Object.values(value)) visit(child)
  }
  visit(document)
  return Array.from(found, ([target, strong]) => ({target, strong}))
}

/** A slug of a document, and the top-level attribute that holds it. */
export interface Slug {
  readonly field: string
  readonly value: string
}

/**
 * The slugs of a document: https://www.sanity.io/docs/studio/slug-type
 * Slugs with half of a surrogate pair are left out: SQLite cannot hold them, and the query planner
 * never looks for them (groq/plan.ts).
 */
export function slugsIn(document: StoredDocument): Slug[] {
  return Object.entries(document).flatMap(([field, content]) => {
    if (typeof content !== 'object' || content === null || !('current' in content)) return []
    const {current: value} = content
    if (typeof value !== 'string' || !value.isWellFormed() || !field.isWellFormed()) return []
    return [{field, value}]
  })
}

/** The digest of a document's content, as `review/revision.ts` defines it; null for no document. */
export function contentDigest(json: string | undefined): string | null {
  return json === undefined ? null : revisionOf(parseDocument(json))
}
