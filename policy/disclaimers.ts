// Which disclaimers a page must carry, and in which order.

/** What decides whether a disclaimer applies. */
interface Applicability {
  readonly _id: string
  readonly scope: 'always' | 'therapies' | 'evidence'
  readonly therapies?: readonly {readonly _ref: string}[] | undefined
  readonly evidenceLevels?: readonly string[] | undefined
  readonly priority: number
}

/** A therapy that a page covers. */
interface CoveredTherapy {
  readonly _id: string
  readonly evidenceLevel: string
}

/** Highest priority first; equal priorities in order of id, so that pages do not change by chance. */
export const byPriority = (
  a: Pick<Applicability, '_id' | 'priority'>,
  b: Pick<Applicability, '_id' | 'priority'>,
): number => b.priority - a.priority || (a._id < b._id ? -1 : 1)

/**
 * The disclaimers that apply to a page which covers the given therapies: general ones always,
 * others when the page covers a therapy that they name or whose evidence is of a level that they
 * name. Highest priority first; equal priorities in order of id, so that pages do not change by
 * chance.
 */
export function applicableDisclaimers<D extends Applicability>(
  disclaimers: readonly D[],
  covered: readonly CoveredTherapy[],
): D[] {
  const ids = new Set(covered.map(({_id}) => _id))
  const levels = new Set(covered.map(({evidenceLevel}) => evidenceLevel))
  return disclaimers
    .filter(({scope, therapies, evidenceLevels}) => {
      if (scope === 'always') return true
      if (scope === 'therapies') return therapies?.some(({_ref}) => ids.has(_ref)) ?? false
      return evidenceLevels?.some((level) => levels.has(level)) ?? false
    })
    .toSorted(byPriority)
}
