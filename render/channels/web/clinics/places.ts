// Puts clinics in order of country and region, and shares them among pages that stay small.

import GithubSlugger from 'github-slugger'
import type {Clinic} from '../../../../model/clinic.ts'
import {collatorOf} from '../../../page/names.ts'

/** The clinics of a region, as their addresses write it. */
export interface Region {
  /** Of letters, digits and single hyphens, for addresses: `us-or`. Unlike that of any other region. */
  readonly id: string
  /** Two capital letters. */
  readonly country: string
  /** Undefined for addresses without a region. */
  readonly name: string | undefined
  readonly clinics: readonly Clinic[]
}

/** What one page lists. */
export interface PagePlan {
  /** The name of its file. */
  readonly file: string
  readonly regions: readonly Region[]
  /** From 1, if the clinics of the region need several pages. */
  readonly number: number
}

/** The page that lists all clinics, or else the way to all of them. */
export const CLINICS_FILE = 'clinics.html'

const LONGEST_ID = 60

/**
 * The regions of clinics, in order of the country's code and of the region's name. Places without a region come last.
 *
 * @param language Its order of letters is used, on the pages of each language.
 */
export function regionsOf(clinics: readonly Clinic[], language: string): Region[] {
  const {compare} = collatorOf(language)
  const slugger = new GithubSlugger()
  const countries = Map.groupBy(clinics, ({address}) => address.country)
  return [...countries]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([country, inCountry]) =>
      [...Map.groupBy(inCountry, ({address}) => address.region)]
        .toSorted(([a], [b]) => byRegion(a, b, compare))
        .map(([name, inRegion]) => ({
          id: slugger.slug(idOf(country, name)),
          country,
          name,
          clinics: inRegion.toSorted(
            (a, b) => compare(a.address.city, b.address.city) || compare(a.name, b.name),
          ),
        })),
    )
}

function byRegion(
  a: string | undefined,
  b: string | undefined,
  compare: Intl.Collator['compare'],
): number {
  if (a === undefined) return 1
  return b === undefined ? -1 : compare(a, b)
}

/** A name of a file must work on every host, so letters lose their accents, and other scripts are left out. */
function idOf(country: string, region = ''): string {
  const plain = region
    .slice(0, LONGEST_ID)
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${country.toLowerCase()}-${plain === '' ? 'places' : plain}`
}

/**
 * Shares regions among pages. All are on one page if there is room, or else those of a country, or else one region.
 *
 * @param weigh The bytes that a clinic takes on a page.
 * @param room The bytes that the clinics of a page may take.
 */
export function planned(
  regions: readonly Region[],
  weigh: (clinic: Clinic) => number,
  room: number,
): PagePlan[] {
  const fits = (some: readonly Region[]): boolean =>
    some.flatMap(({clinics}) => clinics).reduce((weight, clinic) => weight + weigh(clinic), 0) <=
    room
  if (fits(regions)) return [{file: CLINICS_FILE, regions, number: 1}]
  return [...Map.groupBy(regions, ({country}) => country)].flatMap(([country, inCountry]) =>
    fits(inCountry)
      ? [{file: `clinics-${country.toLowerCase()}.html`, regions: inCountry, number: 1}]
      : inCountry.flatMap((region) =>
          shared(region.clinics, weigh, room).map((clinics, index) => ({
            file: `clinics-${region.id}${index === 0 ? '' : `_${index + 1}`}.html`,
            regions: [{...region, clinics}],
            number: index + 1,
          })),
        ),
  )
}

/** Clinics in groups for which a page has room. A clinic that is too large for any page is alone. */
function shared(
  clinics: readonly Clinic[],
  weigh: (clinic: Clinic) => number,
  room: number,
): Clinic[][] {
  const groups: Clinic[][] = []
  let left = 0
  for (const clinic of clinics) {
    const weight = weigh(clinic)
    const group = groups.at(-1)
    if (group && weight <= left) group.push(clinic)
    else {
      groups.push([clinic])
      left = room
    }
    left -= weight
  }
  return groups
}
