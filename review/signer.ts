// Who may sign what off, by the page of the person. Accounts say who may file a decision at all.

import {z} from 'zod'
import {dayOf} from './days.ts'
import type {Decision} from './decision.ts'
import {isAdministrative} from './governed.ts'
import type {StoredDocument} from './revision.ts'
import {kindNames, kindsFor, roleOfKind, signOffKinds, type SignOffKind} from './sign-off-kind.ts'

/** What a person's page says about the decisions that the person may make. */
export interface Signer {
  readonly roles: readonly string[]
  /** The fields in which the person is qualified. */
  readonly fields: readonly string[]
  /** The entry in a professional register, if the page has one. Both days are included. */
  readonly registration:
    | {readonly validFrom: string; readonly validUntil?: string | undefined}
    | undefined
}

/** By the id of the person's page. */
export type Signers = ReadonlyMap<string, Signer>

/** Finds people by the ids of their pages. */
export type SignerIndex = Pick<Signers, 'get'>

const strings = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
const registration = z.looseObject({
  validFrom: z.iso.date(),
  validUntil: z.iso.date().optional(),
})

/**
 * Reads a person's page. An error elsewhere on the page does not take a role away. A registration that
 * cannot be read has ended.
 */
export function signerOf(page: StoredDocument): Signer {
  return {
    roles: strings.safeParse(page.roles).data ?? [],
    fields: strings.safeParse(page.fields).data ?? [],
    registration:
      page.registration === undefined
        ? undefined
        : (registration.safeParse(page.registration).data ?? {validFrom: NEVER, validUntil: NEVER}),
  }
}

const NEVER = '0001-01-01'

/** The kinds of words that a person may give. */
export function kindsOf({roles}: Signer): SignOffKind[] {
  return signOffKinds.filter((kind) => roles.includes(roleOfKind[kind]))
}

/** Why a person's decision does not count, whatever the log says. */
export type Disqualification = 'noPage' | 'notEntitled' | 'notRegistered' | 'ownPage'

/**
 * Why a decision does not count; undefined if its reviewer was entitled to it. A retraction of content
 * needs no entitlement: a text must not come back because a reviewer has left.
 *
 * @param type The type of the document decided on.
 */
export function disqualification(
  {decision, kind, subject, reviewer, filedAt, decidedAt}: Decision,
  type: string,
  signers: SignerIndex,
): Disqualification | undefined {
  if (decision === 'retracted' && !isAdministrative(type)) return undefined
  const signer = signers.get(reviewer)
  if (!signer) return 'noPage'
  const kinds = kindsFor(type).filter((one) => kindsOf(signer).includes(one))
  if (decision !== 'approved') return kinds.length > 0 ? undefined : 'notEntitled'
  if (!kinds.includes(kind)) return 'notEntitled'
  if (subject === reviewer) return 'ownPage'
  return isRegistered(signer, dayOf(filedAt ?? decidedAt)) ? undefined : 'notRegistered'
}

/** Whether an objection is about who made a decision, not about what the log tells. */
export function isDisqualification(objection: string): objection is Disqualification {
  return Object.hasOwn(disqualifications, objection)
}

/** Whether a person was registered on a day (YYYY-MM-DD), if the page says anything about it. */
export function isRegistered({registration: entry}: Signer, day: string): boolean {
  if (!entry) return true
  return entry.validFrom <= day && (entry.validUntil === undefined || day <= entry.validUntil)
}

/** Why a decision does not count, as the end of a sentence. */
export const disqualifications: Record<
  Disqualification,
  (decision: Pick<Decision, 'kind'>) => string
> = {
  noPage: () => 'the reviewer has no approved page',
  notEntitled: ({kind}) =>
    `the page of the reviewer does not name the role "${roleOfKind[kind]}", which a ${kindNames[kind]} word needs`,
  notRegistered: () => 'the registration on the page of the reviewer did not cover that day',
  ownPage: () => 'the page is about the reviewer',
}
