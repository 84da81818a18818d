// Changes one document of a trial and approves its new text, as people do between two exports.

import {join} from 'node:path'
import {lakeClient, openLake} from '../lake/index.ts'
import {isAdministrative} from '../review/governed.ts'
import {contentOf, revisionOf, storedDocument} from '../review/revision.ts'
import {approverOf, DECIDED_AT} from './dataset.ts'
import type {Trial} from './trial.ts'

/** What the bench changes between two exports: documents of every trial. */
export const changed = {
  article: 'article-000000',
  disclaimer: 'disclaimer-general',
  setting: 'siteSettings',
} as const

/** Gives a document of a trial's lake another title, and has it approved. */
export async function changeAndApprove({dir}: Trial, id: string): Promise<void> {
  using lake = openLake({dir: join(dir, 'lake')})
  const client = lakeClient(lake, {perspective: 'raw'})
  const found: unknown = await client.getDocument(id)
  const document = contentOf(storedDocument.parse(found))
  const text = {...document, title: `${String(document.title).replace(/ \d+$/, '')} ${Date.now()}`}
  await client.createOrReplace(text)
  await client.create({
    _type: 'review',
    subject: {_type: 'reference', _ref: id, _weak: true},
    revision: revisionOf(text),
    decision: 'approved',
    ...(isAdministrative(document._type) ? {kind: 'administrative'} : {}),
    reviewer: {_type: 'reference', _ref: approverOf(document), _weak: true},
    decidedAt: DECIDED_AT,
  })
}
