// A perspective decides which of the stored documents a query sees, and under which ids.
// https://www.sanity.io/docs/content-lake/perspectives

import {describedError} from '../errors.ts'
import type {Condition, View} from '../store/conditions.ts'
import {parseDocument, publishedId} from '../store/document.ts'

/**
 * A name, or the bundles (releases and `drafts`) whose versions stand before the published documents,
 * the first one before all others.
 */
export type Perspective = 'raw' | 'published' | 'drafts' | readonly string[]

export const views: Record<'raw' | 'published' | 'drafts', View> = {
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

// A list of releases. `seenThrough` adds the condition that selects the versions to show: the names
// of releases are values there, so that one prepared statement serves all lists.
const stackView: View = {idColumn: 'd.published_id', visible: 'TRUE', verbatim: false}

/** Drafts and versions for releases, under the ids that they have once published. */
export const unpublishedView: View = {
  idColumn: 'd.published_id',
  visible: "(d.id GLOB 'drafts.*' OR d.id GLOB 'versions.*')",
  verbatim: false,
}

/** How a perspective is asked of SQLite; one that is a list needs the conditions of `seenThrough`. */
export function viewOf(perspective: Perspective): View {
  return typeof perspective === 'string' ? views[perspective] : stackView
}

/** The conditions of a search, and those that the perspective adds. */
export function seenThrough(
  perspective: Perspective,
  conditions: readonly Condition[],
): readonly Condition[] {
  if (typeof perspective === 'string') return conditions
  const prefixes = [...perspective.map(prefixOf), '']
  return [{kind: 'foremost', prefixes}, ...conditions]
}

function prefixOf(bundle: string): string {
  return bundle === 'drafts' ? 'drafts.' : `versions.${bundle}.`
}

/** The document as a perspective shows it, from its stored JSON. */
export function show(json: string, perspective: Perspective): Record<string, unknown> {
  const document = parseDocument(json)
  if (perspective === 'raw' || perspective === 'published') return document
  return {...document, _id: publishedId(document._id), _originalId: document._id}
}

// From this version of the API on, a query without a perspective sees published documents only.
const PUBLISHED_BY_DEFAULT = '2025-02-19'

const RELEASE = /^[A-Za-z0-9_-]{1,128}$/

/**
 * The perspective that a request asks for. In a list, releases and `drafts` come before what they
 * are to replace; `published` ends it, since published documents are behind all others anyway.
 *
 * @param requested the `perspective` parameter, if any; the client joins a list with commas
 * @param apiVersion as in the path, without its `v`
 * @throws LakeError 400 for what cannot be a release, and for `raw` among others
 */
export function perspectiveOf(requested: string | undefined, apiVersion: string): Perspective {
  const names = (requested ?? '').split(',').map((name) => name.trim())
  const [first = '', ...others] = names.map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (first === '' && others.length === 0) {
    return apiVersion < PUBLISHED_BY_DEFAULT ? 'raw' : 'published'
  }
  if (first === 'raw' && others.length === 0) return 'raw'
  const all = [first, ...others]
  for (const name of all) {
    if (name === 'raw') throw invalidPerspective('"raw" cannot be combined with others')
    if (!RELEASE.test(name)) throw invalidPerspective(`"${name}" is not the name of a release`)
  }
  const bundles = all.includes('published') ? all.slice(0, all.indexOf('published')) : all
  if (bundles.length === 0) return 'published'
  return bundles[0] === 'drafts' && bundles.length === 1 ? 'drafts' : bundles
}

function invalidPerspective(problem: string) {
  return describedError(400, 'invalidPerspective', `Invalid perspective: ${problem}`)
}
