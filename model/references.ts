// Finds the references of a document. Tells for each which types it may lead to, and whether the page
// shows the words of the target or only links to it.

import {studioPath} from '@sanity/client/csm'
import {allReferences, stringOf} from '../policy/references.ts'
import {governedTypes, pageTypes} from '../review/governed.ts'
import type {StoredDocument} from '../review/revision.ts'
import {renderedTypes} from '../schemas/data/renditions.ts'

/** A reference inside a document. */
export interface Pointer {
  /** The id that it points at. */
  readonly target: string
  /** The types that it may lead to. */
  readonly to: readonly string[]
  /** Where it is, in Sanity's path notation. */
  readonly path: string
  /** The object with the field that holds it, such as the figure that shows a picture. */
  readonly holder: object
  /** `needs`: the page shows the target's content. `leads`: it links there, or only records it. */
  readonly kind: 'needs' | 'leads'
  /** It may outlive its target. */
  readonly weak: boolean
}

interface Place {
  to: readonly string[]
  kind: Pointer['kind']
  weak?: boolean
}

/** By the name of the field that holds the reference. The schemas use each name for one purpose only. */
const places: Record<string, Place> = {
  asset: {to: ['sanity.imageAsset'], kind: 'needs'},
  authors: {to: ['person'], kind: 'needs'},
  conditions: {to: ['condition'], kind: 'needs'},
  faq: {to: ['faq'], kind: 'needs'},
  faqs: {to: ['faq'], kind: 'needs'},
  of: {to: renderedTypes, kind: 'leads'},
  reviewer: {to: ['person'], kind: 'needs', weak: true},
  reviewers: {to: ['person'], kind: 'leads', weak: true},
  sources: {to: ['citedWork'], kind: 'needs'},
  subject: {to: governedTypes, kind: 'leads', weak: true},
  summarySources: {to: ['citedWork'], kind: 'needs'},
  supersededBy: {to: ['citedWork'], kind: 'leads'},
  therapies: {to: ['therapyType'], kind: 'needs'},
  therapy: {to: ['therapyType'], kind: 'needs'},
  together: {to: governedTypes, kind: 'leads', weak: true},
  warningSigns: {to: ['warningSigns'], kind: 'needs'},
}

/** In annotations the field is always `reference`, so the type of the annotation decides. */
const annotations: Record<string, Place> = {
  citation: {to: ['citedWork'], kind: 'needs'},
  internalLink: {to: pageTypes, kind: 'leads'},
}

/**
 * In a disclaimer, a list of warning signs, a question, a clinic or a plan, these fields name its subject. A page does not show the words
 * of that subject there.
 */
const aboutFields = new Set(['therapies', 'conditions'])
const aboutOthers = new Set(['disclaimer', 'warningSigns', 'faq', 'clinic', 'siteSettings'])

/** All references of a document, in document order. */
export function pointersIn(document: StoredDocument): Pointer[] {
  return allReferences(document).map(({target, field, holder, steps}) => {
    const place =
      field === 'reference' && '_type' in holder
        ? annotations[stringOf(holder._type)]
        : places[field]
    const about = aboutFields.has(field) && aboutOthers.has(document._type)
    return {
      target,
      to: place?.to ?? [],
      path: studioPath.toString([...steps]),
      holder,
      kind: about ? 'leads' : (place?.kind ?? 'needs'),
      weak: place?.weak ?? false,
    }
  })
}
