// Fixes findings where a fix cannot change what a text says. The fixed texts are drafts, because each
// is a new revision and needs a new approval.

import type {SanityClient} from '@sanity/client'
import {check} from '../../policy/check.ts'
import {mended} from '../../policy/mend.ts'
import {emptyContext, type Context} from '../../policy/rule.ts'
import {fieldsOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {publishedDocuments} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

/**
 * Writes a fixed draft of every published document that has something to fix. If a document has a
 * draft already, that draft is fixed.
 *
 * @param client The client that `draftsClient` gives for the source.
 * @param known The day, and the texts that reviewers settled.
 * @returns The ids of the drafts.
 * @throws Failure if the source cannot be read or written.
 */
export async function fixAll(
  source: ContentSource,
  client: SanityClient,
  known: Pick<Context, 'today' | 'settled'>,
): Promise<string[]> {
  const context = {...emptyContext, ...known}
  const drafts: string[] = []
  for await (const published of publishedDocuments(source)) {
    const {_id} = published
    const id = `drafts.${_id}`
    const text = {...fieldsOf((await client.getDocument(id)) ?? published), _id}
    const fixedText = fixed(text, context)
    if (revisionOf(fixedText) === revisionOf(text)) continue
    await client.createOrReplace({...fixedText, _id: id})
    drafts.push(id)
  }
  return drafts
}

/** A document with every mend that the rules know. Mends of one field take turns. */
export function fixed(document: StoredDocument, context: Context): StoredDocument {
  const mends = check(document, context).map(({mend}) => mend)
  const next = mended(document, Object.assign({}, ...mends))
  return revisionOf(next) === revisionOf(document) ? document : fixed(next, context)
}
