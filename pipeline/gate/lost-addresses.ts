// Which addresses that readers have would lead nowhere after an export. The rule links/moved holds
// writers to it beforehand. Here it is only said: a release must not depend on what stood before
// it, and a correction must not wait for an address.

import type {Settled} from '../../model/standing/settled.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Manifest} from '../release/manifest.ts'

/**
 * @param before The documents of the release that stands.
 * @param settled What comes out now.
 */
export function lostAddresses(
  before: Manifest['documents'],
  settled: readonly Settled[],
): Finding[] {
  const addresses = new Set(
    settled.flatMap(({type, slug, formerSlugs}) =>
      [slug, ...formerSlugs].map((each) => `${type}/${each}`),
    ),
  )
  const now = new Map(settled.map((one) => [one.id, one]))
  return before.flatMap(({id, type, slug}) => {
    const page = now.get(id)
    if (slug === undefined || page?.slug === undefined) return []
    if (addresses.has(`${type}/${slug}`)) return []
    return [
      {
        rule: 'lost-address',
        severity: 'warning',
        document: id,
        type,
        path: 'slug.current',
        message: `is no longer "${slug}", and readers who come by that address find nothing`,
        hint: `Add "${slug}" to the former addresses, and have that approved.`,
      },
    ]
  })
}
