// Finds addresses of the current release that would lead nowhere after an export. The rule links/moved
// asks writers for former addresses. The export only warns, because a release must not depend on the
// release before it, and a correction must not wait for an address.

import type {Settled} from '../../model/standing/settled.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Manifest} from '../release/manifest.ts'

/** The rule that such a warning names. */
export const LOST_ADDRESS = 'lost-address'

/**
 * One warning for each address that would be lost.
 *
 * @param before The documents of the current release.
 * @param settled The documents of the new release.
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
        rule: LOST_ADDRESS,
        severity: 'warning',
        document: id,
        type,
        path: 'slug.current',
        message: `is no longer "${slug}", so readers who open that address find no page`,
        hint: `Add "${slug}" to the former addresses, and have the document approved.`,
      },
    ]
  })
}
