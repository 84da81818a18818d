// Which lists of warning signs a page has to show, and which it shows.

import type {StoredDocument} from '../../review/revision.ts'
import {coveredTherapies, namedConditions} from '../coverage.ts'
import {itemsOf, targetOf} from '../references.ts'
import type {Context, SignsRecord, Subject} from '../rule.ts'
import {therapiesNamed} from '../therapy-names.ts'

/** The lists of warning signs about a therapy or condition of a page. */
export function listsAbout(
  document: StoredDocument,
  context: Pick<Context, 'warningSigns'>,
): SignsRecord[] {
  return listsOn(topicsOf(document), context)
}

/** The same, and also the lists about a therapy that the words of a text name, listed or not. */
export function listsTouched(
  {document, passages}: Pick<Subject, 'document' | 'passages'>,
  context: Pick<Context, 'warningSigns' | 'therapies'>,
): SignsRecord[] {
  if (context.warningSigns.length === 0) return []
  return listsOn([...topicsOf(document), ...therapiesNamed(passages, context)], context)
}

function topicsOf(document: StoredDocument): string[] {
  return [...coveredTherapies(document), ...namedConditions(document)]
}

function listsOn(
  topics: readonly string[],
  {warningSigns}: Pick<Context, 'warningSigns'>,
): SignsRecord[] {
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
