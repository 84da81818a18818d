// What a revision is: a digest of a document's content, the same in Studio and pipeline.
import {sha256} from 'js-sha256'
import {configure} from 'safe-stable-stringify'

/** A revision's name: SHA-256 as 64 lower-case hexadecimal digits. */
export type Revision = string

/** A document as the lake gives it. */
export interface StoredDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** What the lake adds, and what differs between a draft and the same draft published. */
const bookkeeping = new Set(['_rev', '_createdAt', '_updatedAt', '_system'])

const canonicalJson = configure({
  deterministic: true,
  bigint: false,
  circularValue: Error,
  // The defaults cut off deep or wide values; a digest must see all of them.
  maximumBreadth: Infinity,
  maximumDepth: Infinity,
})

/** The published id of a document, whatever draft or version it is: `drafts.x` and `versions.r.x` are `x`. */
export function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

/**
 * The revision that a document is in: SHA-256 over its canonical JSON (RFC 8785), with its
 * published id and without the lake's bookkeeping. A draft and the same draft published have the
 * same revision; a changed comma makes another.
 */
export function revisionOf(document: StoredDocument): Revision {
  const content: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(document)) {
    if (!bookkeeping.has(field)) content[field] = value
  }
  content._id = publishedId(document._id)
  return sha256(canonicalJson(content) ?? '')
}
