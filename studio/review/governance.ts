// Who may sign what off, and what the plans ask for, as far as the Studio can tell. It does not read the
// log: the lake does, when it stores a decision.

import {SITE_SETTINGS} from '../../model/site-settings.ts'
import {NO_PLANS, plansIn, type Plans} from '../../model/standing/plans.ts'
import {titleOf} from '../../model/standing/settled.ts'
import {administrativeSigners, signersOn} from '../../model/standing/signers.ts'
import {candidateOf} from '../../model/standing/verdict.ts'
import {approvalOf} from '../../review/approval.ts'
import type {Decision} from '../../review/decision.ts'
import {isAdministrative} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Signers} from '../../review/signer.ts'
import {caseOf, withoutLog, type Case} from '../../review/trail.ts'
import type {GovernanceRecords} from './records.ts'

export interface Governance {
  /** What the approved site settings ask for. */
  readonly plans: Plans
  /** The people whose decisions may count for documents of a type. */
  readonly signersFor: (type: string) => Signers
  /** The names of the published people, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The published site settings, if there are any. */
  readonly settings: StoredDocument | undefined
}

/**
 * Judges as an export does. Administrators approve people and site settings if their own pages are
 * published and not retracted. All other decisions count only if the page of the person is approved.
 */
export function governanceOf({people, settings, rulings}: GovernanceRecords): Governance {
  const rulingsOn = Map.groupBy(rulings, ({subject}) => subject)
  const caseBy =
    (signers: Signers) =>
    ({_id, _type}: StoredDocument): Case =>
      caseWith(signers, _type, rulingsOn.get(_id) ?? [])
  const administrative = administrativeSigners(people, caseBy(signersOn(people)))
  const caseOn = caseBy(administrative)
  const isApproved = (document: StoredDocument): boolean =>
    approvalOf(candidateOf(document, NO_PLANS), caseOn(document)) !== undefined
  const approved = signersOn(people.filter(isApproved))
  return {
    plans: settings && isApproved(settings) ? plansIn(settings) : NO_PLANS,
    signersFor: (type) => (isAdministrative(type) ? administrative : approved),
    names: new Map(people.map((page) => [page._id, titleOf(page)])),
    settings,
  }
}

/**
 * The same, from documents among which are all published people and the published site settings.
 *
 * @param rulings All decisions on these.
 */
export function governanceAmong(
  documents: readonly StoredDocument[],
  rulings: GovernanceRecords['rulings'],
): Governance {
  return governanceOf({
    people: documents.filter(({_type}) => _type === 'person'),
    settings: documents.find(({_id}) => _id === SITE_SETTINGS),
    rulings,
  })
}

/** The case of a document, given all decisions on it. */
export function caseIn(
  {signersFor}: Pick<Governance, 'signersFor'>,
  type: string,
  decisions: readonly Decision[],
): Case {
  return caseWith(signersFor(type), type, decisions)
}

function caseWith(signers: Signers, type: string, decisions: readonly Decision[]): Case {
  return caseOf(withoutLog(decisions), {type, signers})
}
