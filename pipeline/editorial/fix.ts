// Fixes findings where a fix cannot change what a text says. The fixed texts are drafts, because each is
// a new revision that needs an approval of its own.

import {rules} from '../../policy/rules.ts'
import {contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {Failure} from '../failure.ts'
import {publishedDocuments} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

/**
 * Writes a draft for every published document that can be mended; where there is a draft already,
 * mends that.
 *
 * @returns the ids of the drafts
 * @throws Failure if the source keeps no drafts, or cannot be read or written.
 */
export async function fixAll(source: ContentSource): Promise<string[]> {
  if (!source.hasHistory) {
    throw new Failure(
      `${source.description} cannot be changed: it is a file.`,
      'Import it into a lake and name that as --source.',
    )
  }
  const client = source.client.withConfig({perspective: 'raw'})
  const drafts: string[] = []
  for await (const published of publishedDocuments(source)) {
    const id = `drafts.${published._id}`
    const content = contentOf((await client.getDocument(id)) ?? published)
    const mended = fixed(content)
    if (revisionOf(mended) === revisionOf(content)) continue
    await client.createOrReplace({...mended, _id: id})
    drafts.push(id)
  }
  return drafts
}

/** A document with everything mended that can be. */
function fixed(document: StoredDocument): StoredDocument {
  return rules.reduce((text, {fix}) => (fix ? fix(text) : text), document)
}
