// Disclaimers for the examples and tests of rules.

import type {StoredDocument} from '../../review/revision.ts'
import {publishedDisclaimers} from '../disclaimers/published.ts'
import {emptyContext, type Context} from '../rule.ts'

/**
 * The part of a context in which disclaimers are published.
 *
 * @param known The part on which their state depends. It is in the result too.
 */
export function exampleDisclaimers(
  documents: readonly StoredDocument[],
  known: Partial<Context> = {},
): Partial<Context> & Pick<Context, 'disclaimers'> {
  return {...known, disclaimers: publishedDisclaimers(documents, {...emptyContext, ...known})}
}
