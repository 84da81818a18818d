// Changes one document of a trial and approves its new text, as people do between two exports.

import type {SanityClient} from '@sanity/client'
import {lakeClient, openLake} from '../lake/index.ts'
import {isAdministrative} from '../review/governed.ts'
import {contentOf, revisionOf, storedDocument} from '../review/revision.ts'
import {approverOf, DECIDED_AT} from './dataset.ts'
import {lakeOf, type Trial} from './trial.ts'

/** What the bench changes between two exports: documents of every trial. */
const changed = {
  article: 'article-000000',
  disclaimer: 'disclaimer-general',
  setting: 'siteSettings',
} as const

/** A document that changes between two exports. */
export type Changed = keyof typeof changed

/** Gives a document of a trial's lake another title, and has it approved. */
export async function changeAndApprove(trial: Trial, what: Changed): Promise<void> {
  using lake = openLake({dir: lakeOf(trial)})
  await changeWith(lakeClient(lake, {perspective: 'raw'}), what)
}

/** The same through any client of the lake that may do so. The change and its approval are one transaction. */
export async function changeWith(client: SanityClient, what: Changed): Promise<void> {
  const id = changed[what]
  const found: unknown = await client.getDocument(id)
  const document = contentOf(storedDocument.parse(found))
  const text = {...document, title: `${String(document.title).replace(/ \d+$/, '')} ${Date.now()}`}
  await client
    .transaction()
    .createOrReplace(text)
    .create({
      _type: 'review',
      subject: {_type: 'reference', _ref: id, _weak: true},
      revision: revisionOf(text),
      decision: 'approved',
      ...(isAdministrative(document._type) ? {kind: 'administrative'} : {}),
      reviewer: {_type: 'reference', _ref: approverOf(document), _weak: true},
      decidedAt: DECIDED_AT,
    })
    .commit()
}
