// A perspective decides which of the stored documents a query sees, and under which ids.
// https://www.sanity.io/docs/content-lake/perspectives

import {describedError} from './errors.ts'
import {parseDocument, publishedId} from './document.ts'

export type Perspective = 'raw' | 'published' | 'drafts'

/** How a perspective is asked of SQLite. */
export interface View {
  /** The column that holds the id as this perspective shows it. */
  readonly idColumn: string
  /** Which documents it shows. */
  readonly visible: string
  /** True if it shows them exactly as they are stored, so that their JSON need not be parsed. */
  readonly verbatim: boolean
}

export const views: Record<Perspective, View> = {
  raw: {idColumn: 'd.id', visible: 'TRUE', verbatim: true},
  published: {
    idColumn: 'd.id',
    visible: "d.id NOT GLOB 'drafts.*' AND d.id NOT GLOB 'versions.*'",
    verbatim: true,
  },
  // A draft stands in the place of its published document, which then is not seen itself.
  drafts: {
    idColumn: 'd.published_id',
    visible: `d.id NOT GLOB 'versions.*' AND (d.id GLOB 'drafts.*'
      OR NOT EXISTS (SELECT 1 FROM documents draft WHERE draft.id = 'drafts.' || d.id))`,
    verbatim: false,
  },
}

/** The document as a perspective shows it, from its stored JSON. */
export function show(json: string, perspective: Perspective): Record<string, unknown> {
  const document = parseDocument(json)
  if (perspective !== 'drafts') return document
  return {...document, _id: publishedId(document._id), _originalId: document._id}
}

// From this version of the API on, a query without a perspective sees published documents only.
const PUBLISHED_BY_DEFAULT = '2025-02-19'

/**
 * The perspective that a request asks for; of a list, its first element.
 * @param requested the `perspective` parameter, if any
 * @param apiVersion as in the path, without its `v`
 * @throws LakeError 400 for a perspective that the lake does not have
 */
export function perspectiveOf(requested: string | undefined, apiVersion: string): Perspective {
  const name = firstOf(requested)
  switch (name) {
    case 'raw':
    case 'published':
    case 'drafts':
      return name
    case 'previewDrafts':
      return 'drafts'
    case undefined:
      return apiVersion < PUBLISHED_BY_DEFAULT ? 'raw' : 'published'
    default:
      throw describedError(
        400,
        'invalidPerspective',
        `Perspective "${name}" is not supported: use raw, published or drafts`,
      )
  }
}

// The client joins a list with commas.
function firstOf(requested: string | undefined): string | undefined {
  return requested?.split(',', 1)[0]?.trim() || undefined
}
