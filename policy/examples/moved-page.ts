// The example of the rules about former addresses: a page that stood elsewhere.

import type {StoredDocument} from '../../review/revision.ts'

/** A page at "what-is-prolotherapy" with the former addresses given. */
export function exampleMovedPage(...formerSlugs: readonly string[]): StoredDocument {
  return {
    _id: 'example',
    _type: 'article',
    slug: {_type: 'slug', current: 'what-is-prolotherapy'},
    formerSlugs,
  }
}
