// The example for the rules about former addresses: a page that had another address before.

import type {StoredDocument} from '../../review/revision.ts'

/** A page at "what-is-prolotherapy" with these former addresses. */
export function exampleMovedPage(...formerSlugs: readonly string[]): StoredDocument {
  return {
    _id: 'example',
    _type: 'article',
    slug: {_type: 'slug', current: 'what-is-prolotherapy'},
    formerSlugs,
  }
}
