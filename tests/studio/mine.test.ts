// Which texts a writer finds in "My drafts" and "Sent back to me".

import {expect, test} from 'vitest'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {IS_MY_DRAFT, IS_SENT_BACK, paramsFor} from '../../studio/lists/mine.ts'
import {freshLake} from '../support/lake.ts'
import {disclaimer, makeDecision, therapy} from '../support/library.ts'

const params = paramsFor({id: 'dana', roles: [{name: 'writer'}]})

function draftOf(document: StoredDocument): StoredDocument {
  return {...document, _id: `drafts.${document._id}`}
}

function requestFor(document: StoredDocument, by: string) {
  return {
    _type: 'submission',
    subject: {_type: 'reference', _ref: document._id, _weak: true},
    revision: revisionOf(document),
    submittedBy: {_type: 'reference', _ref: by, _weak: true},
    submittedAt: '2026-01-01T10:00:00Z',
  }
}

test('a text whose type names no authors belongs to the writer who asked for its review', async () => {
  const {client} = freshLake()
  const idsOf = (filter: string): Promise<unknown> =>
    client.fetch(`*[${filter}]._id`, {...params}, {perspective: 'drafts'})
  await client.create(draftOf(disclaimer))
  await client.create(draftOf(therapy))
  await client.create(requestFor(disclaimer, 'person-dana'))
  await client.create(requestFor(therapy, 'person-other'))
  expect(await idsOf(IS_MY_DRAFT)).toEqual([disclaimer._id])
  expect(await idsOf(IS_SENT_BACK)).toEqual([])

  for (const document of [disclaimer, therapy]) {
    await client.create(
      makeDecision(document, 'changesRequested', {decidedAt: '2026-01-02T10:00:00Z'}),
    )
  }
  expect(await idsOf(IS_SENT_BACK)).toEqual([disclaimer._id])
})
