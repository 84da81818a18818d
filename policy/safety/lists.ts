// Which lists of warning signs a page has to show, and which it shows.

import type {StoredDocument} from '../../review/revision.ts'
import {coveredTherapies, namedConditions} from '../coverage.ts'
import {itemsOf, targetOf} from '../references.ts'
import type {Context, SignsRecord} from '../rule.ts'

/** The lists of warning signs about a therapy or condition of a page. */
export function listsAbout(
  document: StoredDocument,
  {warningSigns}: Pick<Context, 'warningSigns'>,
): SignsRecord[] {
  const topics = [...coveredTherapies(document), ...namedConditions(document)]
  return warningSigns.filter(({about}) => topics.some((topic) => about.has(topic)))
}

/** The ids of the lists that the texts of a page show. */
export function listsShown(document: StoredDocument): Set<string> {
  const blocks = Object.values(document).flatMap(itemsOf)
  return new Set(
    blocks.flatMap((block) =>
      '_type' in block && block._type === 'warningSignsEmbed' && 'warningSigns' in block
        ? (targetOf(block.warningSigns) ?? [])
        : [],
    ),
  )
}
