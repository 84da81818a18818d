// Which words a person may give for a text.

import {today} from '../../review/days.ts'
import {lacking} from '../../review/next-review.ts'
import type {Requirement, RequirementProgress} from '../../review/plan.ts'
import type {SignOffKind} from '../../review/sign-off-kind.ts'
import {isRegistered, kindsOf, type Signer} from '../../review/signer.ts'
import type {Governance} from './governance.ts'

/**
 * The kinds of words that requirements lack, and that a person may give and has not given yet.
 *
 * @param person The id of the page of the person.
 */
export function kindsToGive(
  requirements: readonly RequirementProgress[],
  person: string,
  signer: Signer | undefined,
): SignOffKind[] {
  if (!signer) return []
  const suitable = lacking(requirements).filter(
    (requirement) => suits(requirement, signer) && !hasGiven([requirement], person),
  )
  return [...new Set(suitable.map(({kind}) => kind))]
}

/**
 * Whether a person whose clinical word is there may still ask for an urgent correction: while other words are
 * missing.
 */
export function mayUrge(
  requirements: readonly RequirementProgress[],
  person: string,
  signer: Signer | undefined,
): boolean {
  const isClinician = signer !== undefined && kindsOf(signer).includes('clinical')
  return isClinician && hasGiven(requirements, person) && lacking(requirements).length > 0
}

function suits({kind, field}: Requirement, signer: Signer): boolean {
  return kindsOf(signer).includes(kind) && (field === undefined || signer.fields.includes(field))
}

/** Whether requirements still lack words after a person has given one of a kind. */
export function lacksMore(
  requirements: readonly RequirementProgress[],
  kind: SignOffKind,
  signer: Signer,
): boolean {
  return requirements.some((requirement) => {
    const isGiven = requirement.kind === kind && suits(requirement, signer)
    return requirement.words.length + (isGiven ? 1 : 0) < requirement.people
  })
}

/** Whether a person's word is among those that requirements have. */
export function hasGiven(requirements: readonly RequirementProgress[], person: string): boolean {
  return requirements.some(({words}) => words.some(({reviewer}) => reviewer === person))
}

/** A text whose plan is not met, for a request. */
export interface OpenRequest {
  /** The published id. */
  readonly id: string
  readonly type: string
  readonly authors: readonly string[]
  readonly requirements: readonly RequirementProgress[]
  /** The people who were asked about it already. */
  readonly asked?: readonly string[]
}

/** A person who can be asked for words. */
export interface AskablePerson {
  readonly id: string
  readonly name: string
  readonly kinds: readonly SignOffKind[]
}

/**
 * The people who may give words that a text lacks and were not asked yet, in order of name. No one can approve
 * their own words or their own page, so users do not ask themselves.
 *
 * @param me The id of the `person` document of the signed-in user.
 */
export function peopleToAsk(
  {id: subject, type, authors, requirements, asked = []}: OpenRequest,
  {signersFor, names}: Pick<Governance, 'signersFor' | 'names'>,
  me: string,
): AskablePerson[] {
  const day = today()
  return [...signersFor(type)]
    .filter(
      ([id, signer]) =>
        ![me, subject, ...authors, ...asked].includes(id) && isRegistered(signer, day),
    )
    .map(([id, signer]) => ({
      id,
      name: names.get(id) ?? id,
      kinds: kindsToGive(requirements, id, signer),
    }))
    .filter(({kinds}) => kinds.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
