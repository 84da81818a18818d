// Writes decisions in the name of the signed-in reviewer. They cannot be changed later.

import {useCallback} from 'react'
import {useClient} from 'sanity'
import type {DecisionKind} from '../../review/decision.ts'
import type {Revision} from '../../review/revision.ts'
import type {SignOffKind} from '../../review/sign-off-kind.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {whyStale} from '../review/stale.ts'
import type {Review} from '../review/use-review.ts'

interface NewDecision {
  /** The published id of the document decided on. */
  readonly subject: string
  readonly revision: Revision
  readonly decision: DecisionKind
  /** The kind of word that an approval gives. */
  readonly kind?: SignOffKind | undefined
  /** Whether an approval asks for an urgent correction. */
  readonly urgent?: boolean | undefined
  /** Whether an approval says that the approved text before has the same message. */
  readonly cosmetic?: boolean | undefined
  /** The name of the field that has to change, if the reviewer named one. */
  readonly field?: string | undefined
  readonly comment: string
  readonly nextReview?: string | undefined
}

/**
 * @param review What the reviewer could see of the open document. The first decision is about that one.
 * @returns a function that stores all decisions or none. It rejects with a sentence if another user was faster, and
 *   with the lake's error if it refuses one
 */
export function useDecide({
  me,
  decisions: seen,
}: Pick<Review, 'me' | 'decisions'>): (
  first: NewDecision,
  ...others: readonly NewDecision[]
) => Promise<void> {
  const client = useClient({apiVersion: API_VERSION})
  return useCallback(
    async (first, ...others) => {
      const {subject, revision} = first
      const decisions = new Set(seen.map(({id}) => id))
      const problem = await whyStale(client, {subject, revision, me, decisions})
      if (problem !== undefined) throw new Error(problem)
      const transaction = client.transaction()
      for (const decision of [first, ...others]) transaction.create(documentOf(decision, me))
      await transaction.commit()
    },
    [client, me, seen],
  )
}

function documentOf(
  {subject, revision, decision, kind, urgent, cosmetic, field, comment, nextReview}: NewDecision,
  reviewer: string,
) {
  return {
    _type: 'review',
    subject: {_type: 'reference', _ref: subject, _weak: true},
    revision,
    decision,
    // A decision without a kind is clinical.
    ...(kind === undefined || kind === 'clinical' ? {} : {kind}),
    ...(urgent ? {urgent} : {}),
    ...(cosmetic ? {cosmetic} : {}),
    reviewer: {_type: 'reference', _ref: reviewer, _weak: true},
    ...(field ? {field} : {}),
    ...(comment === '' ? {} : {comment}),
    ...(nextReview ? {nextReview} : {}),
    decidedAt: new Date().toISOString(),
  }
}
