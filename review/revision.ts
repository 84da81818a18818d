// What a revision is: a digest of a document's content. The Studio and the pipeline compute it here.

import {getPublishedId} from '@sanity/client/csm'
import {sha256} from 'js-sha256'
import {configure} from 'safe-stable-stringify'
import {z} from 'zod'
import {onceFor} from './once-for.ts'

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
export type Bookkeeping = '_rev' | '_createdAt' | '_updatedAt' | '_system'

/**
 * What a reviewer approves: the document under its published id, without the lake's bookkeeping.
 * A draft and the same draft published have the same content.
 */
export function contentOf(document: StoredDocument): StoredDocument {
  const {_rev, _createdAt, _updatedAt, _system, ...content} = document
  return {...content, _id: getPublishedId(document._id)}
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
