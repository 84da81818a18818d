// The promises of the public documentation of `@sanity/client`, tested on a lake at a real port, as
// a known user. Each group names the page that its expectations come from. Where an
// example there has data, the data here is like it.

import {
  ClientError,
  createClient,
  Patch,
  Transaction,
  type MutationEvent,
  type SanityClient,
} from '@sanity/client'
import {firstValueFrom, filter, take, toArray} from 'rxjs'
import {beforeEach, describe, expect, test} from 'vitest'
import {guardedServer, picture, refusal} from '../../support/lake.ts'

let client: SanityClient

beforeEach(async () => {
  const {as} = await guardedServer()
  client = as('administrator')
})

const bike = {_id: 'bike-123', _type: 'bike', name: 'Sanity Tandem Extraordinaire', seats: 2}

describe('https://github.com/sanity-io/client#performing-queries', () => {
  test('performs a query with parameters', async () => {
    await client.create(bike)
    await client.create({_type: 'bike', name: 'Solo', seats: 1})
    const query = '*[_type == "bike" && seats >= $minSeats] {name, seats}'
    expect(await client.fetch(query, {minSeats: 2})).toEqual([{name: bike.name, seats: 2}])
  })

  test('a long query is sent in a body, and answered the same', async () => {
    await client.create(bike)
    const names = Array.from({length: 3000}, (_, index) => `name ${index}`)
    expect(await client.fetch('count(*[!(name in $names)])', {names})).toBe(1)
  })

  test('the whole response can be requested', async () => {
    const whole = await client.fetch('1 + 1', {}, {filterResponse: false})
    expect(whole).toMatchObject({result: 2, query: '1 + 1', ms: expect.any(Number)})
  })
})

describe('https://www.sanity.io/docs/apis-and-sdks/http-query', () => {
  test('GET with parameters as JSON, after a dollar sign, and POST with a body', async () => {
    await client.create(bike)
    const url = '/data/query/production'
    const query = '*[seats == $seats][0].name'
    expect(await client.request({url, query: {query, $seats: '2'}})).toMatchObject({
      result: bike.name,
    })
    expect(
      await client.request({url, method: 'POST', body: {query, params: {seats: 2}}}),
    ).toMatchObject({result: bike.name})
  })

  test('a query that is not GROQ is an error that says where', async () => {
    const error = await refusal(client.fetch('*[_type == '))
    expect(error).toBeInstanceOf(ClientError)
    expect(error.statusCode).toBe(400)
    expect(error.details).toMatchObject({type: 'queryParseError', start: expect.any(Number)})
  })
})

describe('https://www.sanity.io/docs/content-lake/perspectives', () => {
  beforeEach(async () => {
    await client
      .transaction()
      .create({_id: 'martin', _type: 'author', name: 'George Martin'})
      .create({_id: 'drafts.martin', _type: 'author', name: 'George R.R. Martin'})
      .create({_id: 'drafts.king', _type: 'author', name: 'Stephen King'})
      .create({_id: 'pratchett', _type: 'author', name: 'Terry Pratchett'})
      .commit()
  })

  const names = (perspective: 'raw' | 'published' | 'drafts') =>
    client.fetch('*[_type == "author"]{_id, _originalId, name}', {}, {perspective})

  test('published leaves drafts out', async () => {
    expect(await names('published')).toEqual([
      {_id: 'martin', _originalId: null, name: 'George Martin'},
      {_id: 'pratchett', _originalId: null, name: 'Terry Pratchett'},
    ])
  })

  test('drafts shows a draft instead of the document that it will replace', async () => {
    expect(await names('drafts')).toEqual([
      {_id: 'king', _originalId: 'drafts.king', name: 'Stephen King'},
      {_id: 'martin', _originalId: 'drafts.martin', name: 'George R.R. Martin'},
      {_id: 'pratchett', _originalId: 'pratchett', name: 'Terry Pratchett'},
    ])
  })

  test('raw shows all', async () => {
    expect(await names('raw')).toHaveLength(4)
  })

  test('the default is published since version 2025-02-19, and raw before', async () => {
    const {perspective: _, ...config} = client.config()
    const count = (apiVersion: string) =>
      createClient({...config, apiVersion}).fetch<number>('count(*[_type == "author"])')
    expect(await count('2025-02-19')).toBe(2)
    expect(await count('2025-02-18')).toBe(4)
  })
})

describe('https://github.com/sanity-io/client#fetch-a-single-document', () => {
  test('one document, or none', async () => {
    await client.create(bike)
    expect(await client.getDocument('bike-123')).toMatchObject(bike)
    expect(await client.getDocument('bike-0')).toBeUndefined()
  })

  test('several, in the order asked for, with null for what is missing', async () => {
    await client.create(bike)
    await client.create({_id: 'bike-345', _type: 'bike'})
    const found = await client.getDocuments(['bike-345', 'nonexistent', 'bike-123'])
    expect(found.map((document) => document?._id ?? null)).toEqual(['bike-345', null, 'bike-123'])
  })
})

describe('https://github.com/sanity-io/client#creating-documents', () => {
  test('create makes up an id where none is given, and one of a draft after `drafts.`', async () => {
    const {_id} = await client.create({_type: 'bike'})
    expect(_id).toMatch(/^[\w-]+$/)
    const draft = await client.create({_id: 'drafts.', _type: 'bike'})
    expect(draft._id).toMatch(/^drafts\.[\w-]+$/)
  })

  test('create refuses an id that is taken', async () => {
    await client.create(bike)
    const error = await refusal(client.create(bike))
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      type: 'mutationError',
      items: [{error: {type: 'documentAlreadyExistsError', id: 'bike-123'}}],
    })
  })

  test('createOrReplace overwrites', async () => {
    await client.createOrReplace(bike)
    await client.createOrReplace({_id: 'bike-123', _type: 'bike', seats: 3})
    expect(await client.fetch('*[_id == "bike-123"][0]{name, seats}')).toEqual({
      name: null,
      seats: 3,
    })
  })

  test('createIfNotExists keeps an existing document', async () => {
    await client.createIfNotExists(bike)
    await client.createIfNotExists({...bike, seats: 3})
    expect(await client.fetch('*[_id == "bike-123"][0].seats')).toBe(2)
  })

  test('a document has its times and its revision', async () => {
    const created = await client.create(bike)
    expect(created._createdAt).toBe(created._updatedAt)
    const patched = await client.patch('bike-123').set({seats: 3}).commit()
    expect(patched._createdAt).toBe(created._createdAt)
    expect(patched._rev).not.toBe(created._rev)
  })
})

describe('https://github.com/sanity-io/client#patchupdate-a-document', () => {
  beforeEach(() =>
    client.create({
      ...bike,
      price: 100,
      numSold: 1,
      reviews: [
        {_key: 'a', title: 'Fine', stars: 4},
        {_key: 'abc123', title: 'Bad', stars: 1},
      ],
      text: 'The rabid dog',
    }),
  )

  const titles = (): Promise<unknown> => client.fetch('*[_id == "bike-123"][0].reviews[].title')

  test('set merges, inc and dec count', async () => {
    const patched = await client
      .patch('bike-123')
      .set({inStock: false})
      .inc({numSold: 2, price: 8})
      .dec({seats: 1})
      .commit()
    expect(patched).toMatchObject({inStock: false, numSold: 3, price: 108, seats: 1})
  })

  test('setIfMissing sets what is missing, unset removes', async () => {
    await client.patch('bike-123').setIfMissing({name: 'Untitled', brand: 'None'}).commit()
    expect(await client.getDocument('bike-123')).toMatchObject({name: bike.name, brand: 'None'})
    const patched = await client.patch('bike-123').unset(['brand', 'price']).commit()
    expect(patched).not.toHaveProperty('brand')
    expect(patched).not.toHaveProperty('price')
  })

  test('insert before, after and in place of an item', async () => {
    const insert = (at: 'before' | 'after' | 'replace', selector: string, title: string) =>
      client
        .patch('bike-123')
        .insert(at, selector, [{_key: title, title}])
        .commit()
    await insert('after', 'reviews[-1]', 'Last')
    await insert('before', 'reviews[0]', 'First')
    await insert('replace', 'reviews[_key=="abc123"]', 'Better')
    expect(await titles()).toEqual(['First', 'Fine', 'Better', 'Last'])
  })

  test('append, prepend and splice', async () => {
    await client
      .patch('bike-123')
      .append('reviews', [{title: 'Last'}])
      .commit({autoGenerateArrayKeys: true})
    await client
      .patch('bike-123')
      .prepend('reviews', [{title: 'First'}])
      .commit({autoGenerateArrayKeys: true})
    expect(await titles()).toEqual(['First', 'Fine', 'Bad', 'Last'])
    await client
      .patch('bike-123')
      .splice('reviews', 1, 2, [{_key: 'n', title: 'New'}])
      .commit()
    expect(await titles()).toEqual(['First', 'New', 'Last'])
    const keys = await client.fetch<string[]>('*[_id == "bike-123"][0].reviews[]._key')
    expect(new Set(keys).size).toBe(3)
  })

  test('unset by index and by key', async () => {
    await client.patch('bike-123').unset(['reviews[0]', 'reviews[_key=="abc123"]']).commit()
    expect(await titles()).toEqual([])
  })

  test('diffMatchPatch changes text where it says', async () => {
    const patched = await client
      .patch('bike-123')
      .diffMatchPatch({text: '@@ -1,13 +1,12 @@\n The \n-rabid\n+nice\n  dog\n'})
      .commit()
    expect(patched).toMatchObject({text: 'The nice dog'})
  })

  test('a patch by query changes each document that it selects', async () => {
    await client.create({_id: 'bike-2', _type: 'bike', seats: 1})
    await client
      .patch({query: '*[_type == $type]', params: {type: 'bike'}})
      .set({sold: true})
      .commit({returnFirst: false, returnDocuments: false})
    expect(await client.fetch('count(*[sold])')).toBe(2)
  })

  test('ifRevisionId: a patch is applied to the revision that it was made for, or not', async () => {
    const {_rev} = (await client.getDocument('bike-123')) ?? {}
    await client.patch('bike-123').ifRevisionId(`${_rev}`).set({name: 'Red'}).commit()
    const late = client.patch('bike-123').ifRevisionId(`${_rev}`).set({name: 'Blue'}).commit()
    const error = await refusal(late)
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      items: [{error: {type: 'documentRevisionIDDoesNotMatchError', expectedRevisionID: _rev}}],
    })
    expect(await client.fetch('*[_id == "bike-123"][0].name')).toBe('Red')
  })

  test('a patch of a missing document is an error', async () => {
    const error = await refusal(client.patch('bike-0').set({a: 1}).commit())
    expect(error.statusCode).toBe(404)
  })
})

describe('https://github.com/sanity-io/client#delete-documents', () => {
  test('by id, and by query with parameters', async () => {
    await client.create(bike)
    await client.delete('bike-123')
    expect(await client.getDocument('bike-123')).toBeUndefined()
    for (const _id of ['a', 'b', 'c']) await client.create({_id, _type: 'bike'})
    await client.delete({query: '*[_type == $type][0..1]', params: {type: 'bike'}})
    expect(await client.fetch('*[_type == "bike"]._id')).toEqual(['c'])
  })

  test('a document with strong references to it stays', async () => {
    await client.create(bike)
    await client.create({
      _id: 'owner',
      _type: 'person',
      bike: {_type: 'reference', _ref: 'bike-123'},
    })
    const error = await refusal(client.delete('bike-123'))
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      items: [{error: {type: 'documentHasExistingReferencesError'}}],
    })
  })
})

describe('https://github.com/sanity-io/client#multiple-mutations-in-a-transaction', () => {
  test('all mutations succeed, or none', async () => {
    await client.create({_id: 'bike-310', _type: 'bike'})
    await client.create({_id: 'bike-9', _type: 'bike'})
    const patch = client.patch('bike-310').set({name: 'A Bike To Go'})
    const {documentIds, transactionId} = await client
      .transaction()
      .create({_id: 'bike-123', _type: 'bike'})
      .delete('bike-9')
      .patch(patch)
      .commit()
    expect(documentIds).toEqual(['bike-123', 'bike-9', 'bike-310'])
    expect(await client.getDocument('bike-310')).toMatchObject({
      name: 'A Bike To Go',
      _rev: transactionId,
    })
    await refusal(
      client
        .transaction()
        .create({_id: 'new', _type: 'bike'})
        .patch('bike-0', (missing) => missing.set({a: 1}))
        .commit(),
    )
    expect(await client.getDocument('new')).toBeUndefined()
  })

  test('patches and transactions made without a client', async () => {
    await client.create({...bike, count: 1, visits: 2})
    await client.mutate(new Patch('bike-123').inc({count: 1}).unset(['visits']))
    expect(await client.getDocument('bike-123')).toMatchObject({count: 2})
    await client.mutate(
      new Transaction().create({_id: '123', _type: 'bike', name: 'FooBike'}).delete('bike-123'),
    )
    expect(await client.fetch('*[]._id')).toEqual(['123'])
  })
})

describe('https://github.com/sanity-io/client#mutation-options', () => {
  test.each(['sync', 'async', 'deferred'] as const)('visibility %s', async (visibility) => {
    await client.create(bike, {visibility})
    expect(await client.fetch('count(*)')).toBe(1)
  })

  test('a dry run answers as the real one would, errors too, and changes nothing', async () => {
    expect(await client.create(bike, {dryRun: true})).toMatchObject(bike)
    expect(await client.fetch('count(*)')).toBe(0)
    await client.create(bike)
    expect((await refusal(client.create(bike, {dryRun: true}))).statusCode).toBe(409)
  })

  test('autoGenerateArrayKeys adds keys, different ones, to objects without', async () => {
    const document = {_type: 'bike', tags: [{name: 'a'}, {name: 'b'}, {_key: 'c'}, 'text']}
    const {tags} = await client.create(document, {autoGenerateArrayKeys: true})
    expect(tags).toEqual([
      {_key: expect.any(String), name: 'a'},
      {_key: expect.any(String), name: 'b'},
      {_key: 'c'},
      'text',
    ])
  })

  test('what is returned: documents or ids, one or all', async () => {
    const mutations = [{create: bike}, {create: {_id: 'b', _type: 'bike'}}]
    const options = {returnFirst: false, returnDocuments: false} as const
    expect(await client.mutate(mutations, options)).toMatchObject({
      documentIds: ['bike-123', 'b'],
      results: [
        {id: 'bike-123', operation: 'create'},
        {id: 'b', operation: 'create'},
      ],
    })
  })

  test('a transaction may be named, once', async () => {
    const named = (document: {_type: string}) =>
      client.transaction().create(document).transactionId('mine').commit()
    expect((await named(bike)).transactionId).toBe('mine')
    expect(await client.getDocument('bike-123')).toMatchObject({_rev: 'mine'})
    expect((await refusal(named({_type: 'bike'}))).statusCode).toBe(409)
  })
})

describe('https://github.com/sanity-io/client#listening-to-queries', () => {
  /** The next events of a listener, once it is welcome and `act` has acted. */
  async function heard(
    options: {includeResult?: boolean; includePreviousRevision?: boolean},
    count: number,
    act: () => Promise<unknown>,
  ): Promise<MutationEvent[]> {
    const {promise: welcome, resolve} = Promise.withResolvers<void>()
    const query = '*[_type == "bike" && seats > $seats]'
    const events = client
      .listen(query, {seats: 1}, {...options, events: ['welcome', 'mutation']})
      .pipe(
        filter((event): event is MutationEvent => {
          if (event.type === 'welcome') resolve()
          return event.type === 'mutation'
        }),
        take(count),
        toArray(),
      )
    const collected = firstValueFrom(events)
    await welcome
    await act()
    return collected
  }

  test('events contain the change, its mutations and the result', async () => {
    const [created, updated, left] = await heard({}, 3, async () => {
      await client.create(bike)
      await client.create({_type: 'car', seats: 5})
      await client.patch('bike-123').set({seats: 4}).commit()
      await client.patch('bike-123').set({seats: 1}).commit()
    })
    expect(created).toMatchObject({
      transition: 'appear',
      documentId: 'bike-123',
      identity: 'administrator',
      mutations: [{create: {_id: 'bike-123'}}],
      result: bike,
    })
    expect(updated).toMatchObject({transition: 'update', result: {seats: 4}})
    expect(updated).not.toHaveProperty('previous')
    expect(left).toMatchObject({transition: 'disappear'})
  })

  test('includePreviousRevision gives what was before, includeResult: false leaves the result out', async () => {
    await client.create(bike)
    const [updated] = await heard({includePreviousRevision: true, includeResult: false}, 1, () =>
      client.patch('bike-123').set({seats: 4}).commit(),
    )
    expect(updated).toMatchObject({previous: {seats: 2}})
    expect(updated?.result).toBeUndefined()
  })

  test('a deletion has no result', async () => {
    await client.create(bike)
    const [deleted] = await heard({}, 1, () => client.delete('bike-123'))
    expect(deleted).toMatchObject({transition: 'disappear', documentId: 'bike-123'})
    expect(deleted?.result).toBeUndefined()
  })
})

describe('https://github.com/sanity-io/client#uploading-assets', () => {
  test('a file', async () => {
    const file = new File(['foo'], 'foo.txt', {type: 'text/plain'})
    const asset = await client.assets.upload('file', file, {filename: 'foo.txt'})
    expect(asset).toMatchObject({
      _type: 'sanity.fileAsset',
      originalFilename: 'foo.txt',
      extension: 'txt',
      mimeType: 'text/plain',
      size: 3,
    })
    expect(await (await fetch(asset.url)).text()).toBe('foo')
  })

  test('an image, with what can be told from it', async () => {
    const bytes = await picture(40, 20)
    const asset = await client.assets.upload('image', bytes, {
      filename: 'myImage.png',
      title: 'Mine',
      creditLine: 'Me',
      source: {id: 'abc', name: 'elsewhere', url: 'https://elsewhere.example/abc'},
    })
    expect(asset).toMatchObject({
      _id: expect.stringMatching(/^image-[0-9a-f]{40}-40x20-png$/),
      _type: 'sanity.imageAsset',
      metadata: {dimensions: {width: 40, height: 20, aspectRatio: 2}, isOpaque: true},
      mimeType: 'image/png',
      title: 'Mine',
      creditLine: 'Me',
      source: {id: 'abc', name: 'elsewhere'},
    })
    expect(await (await fetch(asset.url)).bytes()).toEqual(new Uint8Array(bytes))
    expect(await client.fetch('*[_type == "sanity.imageAsset"][0].url')).toBe(asset.url)
  })
})

describe('https://github.com/sanity-io/client#deleting-an-asset', () => {
  test('deleting its document deletes the asset', async () => {
    const {_id, url} = await client.assets.upload('image', await picture(4, 4))
    await client.delete(_id)
    expect(await client.getDocument(_id)).toBeUndefined()
    expect((await fetch(url)).status).toBe(404)
  })
})

describe('https://www.sanity.io/docs/content-lake/history-api', () => {
  test('a document as it was at a revision, at a time, and before it was deleted', async () => {
    const {_rev, _updatedAt} = await client.create(bike)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await client.patch('bike-123').set({seats: 4}).commit()
    await client.delete('bike-123')
    const past = async (query: Record<string, string>) =>
      client.request<{documents: {seats: number}[]}>({
        url: '/data/history/production/documents/bike-123',
        query,
      })
    expect((await past({revision: _rev})).documents[0]?.seats).toBe(2)
    expect((await past({time: _updatedAt})).documents[0]?.seats).toBe(2)
    expect((await past({lastRevision: 'true'})).documents[0]?.seats).toBe(4)
    expect((await past({})).documents).toEqual([])
  })
})

describe('https://www.sanity.io/docs/http-reference/projects', () => {
  test('the project and its dataset, as the client names them', async () => {
    expect(await client.projects.getById('countersign')).toMatchObject({id: 'countersign'})
    expect(await client.projects.list()).toHaveLength(1)
    expect(await client.datasets.list()).toEqual([
      expect.objectContaining({name: 'production', aclMode: 'private'}),
    ])
    expect(await client.users.getById('me')).toMatchObject({
      id: 'administrator',
      roles: [{name: 'administrator'}],
    })
    expect(await client.request({url: '/features'})).toEqual([])
  })
})
