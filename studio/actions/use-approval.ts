// Whether the user can approve the open text, for the button and for the form beside the text.

import {useCurrentUser, type SanityDocument} from 'sanity'
import type {SignOffKind} from '../../review/sign-off-kind.ts'
import type {Signer} from '../../review/signer.ts'
import {hasGiven, kindsToGive, mayUrge} from '../review/entitlement.ts'
import type {NewText} from '../review/new-texts.ts'
import {usualKind} from '../review/objection.ts'
import {useNewTexts} from '../review/use-new-texts.ts'
import {useObjection} from '../review/use-objection.ts'
import type {OpenDocument, OpenText, Review} from '../review/use-review.ts'
import {whyNotApprove} from './why-not-approve.ts'

/** The text that a user approves, and the words that they may give on it. */
export interface Approvable {
  readonly document: SanityDocument
  readonly text: OpenText
  readonly signer: Signer
  /** One or more. */
  readonly kinds: readonly SignOffKind[]
  /** Whether all words of the user are there, so that they can only ask for an urgent correction. */
  readonly isUrgentOnly: boolean
  /** The new texts that go together with it. */
  readonly others: readonly NewText[]
}

export interface Approval {
  readonly isUrgentOnly: boolean
  /** Why the user cannot approve the text now, as a sentence; undefined if they can. */
  readonly reason: string | undefined
  /** Looks up again who wrote the text, if that failed. */
  readonly retry: (() => void) | undefined
  /** Undefined if the user cannot approve the text. It stays while the reason is still looked up. */
  readonly approvable: Approvable | undefined
}

/** @returns undefined if there is no word for the user to give */
export function useApproval(
  {type, draft, published}: OpenDocument,
  review: Review,
): Approval | undefined {
  const {status, text, me, mayDecide, governance, decisions} = review
  const user = useCurrentUser()
  const document = draft ?? published
  const others = useNewTexts(document, review)?.all ?? []
  const signer = governance.signersFor(type).get(me)
  const requirements = text?.requirements ?? []
  const kinds = kindsToGive(requirements, me, signer)
  // A reviewer who has given every word can still ask for an urgent correction.
  const isUrgentOnly =
    kinds.length === 0 &&
    text?.state === 'open' &&
    text.base !== undefined &&
    mayUrge(requirements, me, signer)
  const {loadable: objection, retry} = useObjection({
    document,
    user: user?.id ?? '',
    kind: kinds[0] ?? usualKind(type),
    decisions,
    governance,
  })
  // A text whose review is due can be approved again without a change.
  if (!mayDecide || status === 'approved' || status === 'published') return undefined
  if (kinds.length === 0 && hasGiven(requirements, me) && !isUrgentOnly) return undefined
  if (!document) {
    return {
      isUrgentOnly,
      reason: 'There is nothing to approve yet.',
      retry: undefined,
      approvable: undefined,
    }
  }
  const isEntitled = kinds.length > 0 || isUrgentOnly
  const reason = whyNotApprove({type, text, me, objection, isEntitled})
  const isOpen = reason === undefined || objection.state !== 'here'
  return {
    isUrgentOnly,
    reason,
    retry: objection.state === 'failed' ? retry : undefined,
    approvable:
      isOpen && isEntitled && text && signer
        ? {
            document,
            text,
            signer,
            kinds: isUrgentOnly ? ['clinical'] : kinds,
            isUrgentOnly,
            others,
          }
        : undefined,
  }
}
