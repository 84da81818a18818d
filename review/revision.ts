// What a revision is: a digest of a document's content. The Studio and the pipeline compute it here.

import {getPublishedId} from '@sanity/client/csm'
import {sha256} from 'js-sha256'
import {configure} from 'safe-stable-stringify'
import {z} from 'zod'
import {onceFor} from './once.ts'

/** A revision's name: SHA-256 as 64 lower-case hexadecimal digits. */
export type Revision = string

/** A document as the lake returns it. */
export interface StoredDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** Parses a stored document that comes from outside. */
export const storedDocument = z.looseObject({_id: z.string(), _type: z.string()})

/** What the lake adds to a document. It differs between a draft and the same draft published. */
export type Bookkeeping = '_rev' | '_createdAt' | '_updatedAt' | '_system' | '_originalId'

/** The fields of a document under its published id, without the lake's bookkeeping. */
export function fieldsOf(document: StoredDocument): StoredDocument {
  const {_rev, _createdAt, _updatedAt, _system, _originalId, ...fields} = document
  return {...fields, _id: getPublishedId(document._id)}
}

/**
 * What a reviewer approves: the document under its published id, without the lake's bookkeeping and without
 * what Sanity adds to fields. A draft and the same draft published have the same content.
 */
export function contentOf(document: StoredDocument): StoredDocument {
  const fields = fieldsOf(document)
  // Most documents have no additions, and are not copied.
  return hasAdditions(fields)
    ? storedDocument.parse(JSON.parse(JSON.stringify(fields, withoutAdditions)))
    : fields
}

/**
 * What Sanity adds to a field and takes away by itself. Until a document is published, a reference to it is
 * weak and says what makes it strong. An image has the state of its upload. Readers see none of it.
 */
const additions: ReadonlySet<string> = new Set(['_strengthenOnPublish', '_weak', '_upload'])

function hasAdditions(value: object): boolean {
  for (const name in value) {
    if (additions.has(name)) return true
    const member: unknown = Reflect.get(value, name)
    if (typeof member === 'object' && member !== null && hasAdditions(member)) return true
  }
  return false
}

function withoutAdditions(name: string, value: unknown): unknown {
  return additions.has(name) ? undefined : value
}

const stringify = configure({deterministic: true, bigint: false, circularValue: Error})

/** Content as canonical JSON (RFC 8785). A revision is the digest of these bytes, in UTF-8. */
export function canonicalJson(content: StoredDocument): string {
  return stringify(content) ?? ''
}

/** The revision of content as canonical JSON: its SHA-256. */
export function digestOf(canonical: string): Revision {
  return sha256(canonical)
}

/**
 * The revision of a document. A changed comma makes another. Each object is digested once, because
 * the buttons, the badge and the panes of an open document all ask for its revision.
 */
export const revisionOf = onceFor((document: StoredDocument): Revision =>
  digestOf(canonicalJson(contentOf(document))),
)
