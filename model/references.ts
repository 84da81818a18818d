// Every place where a document points at another: what it may point at, and whether the page
// needs the target's own words or only leads to it.

import {studioPath} from '@sanity/client/csm'
import {isObject, segment} from '../policy/references.ts'
import {governedTypes} from '../review/governed.ts'
import type {StoredDocument} from '../review/revision.ts'

/** A reference inside a document. */
export interface Pointer {
  /** The id that it points at. */
  readonly target: string
  /** The types that may stand there. */
  readonly to: readonly string[]
  /** Where it is, in Sanity's path notation. */
  readonly path: string
  /** `needs`: the page shows the target's content. `leads`: it links there, or only records it. */
  readonly kind: 'needs' | 'leads'
  /** A weak reference may outlive its target. */
  readonly weak: boolean
}

interface Place {
  to: readonly string[]
  kind: Pointer['kind']
}

/** By the name of the field that holds the reference; the schemas use one name for one thing. */
const places: Record<string, Place> = {
  asset: {to: ['sanity.imageAsset'], kind: 'needs'},
  authors: {to: ['person'], kind: 'needs'},
  conditions: {to: ['condition'], kind: 'needs'},
  faq: {to: ['faq'], kind: 'needs'},
  faqs: {to: ['faq'], kind: 'needs'},
  reviewer: {to: ['person'], kind: 'needs'},
  reviewers: {to: ['person'], kind: 'leads'},
  subject: {to: governedTypes, kind: 'leads'},
  therapies: {to: ['therapyType'], kind: 'needs'},
  therapy: {to: ['therapyType'], kind: 'needs'},
}

/** Annotations call their reference `reference`; their own type says what it may be. */
const annotations: Record<string, Place> = {
  citation: {to: ['citedWork'], kind: 'needs'},
  internalLink: {to: ['article', 'therapyType', 'faq'], kind: 'leads'},
}

/**
 * Where a disclaimer, a question or a clinic names therapies or conditions, it says what it is about:
 * nothing of these is shown in it.
 */
const aboutFields = new Set(['therapies', 'conditions'])
const aboutOthers = new Set(['disclaimer', 'faq', 'clinic'])

/** All references of a document, in the order in which they stand in it. */
export function pointersIn(document: StoredDocument): Pointer[] {
  const pointers: Pointer[] = []
  // One stack for the whole walk: most of a document is text, of which no path is ever made.
  const steps: (string | ReturnType<typeof segment>)[] = []

  const visit = (value: object, field: string, parentType: unknown): void => {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index]
        if (!isObject(item)) continue
        steps.push(segment(item, index))
        visit(item, field, parentType)
        steps.pop()
      }
    } else if ('_ref' in value && typeof value._ref === 'string') {
      const place = field === 'reference' ? annotations[String(parentType)] : places[field]
      const about = aboutFields.has(field) && aboutOthers.has(document._type)
      pointers.push({
        target: value._ref,
        to: place?.to ?? [],
        path: studioPath.toString(steps),
        kind: about ? 'leads' : (place?.kind ?? 'needs'),
        weak: '_weak' in value && value._weak === true,
      })
    } else {
      const type = '_type' in value ? value._type : undefined
      for (const name in value) {
        const member: unknown = Reflect.get(value, name)
        if (!isObject(member)) continue
        steps.push(name)
        visit(member, name, type)
        steps.pop()
      }
    }
  }

  visit(document, '', undefined)
  return pointers
}
