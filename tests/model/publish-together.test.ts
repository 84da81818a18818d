// New texts that lead to each other are published in one transaction: all of them, or none.

import {describe, expect, test} from 'vitest'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {guardedLake, importPeople, refusal, type Username} from '../support/lake.ts'

/** A reference to a new document, as the Studio makes it. */
function toNew(target: string, type: string) {
  return {
    _type: 'reference',
    _ref: target,
    _weak: true,
    _strengthenOnPublish: {type, template: {id: type}},
  }
}

function linkTo(target: string): object {
  return {
    _key: target,
    _type: 'block',
    markDefs: [{_key: 'link', _type: 'internalLink', reference: toNew(target, 'article')}],
    children: [{_key: 'words', _type: 'span', text: target, marks: ['link']}],
  }
}

const SOURCE = {_id: 'source', _type: 'citedWork', title: 'A trial'}
const HERE = {_id: 'here', _type: 'article', title: 'Here', body: [linkTo('there')]}
const THERE = {
  _id: 'there',
  _type: 'article',
  title: 'There',
  body: [
    linkTo('here'),
    {
      _key: 'cites',
      _type: 'block',
      markDefs: [{_key: 'cite', _type: 'citation', reference: toNew('source', 'citedWork')}],
      children: [{_key: 'words', _type: 'span', text: 'It helps.', marks: ['cite']}],
    },
  ],
}

/** Two new pages that link to each other, one of which cites a new source. Some are approved. */
async function newTexts(...approved: readonly StoredDocument[]) {
  const {lake, as} = guardedLake()
  await importPeople(lake)
  for (const text of [SOURCE, HERE, THERE]) {
    await as('writer').create({...text, _id: `drafts.${text._id}`})
  }
  for (const text of approved) {
    await as('reviewer').create({
      _type: 'review',
      subject: {_type: 'reference', _ref: text._id, _weak: true},
      revision: revisionOf(text),
      decision: 'approved',
      reviewer: {_type: 'reference', _ref: 'person-reviewer', _weak: true},
      decidedAt: new Date().toISOString(),
    })
  }
  const ids = [SOURCE, HERE, THERE].flatMap(({_id}) => [_id, `drafts.${_id}`])
  return {
    publish: (by: Username, ...texts: readonly StoredDocument[]) =>
      as(by).action(
        texts.map(({_id}) => ({
          actionType: 'sanity.action.document.publish' as const,
          draftId: `drafts.${_id}`,
          publishedId: _id,
        })),
      ),
    stored: () =>
      as('writer').fetch<string[]>('*[_id in $ids]._id | order(@)', {ids}, {perspective: 'raw'}),
    published: () => as('build').fetch<StoredDocument[]>('*[_id in $ids] | order(_id)', {ids}),
  }
}

const DRAFTS = ['drafts.here', 'drafts.source', 'drafts.there']

test('new texts that lead to each other are published together, with strong references', async () => {
  const {publish, stored, published} = await newTexts(SOURCE, HERE, THERE)
  await publish('writer', HERE, THERE, SOURCE)
  expect(await stored()).toEqual(['here', 'source', 'there'])
  const documents = await published()
  expect(new Set(documents.map(({_rev}) => _rev)).size).toBe(1)
  expect(documents.map(revisionOf)).toEqual([HERE, SOURCE, THERE].map(revisionOf))
  expect(JSON.stringify(documents)).not.toMatch(/_weak|_strengthenOnPublish/)
})

describe('nothing is published', () => {
  test.each([
    {says: 'with one of the texts unapproved', approved: [HERE, THERE], missing: 'source'},
    {says: 'with a page of a circle unapproved', approved: [HERE, SOURCE], missing: 'there'},
  ])('$says', async ({approved, missing}) => {
    const {publish, stored} = await newTexts(...approved)
    const error = await refusal(publish('writer', HERE, THERE, SOURCE))
    expect(error.statusCode).toBe(403)
    expect(error.message).toContain(`"${missing}" cannot be published: no reviewer has approved it`)
    expect(await stored()).toEqual(DRAFTS)
  })

  test.each([
    {says: 'a source that the texts cite', texts: [HERE, THERE], missing: 'source'},
    {says: 'a page of a circle', texts: [HERE, SOURCE], missing: 'there'},
  ])('without $says', async ({texts, missing}) => {
    const {publish, stored} = await newTexts(SOURCE, HERE, THERE)
    const error = await refusal(publish('writer', ...texts))
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain(`references non-existent document "${missing}"`)
    expect(await stored()).toEqual(DRAFTS)
  })
})
