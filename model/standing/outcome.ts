// What readers get in the end, once every document has its verdict. The gate and the Studio's dashboard both ask
// here.

import {requiredDisclaimer} from '../../policy/disclaimers/required.ts'
import {isOpen, shorten, type Finding} from '../../policy/finding.ts'
import {behindSource} from '../../policy/freshness/behind-source.ts'
import {approvedSource} from '../../policy/renditions/approved-source.ts'
import {isGoverned, isPageType} from '../../review/governed.ts'
import type {Settled} from './settled.ts'
import type {Showable} from './showable.ts'
import type {Withheld} from './withheld.ts'

/** A title in a report has at most this many characters: a document may hold any text. */
export const LONGEST_TITLE = 120

/** All documents with their verdicts. Documents that need another one which readers do not get are among them. */
export interface Passed {
  readonly settled: readonly Settled[]
  /** Documents of other types that fit their schemas. */
  readonly ungoverned: readonly Pick<Withheld, 'id' | 'type' | 'title'>[]
  readonly withheld: readonly Withheld[]
  /** Why documents that passed are withheld all the same, by id. */
  readonly faults: ReadonlyMap<string, string>
  readonly showable: Showable
}

/** Why readers may not see a document that passed. */
export interface Refusal {
  readonly reason: string
  /** Whether the document itself is the reason. Otherwise it is what became of another one. */
  readonly isOwn: boolean
}

export interface Conclusion {
  /**
   * In order of type and id. Of documents that need another one which cannot be shown, only pages are in it
   * that readers could get before.
   */
  readonly settled: readonly Settled[]
  readonly withheld: readonly Withheld[]
  /** The ids of documents that passed and that readers still do not get. */
  readonly held: ReadonlySet<string>
}

/**
 * What readers get in the end. A document that needs one which readers do not get is withheld too. A page
 * that readers could get before is then held, and leaves a notice. A retraction always stays.
 *
 * @param refused Each document that readers may not see although it passed, by its id.
 */
export function conclude(
  {settled, ungoverned, withheld, faults, showable}: Passed,
  refused: ReadonlyMap<string, Refusal> = new Map(),
): Conclusion {
  const refusals = Array.from(refused, ([id, {reason}]): [string, string] => [id, reason])
  const reasons = showable.reasons(new Map([...faults, ...refusals]))
  const fallen = settled.filter(
    ({id, type, state}) =>
      state === 'approved' &&
      isPageType(type) &&
      reasons.has(id) &&
      !faults.has(id) &&
      !refused.get(id)?.isOwn,
  )
  const never = fallen.length === 0 ? new Map<string, string>() : showable.reasonsEver()
  const leaveNotice = new Set(fallen.flatMap(({id}) => (never.has(id) ? [] : id)))
  const hidden = new Set(withheld.flatMap(({id, shown}) => (shown === 'nothing' ? id : [])))
  const held = [...ungoverned, ...settled].flatMap(({id, type, title}): Withheld[] => {
    const reason = hidden.has(id) ? undefined : reasons.get(id)
    return reason === undefined
      ? []
      : [{id, type, title: shorten(title, LONGEST_TITLE), reason, shown: 'nothing'}]
  })
  return {
    settled: settled.flatMap((one): Settled[] => {
      if (leaveNotice.has(one.id)) return [{...one, state: 'held', signOff: undefined}]
      return one.state === 'retracted' || !reasons.has(one.id) ? [one] : []
    }),
    withheld: [
      ...withheld.filter(({id, shown}) => shown === 'nothing' || !reasons.has(id)),
      ...held,
    ],
    held: new Set(reasons.keys()),
  }
}

/** The rules that refuse a page because of what became of another document. */
const becauseOfOthers: ReadonlySet<string> = new Set([
  requiredDisclaimer.id,
  approvedSource.id,
  behindSource.id,
])

/**
 * The governed documents that editorial rules keep from readers, because of an error that no writer answered.
 *
 * @returns Each by its id.
 */
export function refusedBy(findings: readonly Finding[]): Map<string, Refusal> {
  const errors = findings.filter(
    (finding) => finding.severity === 'error' && isGoverned(finding.type) && isOpen(finding),
  )
  return new Map(
    [...Map.groupBy(errors, ({document}) => document)].map(([document, found]) => [
      document,
      {
        reason: `an editorial rule refuses it: ${[...new Set(found.map(formatRule))].join(', ')}`,
        isOwn: found.some(({rule}) => !becauseOfOthers.has(rule)),
      },
    ]),
  )
}

function formatRule({rule, quote}: Finding): string {
  return quote ? `${rule} (“${quote.text}”)` : rule
}
