// Whose decisions may count, by the published pages of the people. The gate, the lake and the Studio ask here.

import {isWithdrawn} from '../../review/approval.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {signerOf, type Signers} from '../../review/signer.ts'
import type {Case} from '../../review/trail.ts'
import {NO_PLANS} from './plans.ts'
import {candidateOf} from './verdict.ts'

/** The people of some pages. */
export function signersOn(pages: Iterable<StoredDocument>): Signers {
  return new Map(Array.from(pages, (page) => [page._id, signerOf(page)]))
}

/**
 * The people who may decide on people and site settings: those whose page no administrator retracted. It need
 * not be approved, because the first administrators could not approve each other otherwise.
 *
 * @param pages The published pages.
 * @param caseOn The decisions on a page, ruled on as if everyone with a published page may decide.
 */
export function administrativeSigners(
  pages: readonly StoredDocument[],
  caseOn: (page: StoredDocument) => Case,
): Signers {
  return signersOn(pages.filter((page) => !isWithdrawn(candidateOf(page, NO_PLANS), caseOn(page))))
}
