// What a document is a rendition of. The gate has not checked its shape yet.

import {z} from 'zod'
import type {StoredDocument} from '../review/revision.ts'

const rendition = z
  .object({of: z.object({_ref: z.string()}), revision: z.string(), kind: z.string()})
  .optional()

/** A document in another form. */
export interface Rendition {
  /** The id of the document whose message it has. */
  readonly of: string
  /** The revision of that document from which it was made. */
  readonly revision: string
  readonly isTranslation: boolean
}

/** The document that was translated, if a document is a translation. */
export function originalOf(document: StoredDocument): string | undefined {
  const found = renditionIn(document)
  return found?.isTranslation ? found.of : undefined
}

/** What a document is a rendition of; undefined if it is none. */
export function renditionIn(document: StoredDocument): Rendition | undefined {
  const {data} = rendition.safeParse(document.rendition)
  return (
    data && {of: data.of._ref, revision: data.revision, isTranslation: data.kind === 'translation'}
  )
}
