// Who may sign off in the library for tests, and what its plans ask for.

import {decisionOf, review} from '../../model/review.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {governanceOf, type Governance} from '../../studio/review/governance.ts'
import {administrator, author, deputy, makeDecision, reviewer} from './library.ts'

/**
 * The governance of the test library.
 *
 * @param people More people, with approved pages.
 * @param settings Approved site settings.
 */
export function governanceWith(
  people: readonly StoredDocument[] = [],
  settings?: StoredDocument,
): Governance {
  const pages = [author, reviewer, administrator, deputy, ...people]
  return governanceOf({
    people: pages,
    settings,
    rulings: [...pages, ...(settings ? [settings] : [])].map((document) =>
      decisionOf(review.parse(contentOf(makeDecision(document)))),
    ),
  })
}
