// Which disclaimers a page must carry, and in which order.

import type {Scope} from '../../schemas/data/options.ts'

/** What decides whether a disclaimer applies. */
interface Applicability {
  readonly _id: string
  readonly scope: Scope
  readonly therapies?: readonly {readonly _ref: string}[] | undefined
  readonly evidenceLevels?: readonly string[] | undefined
  readonly conditions?: readonly {readonly _ref: string}[] | undefined
  readonly channels?: readonly string[] | undefined
  readonly jurisdictions?: readonly string[] | undefined
  readonly priority: number
}

/** What a page is about, and where it is read. */
export interface Coverage {
  /** The therapies that it covers. */
  readonly therapies: readonly {readonly _id: string; readonly evidenceLevel: string}[]
  /** The ids of the conditions that it names. */
  readonly conditions: readonly string[]
  /** The channel that it comes out in. */
  readonly channel: string
  /** Its language, as a BCP 47 tag: the country in it is that of its readers. */
  readonly language: string
}

/** Highest priority first; equal priorities in order of id, so that pages do not change by chance. */
export function byPriority(
  a: Pick<Applicability, '_id' | 'priority'>,
  b: Pick<Applicability, '_id' | 'priority'>,
): number {
  return b.priority - a.priority || (a._id < b._id ? -1 : 1)
}

/**
 * The disclaimers that apply to a page: general ones always, others when the page covers a therapy
 * or a condition that they name, covers a therapy whose evidence is of a level that they name, or
 * comes out in a channel or for a country that they name. Highest priority first; equal priorities
 * in order of id, so that pages do not change by chance.
 */
export function applicableDisclaimers<D extends Applicability>(
  disclaimers: readonly D[],
  page: Coverage,
): D[] {
  return disclaimers.filter((disclaimer) => applies(disclaimer, page)).toSorted(byPriority)
}

function applies(disclaimer: Applicability, page: Coverage): boolean {
  switch (disclaimer.scope) {
    case 'always':
      return true
    case 'therapies':
      return namesAny(
        disclaimer.therapies?.map(({_ref}) => _ref),
        page.therapies.map(({_id}) => _id),
      )
    case 'evidence':
      return namesAny(
        disclaimer.evidenceLevels,
        page.therapies.map(({evidenceLevel}) => evidenceLevel),
      )
    case 'conditions':
      return namesAny(
        disclaimer.conditions?.map(({_ref}) => _ref),
        page.conditions,
      )
    case 'channels':
      return namesAny(disclaimer.channels, [page.channel])
    case 'jurisdictions':
      return namesAny(disclaimer.jurisdictions, [countryOf(page.language)])
  }
}

function namesAny(
  named: readonly string[] | undefined,
  present: readonly (string | undefined)[],
): boolean {
  return named?.some((name) => present.includes(name)) ?? false
}

/** The country in a language tag: `GB` of `en-GB`. */
function countryOf(language: string): string | undefined {
  return /-([A-Z]{2})(?:-|$)/.exec(language)?.[1]
}
