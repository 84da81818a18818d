// Writes the documents of a trial as NDJSON in Sanity's export format, with or without approvals, and
// makes a lake from such a file.

import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {importDataset, openLake} from '../lake/index.ts'
import type {Review} from '../model/review.ts'
import {isAdministrative, isGoverned} from '../review/governed.ts'
import {revisionOf, type StoredDocument} from '../review/revision.ts'
import {article} from './article.ts'
import type {ContentDocument, SharedContent} from './content.ts'

/** The time of all approvals. */
export const DECIDED_AT = '2025-01-15T09:00:00Z'

/** Who approves a document. */
export function approverOf({_id, _type}: Pick<StoredDocument, '_id' | '_type'>): string {
  if (!isAdministrative(_type)) return 'reviewer-0'
  return _id === 'administrator-0' ? 'administrator-1' : 'administrator-0'
}

/** The content of a trial: the shared documents, then this many articles. */
export function* contentDocuments(
  count: number,
  shared: SharedContent,
): Generator<ContentDocument> {
  const {authors, reviewers, administrators, conditions, works, therapies, faqs, disclaimers} =
    shared
  yield shared.settings
  const people = [...authors, ...reviewers, ...administrators]
  for (const group of [people, conditions, works, therapies, faqs, disclaimers]) yield* group
  for (let index = 0; index < count; index++) yield article(index, count, shared)
}

/** Documents, each followed by its approval if it needs one. */
export function* withApprovals(
  documents: Iterable<ContentDocument>,
): Generator<ContentDocument | Review> {
  for (const document of documents) yield* withApproval(document)
}

function* withApproval(document: ContentDocument): Generator<ContentDocument | Review> {
  yield document
  if (!isGoverned(document._type)) return
  yield {
    _id: `review-${document._id}`,
    _type: 'review',
    subject: {_type: 'reference', _ref: document._id, _weak: true},
    revision: revisionOf(document),
    decision: 'approved',
    ...(isAdministrative(document._type) ? {kind: 'administrative' as const} : {}),
    reviewer: {_type: 'reference', _ref: approverOf(document)},
    decidedAt: DECIDED_AT,
  }
}

/** Writes a dataset file. */
export async function writeDataset(
  file: string,
  documents: Iterable<ContentDocument | Review>,
): Promise<void> {
  const stream = createWriteStream(file)
  for (const document of documents) {
    if (!stream.write(`${JSON.stringify(document)}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'close')
}

/** Makes a lake from a dataset file. */
export async function makeLake(
  dir: string,
  file: string,
  onProgress?: (documents: number) => void,
): Promise<void> {
  using lake = openLake({dir})
  await importDataset(lake, file, {onProgress})
}
