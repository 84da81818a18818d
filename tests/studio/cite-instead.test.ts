// A writer who finds that a new reference is in the library already cites that one instead.

import {expect, test} from 'vitest'
import {canCiteInstead, citeInstead} from '../../studio/references/cite-instead.ts'
import {lakeWith} from '../support/lake.ts'
import {article, library, paragraph, therapy, work} from '../support/library.ts'

const fresh = {
  _type: 'reference',
  _ref: 'new-work',
  _weak: true,
  _strengthenOnPublish: {type: 'citedWork', template: {id: 'citedWork'}},
}

const cites = (_key: string) =>
  paragraph(_key, 'A sentence.', {
    marks: ['c'],
    markDefs: [{_type: 'citation', _key: 'c', reference: fresh}],
  })

const drafts = [
  {...work, _id: 'drafts.new-work'},
  {...article, _id: 'drafts.article', body: [cites('a'), cites('b')]},
  {...therapy, _id: 'drafts.therapy', evidence: [cites('e')]},
]

test('every draft that cites the new reference cites the other one, as a text that is published', async () => {
  const {client} = await lakeWith([...library, ...drafts])
  const {signal} = new AbortController()
  const swap = {id: 'new-work', other: 'work'}
  expect(await canCiteInstead(client, swap, signal)).toBe(true)
  await citeInstead(client, swap)
  const reference = {_type: 'reference', _ref: 'work'}
  const citing = (_key: string) => ({_key, markDefs: [{_key: 'c', reference}]})
  expect(await client.getDocument('drafts.article')).toMatchObject({
    body: [citing('a'), citing('b')],
  })
  const after = JSON.stringify(await client.getDocument('drafts.therapy'))
  expect(after).toContain('"work"')
  expect(after).not.toMatch(/new-work|_weak|_strengthenOnPublish/)
  expect(await canCiteInstead(client, swap, signal)).toBe(false)
})

test('a reference to another new text stays one to a new text', async () => {
  const {client} = await lakeWith([...library, ...drafts, {...work, _id: 'drafts.other'}])
  await citeInstead(client, {id: 'new-work', other: 'other'})
  expect(await client.getDocument('drafts.article')).toMatchObject({
    body: [
      {markDefs: [{reference: {...fresh, _ref: 'other'}}]},
      {markDefs: [{reference: {...fresh, _ref: 'other'}}]},
    ],
  })
})

test('a published reference, and one that no draft cites, cannot be exchanged in this way', async () => {
  const {client} = await lakeWith([...library, {...work, _id: 'drafts.new-work'}])
  const {signal} = new AbortController()
  expect(await canCiteInstead(client, {id: 'work', other: 'new-work'}, signal)).toBe(false)
  expect(await canCiteInstead(client, {id: 'new-work', other: 'work'}, signal)).toBe(false)
})
