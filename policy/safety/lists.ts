// Which lists of warning signs a page has to show, and which it shows.

import type {StoredDocument} from '../../review/revision.ts'
import {mainLanguage} from '../../schemas/data/languages.ts'
import {coveredTherapies, namedConditions} from '../coverage.ts'
import {itemsOf, targetOf} from '../references.ts'
import {originalOf} from '../rendition.ts'
import type {Context, SignsRecord, Subject} from '../rule.ts'
import {ownLanguage} from '../text/english.ts'
import {therapiesNamed} from '../therapy-names.ts'

type Known = Pick<Context, 'warningSigns' | 'therapies'>

/** The lists of warning signs about a therapy or condition of a page, for readers of its language. */
export function listsAbout(document: StoredDocument, context: Known): SignsRecord[] {
  return listsOn(topicsOf(document), document, context)
}

/** The same, and also the lists about a therapy that the words of a text name, listed or not. */
export function listsTouched(
  {document, passages}: Pick<Subject, 'document' | 'passages'>,
  context: Known,
): SignsRecord[] {
  if (context.warningSigns.length === 0) return []
  const topics = [...topicsOf(document), ...therapiesNamed(passages, context)]
  return listsOn(topics, document, context)
}

function topicsOf(document: StoredDocument): string[] {
  return [...coveredTherapies(document), ...namedConditions(document)]
}

function listsOn(
  topics: readonly string[],
  document: StoredDocument,
  context: Known,
): SignsRecord[] {
  // What is about a therapy is about its page in another language too.
  const originals = topics.map((topic) =>
    topic === document._id ? originalOf(document) : context.therapies.get(topic)?.original,
  )
  const all = new Set([...topics, ...originals])
  return listsIn(ownLanguage(document), context).filter(({about}) =>
    [...about].some((topic) => all.has(topic)),
  )
}

/**
 * The lists that readers of a language get: those in it, and those that were not translated into it.
 *
 * @param own The language, without script or country.
 */
export function listsIn(
  own: string,
  {warningSigns}: Pick<Context, 'warningSigns'>,
): readonly SignsRecord[] {
  const isOwn = ({language = 'en'}: SignsRecord): boolean => mainLanguage(language) === own
  const translated = new Set(warningSigns.filter(isOwn).map(({original}) => original))
  return warningSigns.filter(
    (list) => isOwn(list) || (list.original === undefined && !translated.has(list.id)),
  )
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
