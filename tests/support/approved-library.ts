// A library of documents as if all were approved, without the gate. What a gate or a rule would refuse gets in too.

import {settledOf, type Settled} from '../../model/standing/settled.ts'
import {Library} from '../../render/page/library.ts'
import type {Decision} from '../../review/decision.ts'
import {isGoverned} from '../../review/governed.ts'
import {contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {reviewer} from './library.ts'

/** The approval of a document, or its retraction. */
export function settledAs(
  document: StoredDocument,
  {
    state = 'approved',
    decidedAt = '2026-10-01T10:00:00Z',
  }: {readonly state?: 'approved' | 'retracted'; readonly decidedAt?: string} = {},
): Settled {
  const {_id: id, _type: type} = document
  if (!isGoverned(type)) throw new Error(`${id} needs no approval`)
  const decision: Decision = {
    id: `review-${id}`,
    subject: id,
    revision: revisionOf(document),
    decision: state,
    kind: 'clinical',
    reviewer: reviewer._id,
    decidedAt,
  }
  const day = decidedAt.slice(0, 10)
  return settledOf(document, {
    type,
    state,
    decision,
    ...(state === 'approved' && {
      signOff: {state: 'met', requirements: [], words: [decision]},
      dates: {firstPublished: day, lastModified: day},
    }),
  })
}

/**
 * A library of these documents and nothing else.
 *
 * @param settled Without it, all are approved.
 */
export function approvedLibrary(
  documents: readonly StoredDocument[],
  settled: readonly Settled[] = documents
    .filter(({_type}) => isGoverned(_type))
    .map((document) => settledAs(document)),
): Library {
  return Library.of(settled, documents.map(contentOf))
}
