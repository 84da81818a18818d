// Finds documents that claim one address. Only one of them may have it, because each address is a file of
// a release.

import {studioPath} from '@sanity/client/csm'
import type {Finding} from '../../policy/finding.ts'
import {compareFiling, type Decision} from '../../review/decision.ts'

/** A text of a document with the addresses that its page would have. */
export interface Claimant {
  readonly id: string
  readonly type: string
  readonly slug: string | undefined
  readonly formerSlugs: readonly string[]
  /** Whether a reviewer settled this text. Other texts get no address, but writers should know. */
  readonly isSettled: boolean
}

/** An address that a page cannot have, because another page has it. */
interface LostAddress {
  readonly claimant: Claimant
  readonly slug: string
  readonly finding: Finding
}

interface Claim {
  readonly claimant: Claimant
  readonly slug: string
  readonly path: string
  readonly isFormer: boolean
}

interface RankedClaim extends Claim {
  /** The first approval of a text of this document at this address. */
  readonly first: Decision | undefined
}

/**
 * The addresses that pages cannot have. The page that was first approved at an address keeps it, also
 * as a former address. If two were approved at once, a current address goes before a former one, and
 * then the lower id before the greater.
 *
 * @param firstApproval Finds the first approval of a text of a settled document at an address. It is
 *   called only for addresses that several pages claim.
 */
export async function addressesLost(
  claimants: readonly Claimant[],
  firstApproval: (id: string, slug: string) => Promise<Decision | undefined>,
): Promise<LostAddress[]> {
  const lost: LostAddress[] = []
  for (const claims of contested(claimants)) {
    const ranked: RankedClaim[] = []
    for (const claim of claims) {
      const {id, isSettled} = claim.claimant
      ranked.push({...claim, first: isSettled ? await firstApproval(id, claim.slug) : undefined})
    }
    const [keeper, ...others] = ranked.sort(byRank)
    if (!keeper) continue
    for (const claim of others) {
      if (claim.claimant.id === keeper.claimant.id) continue
      lost.push({claimant: claim.claimant, slug: claim.slug, finding: findingOf(claim, keeper)})
    }
  }
  return lost
}

/** The claims on each address that several documents claim. */
function contested(claimants: readonly Claimant[]): Claim[][] {
  // Most addresses have one claim, so a list is made only for a second one.
  const holders = new Map<string, string>()
  const shared = new Set<string>()
  for (const {id, type, slug, formerSlugs} of claimants) {
    for (const one of slug === undefined ? formerSlugs : [slug, ...formerSlugs]) {
      const address = `${type}/${one}`
      const holder = holders.get(address)
      if (holder === undefined) holders.set(address, id)
      else if (holder !== id) shared.add(address)
    }
  }
  if (shared.size === 0) return []
  const claims = claimants.flatMap(claimsOf)
  const byAddress = Map.groupBy(claims, ({claimant: {type}, slug}) => `${type}/${slug}`)
  return [...shared].map((address) => byAddress.get(address) ?? [])
}

function claimsOf(claimant: Claimant): Claim[] {
  const {slug, formerSlugs} = claimant
  return [
    ...(slug === undefined ? [] : [{claimant, slug, path: 'slug.current', isFormer: false}]),
    ...formerSlugs.map((former, index) => ({
      claimant,
      slug: former,
      path: studioPath.toString(['formerSlugs', index]),
      isFormer: true,
    })),
  ]
}

/** The strongest claim first. One without an approval comes last. */
function byRank(a: RankedClaim, b: RankedClaim): number {
  return (
    Number(b.first !== undefined) - Number(a.first !== undefined) ||
    (a.first && b.first ? compareFiling(a.first, b.first) : 0) ||
    Number(a.isFormer) - Number(b.isFormer) ||
    (a.claimant.id < b.claimant.id ? -1 : 1)
  )
}

function findingOf({claimant, slug, path, isFormer}: Claim, keeper: Claim): Finding {
  const {id: document, type} = claimant
  const holder = `${keeper.claimant.id} ${keeper.isFormer ? 'had before' : 'has already'}`
  return {
    rule: isFormer ? 'duplicate-redirect' : 'duplicate-slug',
    severity: 'error',
    document,
    type,
    path,
    message: `is "${slug}", which ${holder}`,
    hint: isFormer
      ? 'Remove it from the former addresses of one of the two, or give the other page another address.'
      : 'Give one of the two another address.',
  }
}
