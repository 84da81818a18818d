// Performs a request's actions, which the Studio sends instead of its own mutations. Each action becomes
// mutations, and all of them are one transaction.
// https://www.sanity.io/docs/http-reference/actions

import {z} from 'zod'
import {asActionError, httpError, LakeError} from '../../errors.ts'
import type {QueryContext} from '../../query/context.ts'
import type {Store} from '../../store/store.ts'
import {transact} from '../transaction.ts'
import {documentActions} from './document.ts'
import {releaseActions} from './release.ts'
import {Workbench, type Handler} from './workbench.ts'

/** The body of a request with actions. */
export const actionsBody = z.object({
  actions: z.array(z.looseObject({actionType: z.string()})).min(1, 'Expected at least one action'),
  transactionId: z.string().min(1).max(128).optional(),
  // Has no effect here: the lake never looks up references into other datasets.
  skipCrossDatasetReferenceValidation: z.boolean().optional(),
  dryRun: z.boolean().default(false),
})

const families = {
  'sanity.action.document.': documentActions,
  'sanity.action.release.': releaseActions,
}

/**
 * Performs actions in order, as one transaction. Array items get keys.
 *
 * @throws LakeError 400 for an unknown action or one that makes no sense, 403 for one that is not
 *   permitted, 404 for a missing document, 409 for a conflict: an id that is taken, an unexpected
 *   revision, a release in another state, or a dangling reference. Then nothing has changed.
 */
export function act(
  store: Store,
  {actions, transactionId, dryRun}: z.infer<typeof actionsBody>,
  context: QueryContext,
): {transactionId: string} {
  const handlers = actions.map(({actionType}) => handlerOf(actionType))
  const families = new Set(actions.map(({actionType}) => actionType.split('.', 3)[2]))
  if (families.size > 1) {
    throw httpError(400, 'Actions on releases and on documents cannot be in one request')
  }
  const options = {transactionId, dryRun, returnDocuments: false, autoGenerateArrayKeys: true}
  try {
    const done = transact(store, options, context, (transaction) => {
      for (const [index, handle] of handlers.entries()) {
        const {actionType: _, ...members} = actions[index] ?? {}
        handle(members, new Workbench(store, transaction, context, index))
      }
    })
    return {transactionId: done.transactionId}
  } catch (error) {
    throw error instanceof LakeError ? asActionError(error) : error
  }
}

function handlerOf(actionType: string): Handler {
  for (const [family, handlers] of Object.entries(families)) {
    const name = actionType.startsWith(family) ? actionType.slice(family.length) : undefined
    const handler = name !== undefined && Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (handler) return handler
  }
  throw httpError(400, `Actions of type "${actionType}" are not supported`)
}
