// Writing: every mutation and every patch operation, and what the lake refuses.

import type {SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {freshLake, refusal} from '../../support/lake.ts'

async function withNote(content: Record<string, unknown> = {}): Promise<SanityClient> {
  const {client} = freshLake()
  await client.create({_id: 'note', _type: 'note', ...content})
  return client
}

describe('create', () => {
  test('stores a document and stamps it', async () => {
    const {client} = freshLake()
    const before = Date.now()
    const created = await client.create({_id: 'note', _type: 'note', text: 'Hello'})
    expect(created).toMatchObject({_id: 'note', _type: 'note', text: 'Hello'})
    expect(Date.parse(created._createdAt)).toBeGreaterThanOrEqual(before)
    expect(created._updatedAt).toBe(created._createdAt)
    expect(await client.getDocument('note')).toEqual(created)
  })

  test('makes an id where none is given, and completes one that ends with a dot', async () => {
    const {client} = freshLake()
    const first = await client.create({_type: 'note'})
    const second = await client.create({_type: 'note'})
    expect(first._id).toMatch(/^[\w-]{20,}$/)
    expect(second._id).not.toBe(first._id)
    const draft = await client.create({_id: 'drafts.', _type: 'note'})
    expect(draft._id).toMatch(/^drafts\.[\w-]{20,}$/)
  })

  test('refuses an id that is taken', async () => {
    const client = await withNote()
    const error = await refusal(client.create({_id: 'note', _type: 'note'}))
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain('Document by ID "note" already exists')
    expect(error.details).toMatchObject({
      type: 'mutationError',
      items: [{index: 0, error: {type: 'documentAlreadyExistsError', id: 'note'}}],
    })
  })

  test.each(['-a', 'a..b', 'a b', 'a/b', '.a', 'é', 'x'.repeat(129)])(
    'refuses %j as an id',
    async (_id) => {
      const {client} = freshLake()
      const error = await refusal(client.create({_id, _type: 'note'}))
      expect(error.statusCode).toBe(400)
      expect(error.message).toContain('_id')
      expect(await client.fetch('count(*)')).toBe(0)
    },
  )
})

test('createIfNotExists leaves an existing document alone', async () => {
  const client = await withNote({text: 'First'})
  const kept = await client.createIfNotExists({_id: 'note', _type: 'note', text: 'Second'})
  expect(kept).toMatchObject({text: 'First'})
  await client.createIfNotExists({_id: 'other', _type: 'note', text: 'Third'})
  expect(await client.fetch('*[_type == "note"].text')).toEqual(['First', 'Third'])
})

test('createOrReplace replaces the whole document', async () => {
  const client = await withNote({text: 'First', extra: true})
  const replaced = await client.createOrReplace({_id: 'note', _type: 'memo', text: 'Second'})
  expect(replaced).toMatchObject({_type: 'memo', text: 'Second'})
  expect(replaced).not.toHaveProperty('extra')
  expect(await client.fetch('*[_type == "note"]')).toEqual([])
  expect(await client.fetch('*[_type == "memo"]._id')).toEqual(['note'])
})

describe('delete', () => {
  test('removes a document, and succeeds if it did not exist', async () => {
    const client = await withNote()
    await client.delete('note')
    expect(await client.getDocument('note')).toBeUndefined()
    expect(await client.delete('note')).toBeDefined()
  })

  test('by query removes what the query selects', async () => {
    const client = await withNote({n: 1})
    await client.create({_id: 'second', _type: 'note', n: 2})
    await client.create({_id: 'third', _type: 'note', n: 3})
    await client.delete({query: '*[_type == "note" && n >= $least]', params: {least: 2}})
    expect(await client.fetch('*._id')).toEqual(['note'])
  })

  test('is refused while another document refers to it strongly', async () => {
    const client = await withNote()
    const link = {_id: 'link', _type: 'link', to: {_type: 'reference', _ref: 'note'}}
    await client.create(link)
    const error = await refusal(client.delete('note'))
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain('cannot be deleted as there are references to it from "link"')
    expect(error.details).toMatchObject({
      items: [{error: {type: 'documentHasExistingReferencesError'}}],
    })
    await client.patch('link').set({'to._weak': true}).commit()
    await client.delete('note')
    expect(await client.fetch('*._id')).toEqual(['link'])
  })

  test('of both ends of a reference in one transaction is fine', async () => {
    const client = await withNote()
    await client.create({_id: 'link', _type: 'link', to: {_type: 'reference', _ref: 'note'}})
    await client.transaction().delete('note').delete('link').commit()
    expect(await client.fetch('count(*)')).toBe(0)
  })
})

function link(target: string) {
  return {_type: 'link', to: {_type: 'reference', _ref: target}}
}

describe('a reference', () => {
  test('to a document that does not exist is refused', async () => {
    const {client} = freshLake()
    const error = await refusal(client.create({_id: 'link', ...link('missing')}))
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain('"link" references non-existent document "missing"')
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('that dangles is refused however often its transaction touches the document', async () => {
    const {client} = freshLake()
    const transaction = client
      .transaction()
      .create({_id: 'link', ...link('missing')})
      .patch('link', (patch) => patch.set({seen: true}))
    expect((await refusal(transaction.commit())).statusCode).toBe(409)
  })

  test('may be weak, or have its target created by the same transaction', async () => {
    const {client} = freshLake()
    await client.create({_type: 'link', to: {_type: 'reference', _ref: 'missing', _weak: true}})
    await client
      .transaction()
      .create({_id: 'link', ...link('note')})
      .create({_id: 'note', _type: 'note'})
      .commit()
    expect(await client.fetch('*[_id == "link"][0].to->_type')).toBe('note')
  })
})

async function patched(
  content: Record<string, unknown>,
  change: (client: SanityClient) => {commit: () => Promise<unknown>},
): Promise<unknown> {
  const client = await withNote(content)
  await change(client).commit()
  return client.getDocument('note')
}

describe('a patch', () => {
  const tags = [
    {_key: 'a', name: 'one'},
    {_key: 'b', name: 'two'},
  ]

  test('sets values at paths', async () => {
    const result = await patched({tags, seo: {title: 'Old'}}, (client) =>
      client.patch('note').set({text: 'New', 'seo.title': 'New', 'tags[_key=="b"].name': 'TWO'}),
    )
    expect(result).toMatchObject({
      text: 'New',
      seo: {title: 'New'},
      tags: [{name: 'one'}, {_key: 'b', name: 'TWO'}],
    })
  })

  test('sets values only where there are none', async () => {
    const result = await patched({text: 'Old'}, (client) =>
      client.patch('note').setIfMissing({text: 'New', more: 'More'}),
    )
    expect(result).toMatchObject({text: 'Old', more: 'More'})
  })

  test('unsets attributes and array items', async () => {
    const result = await patched({text: 'Old', tags}, (client) =>
      client.patch('note').unset(['text', 'tags[_key=="a"]']),
    )
    expect(result).not.toHaveProperty('text')
    expect(result).toHaveProperty('tags', [tags[1]])
  })

  test('increments and decrements', async () => {
    const result = await patched({up: 1, down: 1}, (client) =>
      client.patch('note').inc({up: 2}).dec({down: 3}),
    )
    expect(result).toMatchObject({up: 3, down: -2})
  })

  test.each([
    ['before', 'tags[_key=="b"]', ['a', 'new', 'b']],
    ['after', 'tags[-1]', ['a', 'b', 'new']],
    ['replace', 'tags[0]', ['new', 'b']],
  ] as const)('inserts %s an item', async (at, selector, keys) => {
    const result = await patched({tags}, (client) =>
      client.patch('note').insert(at, selector, [{_key: 'new'}]),
    )
    expect(result).toHaveProperty(
      'tags',
      keys.map((key): unknown => expect.objectContaining({_key: key})),
    )
  })

  test('appends and prepends', async () => {
    const result = await patched({tags}, (client) =>
      client.patch('note').append('tags', [{_key: 'c'}]),
    )
    expect(result).toHaveProperty('tags', [...tags, {_key: 'c'}])
  })

  test('applies a text difference', async () => {
    const result = await patched({text: 'The quick fox'}, (client) =>
      client
        .patch('note')
        .diffMatchPatch({text: '@@ -1,13 +1,12 @@\n The \n-quick\n+slow\n  fox\n'}),
    )
    expect(result).toHaveProperty('text', 'The slow fox')
  })

  test('by query changes each document that the query selects', async () => {
    const client = await withNote()
    await client.create({_id: 'second', _type: 'note'})
    await client.create({_id: 'other', _type: 'memo'})
    await client
      .patch({query: '*[_type == $type]', params: {type: 'note'}})
      .set({seen: true})
      .commit()
    expect(await client.fetch('*[seen == true]._id')).toEqual(['note', 'second'])
  })

  test('of a list of ids, as older clients send it, changes each document that exists', async () => {
    const client = await withNote()
    await client.create({_id: 'second', _type: 'note'})
    const send = (mutation: object) =>
      client.request({
        url: '/data/mutate/production',
        method: 'POST',
        body: {mutations: [mutation]},
      })
    await send({patch: {id: ['note', 'second', 'missing'], set: {seen: true}}})
    expect(await client.fetch('*[seen == true]._id')).toEqual(['note', 'second'])
    await send({delete: {id: ['second', 'missing']}})
    expect(await client.fetch('*._id')).toEqual(['note'])
  })

  test('gives the document a new revision and time, and keeps when it was created', async () => {
    const client = await withNote()
    const before = await client.getDocument('note')
    const after = await client.patch('note').set({text: 'New'}).commit()
    expect(after._rev).not.toBe(before?._rev)
    expect(after._createdAt).toBe(before?._createdAt)
    expect(after._updatedAt >= (before?._updatedAt ?? '')).toBe(true)
  })

  test('locked to a revision is refused once the document has moved on', async () => {
    const client = await withNote()
    const seen = (await client.getDocument('note'))?._rev ?? ''
    await client.patch('note').ifRevisionId(seen).set({text: 'First'}).commit()
    const error = await refusal(client.patch('note').ifRevisionId(seen).set({text: '2nd'}).commit())
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain('unexpected revision ID')
    expect(error.details).toMatchObject({
      items: [{error: {type: 'documentRevisionIDDoesNotMatchError', expectedRevisionID: seen}}],
    })
    expect(await client.getDocument('note')).toMatchObject({text: 'First'})
  })

  test('of a missing document is refused', async () => {
    const {client} = freshLake()
    const error = await refusal(client.patch('missing').set({a: 1}).commit())
    expect(error.statusCode).toBe(404)
    expect(error.message).toContain('The document with the ID "missing" was not found')
  })

  test.each(['_id', '_type', '_createdAt'])('cannot change %s', async (attribute) => {
    const client = await withNote()
    const error = await refusal(
      client
        .patch('note')
        .set({[attribute]: 'other'})
        .commit(),
    )
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain(`immutable attribute "${attribute}"`)
  })

  test('that makes no sense is refused with its reason', async () => {
    const client = await withNote({text: 'Words'})
    const error = await refusal(client.patch('note').diffMatchPatch({text: '@@'}).commit())
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('Cannot patch document "note"')
  })
})

describe('a transaction', () => {
  test('is kept whole', async () => {
    const client = await withNote({n: 1})
    const result = await client
      .transaction()
      .create({_id: 'second', _type: 'note'})
      .patch('note', (patch) => patch.inc({n: 1}))
      .patch('note', (patch) => patch.inc({n: 1}))
      .delete('second')
      .commit()
    expect(result.results.map(({id, operation}) => [id, operation])).toEqual([
      ['second', 'create'],
      ['note', 'update'],
      ['note', 'update'],
      ['second', 'delete'],
    ])
    expect(await client.getDocument('note')).toMatchObject({n: 3, _rev: result.transactionId})
    expect(await client.getDocument('second')).toBeUndefined()
  })

  test('with one failing mutation changes nothing', async () => {
    const client = await withNote({text: 'Old'})
    const before = await client.fetch('*')
    const error = await refusal(
      client
        .transaction()
        .create({_id: 'second', _type: 'note'})
        .patch('note', (patch) => patch.set({text: 'New'}))
        .delete('note')
        .create({_id: 'second', _type: 'note'})
        .commit(),
    )
    expect(error.details).toMatchObject({items: [{index: 3}]})
    expect(await client.fetch('*')).toEqual(before)
  })

  test('has the id that the client chose, which can be used once', async () => {
    const {client} = freshLake()
    const send = (_id: string): Promise<unknown> =>
      client.transaction().create({_id, _type: 'note'}).transactionId('my-transaction').commit()
    await send('one')
    expect(await client.getDocument('one')).toHaveProperty('_rev', 'my-transaction')
    const error = await refusal(send('two'))
    expect(error.statusCode).toBe(409)
    expect(await client.getDocument('two')).toBeUndefined()
  })

  test('with dryRun gives the usual answer and changes nothing', async () => {
    const client = await withNote({text: 'Old'})
    const before = await client.getDocument('note')
    const result = await client.patch('note').set({text: 'New'}).commit({dryRun: true})
    expect(result).toMatchObject({text: 'New'})
    expect(await client.getDocument('note')).toEqual(before)
  })

  test('gives array items keys when asked to', async () => {
    const {client} = freshLake()
    const rows = [{cells: [{text: 'a'}]}, {_key: 'mine', cells: ['b']}]
    const result = await client.create({_type: 'note', rows}, {autoGenerateArrayKeys: true})
    expect(result.rows).toEqual([
      {
        _key: expect.stringMatching(/^[0-9a-f]{12}$/),
        cells: [{_key: expect.any(String), text: 'a'}],
      },
      {_key: 'mine', cells: ['b']},
    ])
  })
})

test('getDocuments answers in the order of the ids, with null for missing documents', async () => {
  const client = await withNote()
  await client.create({_id: 'second', _type: 'note'})
  const found = await client.getDocuments(['second', 'missing', 'note'])
  expect(found.map((document) => document?._id ?? null)).toEqual(['second', null, 'note'])
})
