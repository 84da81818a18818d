// Queries, as the editors' tools and the pipeline send them.

import type {ClientPerspective, SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {lakeClient, type Lake} from '../../../lake/index.ts'
import {freshLake, refusal, servedLake} from '../../support/lake.ts'
import {reference} from '../../support/library.ts'

async function seeded(): Promise<{lake: Lake; client: SanityClient}> {
  const {lake, client} = freshLake()
  await client
    .transaction()
    .create({_id: 'ada', _type: 'person', name: 'Ada'})
    .create({_id: 'bo', _type: 'person', name: 'Bo'})
    .create({_id: 'drafts.bo', _type: 'person', name: 'Bo B.'})
    .create({_id: 'a1', _type: 'article', title: 'Sleep', author: reference('ada')})
    .create({_id: 'a2', _type: 'article', title: 'Worry', author: reference('bo')})
    .create({_id: 'drafts.a2', _type: 'article', title: 'Worry less', author: reference('bo')})
    .create({_id: 'drafts.a3', _type: 'article', title: 'Rest', author: reference('ada')})
    .create({_id: 'versions.r1.a1', _type: 'article', title: 'Tight', author: reference('ada')})
    .commit()
  return {lake, client}
}

describe('a query', () => {
  test('follows references, orders, slices and projects', async () => {
    const {client} = await seeded()
    const query = `*[_type == "article" && !(_id in path("versions.**"))] | order(title desc)[0..1]{
      title, "author": author->name
    }`
    expect(await client.fetch(query)).toEqual([
      {title: 'Worry less', author: 'Bo'},
      {title: 'Worry', author: 'Bo'},
    ])
  })

  test('takes parameters, which may be null', async () => {
    const {client} = await seeded()
    expect(await client.fetch('*[_id == $id][0].name', {id: 'ada'})).toBe('Ada')
    expect(await client.fetch('{"missing": $nothing}', {nothing: null})).toEqual({missing: null})
  })

  test('is refused, with the place, if a parameter is not given', async () => {
    const {client} = await servedLake()
    const note = {_id: 'note', _type: 'note'}
    await client.create(note)
    const query = '*[_type == "note" && _id != $id]'
    const error = await refusal(client.fetch(query, {other: 'a'}))
    expect(error.statusCode).toBe(400)
    expect(error.details).toMatchObject({
      type: 'queryParseError',
      description: 'param $id referenced, but not provided',
      query,
      start: 28,
      end: 31,
    })
    expect(error.message).toContain('param $id referenced, but not provided')
    for (const change of [
      client.delete({query}),
      client.patch({query}).set({seen: true}).commit(),
      client.mutate([{delete: {query, params: {}}}]),
    ]) {
      expect((await refusal(change)).message).toContain('param $id referenced, but not provided')
    }
    expect(await client.getDocument('note')).toMatchObject(note)
  })

  test('is refused in the same way if a slice has a parameter that is not given', async () => {
    const {client} = await servedLake()
    for (const [query, start] of [
      ['*[_type == "note"][$a..$b]', 23],
      ['*[_type == "note"][$a...$b]{_id}', 24],
      ['*[_type == "note"][0..$b + 1]', 22],
    ] as const) {
      const error = await refusal(client.fetch(query, {a: 0}))
      expect(error.details).toMatchObject({
        type: 'queryParseError',
        description: 'param $b referenced, but not provided',
        start,
        end: start + 2,
      })
    }
    const constant = await refusal(client.fetch('*[0..count(*)]', {a: 0}))
    expect(constant.message).toContain('slicing must use constant numbers')
  })

  test('too long for a URL is sent as a body, with the same answer', async () => {
    const {lake} = await seeded()
    const methods: string[] = []
    const client = lakeClient(lake, {
      resolveFetch: () => (input, init) => {
        methods.push(init?.method ?? 'GET')
        return lake.fetch(new Request(input, init))
      },
    })
    const ids = Array.from({length: 2000}, (_, index) => `no-such-id-${index}`)
    const query = `*[_id in ${JSON.stringify([...ids, 'ada'])}]._id`
    expect(await client.fetch(query)).toEqual(['ada'])
    expect(await client.fetch('*[_id in $ids]._id', {ids: [...ids, 'bo']})).toEqual(['bo'])
    expect(await client.fetch('*[_id == "ada"]._id')).toEqual(['ada'])
    expect(methods).toEqual(['POST', 'POST', 'GET'])
  })

  test('that selects nothing answers null or an empty list', async () => {
    const {client} = await seeded()
    expect(await client.fetch('*[_id == "missing"][0]')).toBeNull()
    expect(await client.fetch('*[_type == "nothing"]')).toEqual([])
  })

  test('pages through whole documents in the order of ids', async () => {
    const {client} = await seeded()
    const query = '*[_type == "article" && _id > $after] | order(_id) [0...2]'
    const first = await client.fetch<{_id: string}[]>(query, {after: ''})
    expect(first.map(({_id}) => _id)).toEqual(['a1', 'a2'])
    const second = await client.fetch(query, {after: 'a2'})
    expect(second).toMatchObject([
      {_id: 'drafts.a2', title: 'Worry less', author: {_ref: 'bo'}},
      {_id: 'drafts.a3', title: 'Rest'},
    ])
  })

  test('that counts and a query for what refers to a document give the right answer', async () => {
    const {client} = await seeded()
    expect(await client.fetch('count(*[_type == "article"])')).toBe(5)
    expect(await client.fetch('*[references("ada")]._id')).toEqual([
      'a1',
      'drafts.a3',
      'versions.r1.a1',
    ])
    const byAuthor = '*[_type == "person"]{"articles": count(*[references(^._id)])}.articles'
    expect(await client.fetch(byAuthor)).toEqual([3, 2, 0])
  })

  test('that scans many documents finds the first ones, the last one and all of them', async () => {
    const {client} = freshLake()
    const name = (n: number): string => `n-${String(n).padStart(3, '0')}`
    const creation = client.transaction()
    for (let n = 0; n < 400; n += 1) creation.create({_id: name(n), _type: 'number', n})
    await creation.commit()
    const odd = '*[_type == "number" && n % 2 == 1]'
    expect(await client.fetch(`${odd}[0].n`)).toBe(1)
    expect(await client.fetch(`${odd}[0...3].n`)).toEqual([1, 3, 5])
    expect(await client.fetch(`${odd}[100..101]{_id}`)).toEqual([
      {_id: name(201)},
      {_id: name(203)},
    ])
    expect(await client.fetch(`${odd}[-1].n`)).toBe(399)
    expect(await client.fetch(`count(${odd})`)).toBe(200)
  })

  test('that is not GROQ raises a ClientError that shows where it goes wrong', async () => {
    const {client} = await seeded()
    const error = await refusal(client.fetch('*[_type == ]'))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('GROQ query parse error')
    expect(error.message).toContain('*[_type == ]')
    expect(error.details).toMatchObject({type: 'queryParseError', start: 10})
  })

  test('that calls an unknown function is refused with its name', async () => {
    const {client} = await seeded()
    const error = await refusal(client.fetch('*[no::such(_id)]'))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('no::such')
  })

  test.each([
    ['text::query()', '*[_type == "person" && text::query("a")]'],
    ['diff::changedAny()', 'diff::changedAny({"a": 1}, {"a": 2}, a)'],
    ['diff::changedOnly()', '*[diff::changedOnly(@, {}, a)]'],
    ['text::semanticSimilarity()', '* | score(text::semanticSimilarity("a"))'],
    ['media::aspect()', '*[media::aspect(photo, "a")]'],
    ['delta::operation()', 'delta::operation()'],
    ['user::attributes()', '*[user::attributes().team == team]'],
    ['documents::get()', 'documents::get({"_ref": "a"})'],
    ['anywhere()', '*[anywhere("a")]'],
    ['path() on the left of "in"', '(path("a.b")) in path("a.*")'],
  ])(
    'that uses %s, which is unsupported, is refused, not answered wrongly',
    async (part, query) => {
      const {client} = await seeded()
      const error = await refusal(client.fetch(query))
      expect(error.statusCode).toBe(400)
      expect(error.message).toContain(`the lake does not support ${part}`)
    },
  )

  test.each(['geo', 'before', 'after', 'operation'])(
    'that calls %s() is refused with this name',
    async (name) => {
      const {client} = await seeded()
      const error = await refusal(client.fetch(`*[${name}(a)]`))
      expect(error.statusCode).toBe(400)
      expect(error.message).toContain(`Undefined function: ${name}`)
    },
  )
})

async function titles(perspective: ClientPerspective): Promise<unknown> {
  const {client} = await seeded()
  const query = '*[_type == "article"] | order(_id)[0...9]{_id, title, "author": author->name}'
  return client.fetch(query, {}, {perspective})
}

describe('a perspective', () => {
  test('published shows neither drafts nor versions', async () => {
    expect(await titles('published')).toEqual([
      {_id: 'a1', title: 'Sleep', author: 'Ada'},
      {_id: 'a2', title: 'Worry', author: 'Bo'},
    ])
  })

  test('drafts shows each draft instead of its published document, also through references', async () => {
    const expected = [
      {_id: 'a1', title: 'Sleep', author: 'Ada'},
      {_id: 'a2', title: 'Worry less', author: 'Bo B.'},
      {_id: 'a3', title: 'Rest', author: 'Ada'},
    ]
    expect(await titles('drafts')).toEqual(expected)
    expect(await titles('previewDrafts')).toEqual(expected)
    expect(await titles(['drafts', 'published'])).toEqual(expected)
  })

  test('drafts shows the id under which a document is stored', async () => {
    const {client} = await seeded()
    const query = '*[_id in ["a1", "a2"]]{_id, _originalId}'
    expect(await client.fetch(query, {}, {perspective: 'drafts'})).toEqual([
      {_id: 'a1', _originalId: 'a1'},
      {_id: 'a2', _originalId: 'drafts.a2'},
    ])
  })

  test('raw shows everything under its own id', async () => {
    const {client} = await seeded()
    expect(await client.fetch('*[_type == "article"]._id', {}, {perspective: 'raw'})).toEqual([
      'a1',
      'a2',
      'drafts.a2',
      'drafts.a3',
      'versions.r1.a1',
    ])
  })

  test('not asked for is published from API version 2025-02-19 on, and raw before', async () => {
    const {lake} = await seeded()
    const count = async (apiVersion: string): Promise<unknown> => {
      const url = `http://lake/v${apiVersion}/data/query/production?query=count(*)`
      const body: unknown = await (await lake.fetch(new Request(url))).json()
      return body
    }
    expect(await count('2025-02-19')).toMatchObject({result: 4})
    expect(await count('2025-02-18')).toMatchObject({result: 8})
    expect(await count('1')).toMatchObject({result: 8})
  })

  test('that the lake does not have is refused', async () => {
    const {client} = await seeded()
    const error = await refusal(client.fetch('*', {}, {perspective: ['r.not-a-release']}))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('r.not-a-release')
  })
})
