// A perspective decides which of the stored documents a query sees, and under which ids.
// https://www.sanity.io/docs/content-lake/perspectives

import {describedError} from '../errors.ts'
import type {Condition, View} from '../store/conditions.ts'
import {parseDocument, publishedId} from '../store/document.ts'

/**
 * A name, or the bundles (releases and `drafts`) whose versions replace the published documents. The
 * first bundle has the highest priority.
 */
export type Perspective = 'raw' | 'published' | 'drafts' | readonly string[]

export const views: Record<'raw' | 'published' | 'drafts', View> = {
  raw: {idColumn: 'd.id', visible: 'TRUE', verbatim: true},
  published: {
    idColumn: 'd.id',
    visible: "d.id NOT GLOB 'drafts.*' AND d.id NOT GLOB 'versions.*'",
    verbatim: true,
  },
  // A draft replaces its published document, which is then hidden.
  drafts: {
    idColumn: 'd.published_id',
    visible: `d.id NOT GLOB 'versions.*' AND (d.id GLOB 'drafts.*'
      OR NOT EXISTS (SELECT 1 FROM documents draft WHERE draft.id = 'drafts.' || d.id))`,
    verbatim: false,
  },
}

/**
 * All documents, under the ids that they will have once published. For a list of releases, `seenThrough`
 * adds the condition that selects the versions to show. The names of releases are values there, so that
 * one prepared statement serves all lists.
 */
export const versionsView: View = {idColumn: 'd.published_id', visible: 'TRUE', verbatim: false}

/** Drafts and release versions, under the ids that they will have once published. */
export const unpublishedView: View = {
  idColumn: 'd.published_id',
  visible: "(d.id GLOB 'drafts.*' OR d.id GLOB 'versions.*')",
  verbatim: false,
}

/** How SQLite applies a perspective. A list also needs the conditions of `seenThrough`. */
export function viewOf(perspective: Perspective): View {
  return typeof perspective === 'string' ? views[perspective] : versionsView
}

/** The conditions of a search, and those added by the perspective. */
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

/** The document as the perspective shows it, from its stored JSON. */
export function show(json: string, perspective: Perspective): Record<string, unknown> {
  const document = parseDocument(json)
  if (perspective === 'raw' || perspective === 'published') return document
  return {...document, _id: publishedId(document._id), _originalId: document._id}
}

// Since this API version, a query without a perspective sees published documents only.
const PUBLISHED_BY_DEFAULT = '2025-02-19'

const RELEASE = /^[A-Za-z0-9_-]{1,128}$/

/**
 * The perspective of a request. In a list, releases and `drafts` come before the documents that they
 * replace. `published` ends the list, because published documents always have the lowest priority.
 *
 * @param requested the `perspective` parameter, if any; the client joins a list with commas
 * @param apiVersion as in the path, without its `v`
 * @throws LakeError 400 for an invalid release name, and for `raw` in a list
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
