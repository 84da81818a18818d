// Fixes findings where a fix cannot change what a text says. The fixed texts are drafts, because each
// is a new revision and needs a new approval.

import {rules} from '../../policy/rules.ts'
import {fieldsOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {publishedDocuments} from '../source/read.ts'
import {draftsClient, type ContentSource} from '../source/source.ts'

/**
 * Writes a fixed draft of every published document that has something to fix. If a document has a
 * draft already, that draft is fixed.
 *
 * @returns The ids of the drafts.
 * @throws Failure if the source keeps no drafts, or cannot be read or written.
 */
export async function fixAll(source: ContentSource): Promise<string[]> {
  const client = draftsClient(source)
  const drafts: string[] = []
  for await (const published of publishedDocuments(source)) {
    const id = `drafts.${published._id}`
    const text = fieldsOf((await client.getDocument(id)) ?? published)
    const fixedText = fixed(text)
    if (revisionOf(fixedText) === revisionOf(text)) continue
    await client.createOrReplace({...fixedText, _id: id})
    drafts.push(id)
  }
  return drafts
}

/** A document with every fix that its text allows. */
function fixed(document: StoredDocument): StoredDocument {
  return rules.reduce((text, {fix}) => (fix ? fix(text) : text), document)
}
