// Finds the sentences that lean on works, in drafts and in published texts.

import {getPublishedId, isDraftId, isVersionId} from '@sanity/client/csm'
import {titleOf} from '../../model/standing/settled.ts'
import {wordsCiting} from '../../policy/evidence/cited-works.ts'
import {passagesOf} from '../../policy/text/passages.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {REFERRING_QUERY} from '../source/query.ts'
import {documentsBy} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

export interface LeaningSentence {
  /** The published id. */
  readonly document: string
  readonly type: string
  readonly title: string
  readonly isDraft: boolean
  readonly path: string
  readonly sentence: string
  /** The id of the work that it cites. */
  readonly work: string
}

/**
 * Every sentence that cites one of some works, in order of document.
 *
 * @param works The published ids.
 * @throws Failure if the source cannot be read.
 */
export async function sentencesOn(
  source: ContentSource,
  works: readonly string[],
): Promise<LeaningSentence[]> {
  if (works.length === 0) return []
  const raw = {...source, client: source.client.withConfig({perspective: 'raw'})}
  const byId = new Map(works.map((id) => [id, id]))
  const found: LeaningSentence[] = []
  for await (const document of documentsBy(raw, REFERRING_QUERY, {works})) {
    if (!isVersionId(document._id)) found.push(...sentencesIn(document, byId))
  }
  return found.toSorted((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0))
}

function sentencesIn(
  document: StoredDocument,
  works: ReadonlyMap<string, string>,
): LeaningSentence[] {
  const content = contentOf(document)
  const about = {
    document: getPublishedId(document._id),
    type: document._type,
    title: titleOf(content),
    isDraft: isDraftId(document._id),
  }
  return [...wordsCiting(content, passagesOf(content), works)].flatMap(({passage, words, work}) =>
    passage.sentences
      .filter(({start, end}) => start < words.end && words.start < end)
      .map(({text}) => ({...about, path: passage.path, sentence: text, work})),
  )
}
