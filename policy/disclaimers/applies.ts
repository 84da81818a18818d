// Which disclaimers a page must carry, and in which order.

import type {Scope} from '../../schemas/data/options.ts'

/** The fields of a disclaimer that decide where it applies. */
export interface Applicability {
  readonly _id: string
  readonly scope: Scope
  readonly therapies?: readonly {readonly _ref: string}[] | undefined
  readonly evidenceLevels?: readonly string[] | undefined
  readonly conditions?: readonly {readonly _ref: string}[] | undefined
  readonly channels?: readonly string[] | undefined
  readonly jurisdictions?: readonly string[] | undefined
  readonly priority: number
}

/** A therapy that a page covers. */
export interface CoveredTherapy {
  readonly _id: string
  readonly evidenceLevel: string
  /** The therapy of whose page this one is a rendition, if it is one. The disclaimers of that therapy hold for both. */
  readonly original?: string | undefined
}

/** What a page is about, in which channel, and for readers in which country. */
export interface Coverage {
  /** The therapies that the page covers. */
  readonly therapies: readonly CoveredTherapy[]
  /** The ids of the conditions that the page names. */
  readonly conditions: readonly string[]
  /** The channel that publishes the page. */
  readonly channel: string
  /** The country of the readers, if the page names one: a code of ISO 3166-1. */
  readonly country?: string | undefined
}

/** Compares by priority, highest first, then by id, so that the order never depends on chance. */
export function byPriority(
  a: Pick<Applicability, '_id' | 'priority'>,
  b: Pick<Applicability, '_id' | 'priority'>,
): number {
  return b.priority - a.priority || (a._id < b._id ? -1 : 1)
}

/**
 * The disclaimers that apply to a page, in the order of `byPriority`. A general disclaimer always
 * applies. Any other applies when the page matches its scope: a therapy that the page covers, the
 * level of evidence of such a therapy, a condition, a channel, or the country of the readers.
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
        page.therapies.flatMap(({_id, original}) => [_id, original]),
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
      return namesAny(disclaimer.jurisdictions, [page.country])
  }
}

function namesAny(
  named: readonly string[] | undefined,
  present: readonly (string | undefined)[],
): boolean {
  return named?.some((name) => present.includes(name)) ?? false
}
