// Applies a request's mutations. https://www.sanity.io/docs/http-reference/mutate

import {z} from 'zod'
import type {QueryContext} from '../query/context.ts'
import type {Store} from '../store/store.ts'
import {mutation} from './mutation.ts'
import {transact, type TransactionOptions, type TransactionResult} from './transaction.ts'

/** The body of a request with mutations. */
export const mutateBody = z.object({
  mutations: z.array(mutation).min(1, 'Expected at least one mutation'),
  transactionId: z.string().min(1).max(128).optional(),
})

export type MutateBody = z.infer<typeof mutateBody>

/**
 * Applies mutations in order, as one transaction. If they changed anything, they are logged under the
 * context's identity. Each changed document gets the transaction's id as its `_rev`.
 *
 * @throws LakeError 400 for a mutation that makes no sense or takes too long, 404 for a patch of a
 *   missing document, 409 for a conflict: an id that is taken, an unexpected revision, or a dangling
 *   reference. Then nothing has changed.
 */
export function mutate(
  store: Store,
  body: MutateBody,
  options: TransactionOptions,
  context: QueryContext,
): TransactionResult {
  const transactionId = options.transactionId ?? body.transactionId
  return transact(store, {...options, transactionId}, context, (transaction) => {
    for (const [index, mutation] of body.mutations.entries()) transaction.apply(mutation, index)
  })
}
