// The protocol around the content: routing, input checks and errors.

import {ServerError} from '@sanity/client'
import {expect, onTestFinished, test, vi} from 'vitest'
import {lakeClient, openLake} from '../../../lake/index.ts'
import {freshLake, lakeWith, picture, refusal, servedLake} from '../../support/lake.ts'

const QUERY = 'http://lake/v2025-02-19/data/query/production'

test('the client never touches the network', async () => {
  const {client} = freshLake({projectId: 'elsewhere'})
  const original = globalThis.fetch
  globalThis.fetch = () => Promise.reject(new Error('A request left the process'))
  try {
    await client.create({_id: 'note', _type: 'note'})
    expect(await client.fetch('*._id')).toEqual(['note'])
    expect(await client.getDocument('note')).toBeDefined()
    await client.assets.upload('file', Buffer.from('a'), {filename: 'a.txt'})
  } finally {
    globalThis.fetch = original
  }
})

test('another dataset does not exist', async () => {
  const {lake} = freshLake()
  const error = await refusal(lakeClient(lake, {dataset: 'staging'}).fetch('*'))
  expect(error.statusCode).toBe(404)
  expect(error.message).toContain('"staging" not found')
})

test('input that is missing or wrong is named in plain words', async () => {
  const {client} = freshLake()
  for (const [request, problem] of [
    [{url: '/data/query/production'}, '"query" is missing'],
    [{url: '/data/query/production', method: 'POST', body: {}}, '"query" is missing'],
    [{url: '/data/listen/production'}, '"query" is missing'],
    [
      {url: '/data/query/production', method: 'POST', body: {query: 1}},
      '"query" is not valid: expected string, received number',
    ],
    [
      {url: '/data/mutate/production?visibility=now', method: 'POST', body: {mutations: []}},
      '"visibility" is not valid: expected one of "sync"|"async"|"deferred"',
    ],
  ] as const) {
    const error = await refusal(client.request(request))
    expect(error.statusCode).toBe(400)
    expect(error.response.body).toMatchObject({message: problem})
  }
})

test('another project does not exist, for a client that names it in a header', async () => {
  const {client} = await servedLake()
  for (const request of [
    client.withConfig({projectId: 'abc12345'}).fetch('*'),
    client.withConfig({projectId: 'abc12345'}).users.getById('me'),
    client.projects.getById('abc12345'),
  ]) {
    const error = await refusal(request)
    expect(error.statusCode).toBe(404)
    expect(error.message).toContain('Project "abc12345" not found')
  }
})

test('paths work with and without a version, on any host', async () => {
  const {lake} = freshLake()
  for (const base of [
    'http://a',
    'https://x.api.sanity.io/v1',
    'http://b:1/vX',
    'http://c/v2025-02-19',
    // A client whose `apiHost` ends with a slash sends this.
    'http://d//v2025-02-19/',
  ]) {
    const response = await lake.fetch(new Request(`${base}/ping`))
    expect(response.status).toBe(200)
  }
})

test('an unknown path is answered 404 in a shape that the client understands', async () => {
  const {client} = freshLake()
  for (const url of [
    '/nothing/here',
    '/data/query',
    '/data/query/production/more',
    '/v2/ping',
    '/ping/',
  ]) {
    const error = await refusal(client.request({url}))
    expect(error.statusCode).toBe(404)
    expect(error.message).toContain('Not Found')
  }
})

test('HEAD is answered as GET is, without a body', async () => {
  const {client, server} = await servedLake()
  const image = await client.assets.upload('image', await picture(4, 3))
  const listener = `${server.origin}/v1/data/listen/production?query=*`
  for (const url of [`${server.origin}/ping`, image.url, `${image.url}?w=2`, listener]) {
    const got = await fetch(url)
    const head = await fetch(url, {method: 'HEAD'})
    expect(head.status).toBe(200)
    expect(head.headers.get('content-type')).toBe(got.headers.get('content-type'))
    expect(await head.text()).toBe('')
    await got.body?.cancel()
  }
  expect((await fetch(`${server.origin}/nothing`, {method: 'HEAD'})).status).toBe(404)
})

test('fm=json describes an image instead of sending it', async () => {
  const {client} = await servedLake()
  const {url, size} = await client.assets.upload('image', await picture(4, 3))
  expect(await (await fetch(`${url}?fm=json`)).json()).toEqual({
    'Content-Type': 'image/png',
    'Content-Length': String(size),
    PixelWidth: 4,
    PixelHeight: 3,
  })
})

test('a large answer to HEAD is not counted as one that waits to be sent', async () => {
  const text = 'x'.repeat(900_000)
  const ids = Array.from({length: 90}, (_, index) => `note-${index}`)
  const {lake} = await lakeWith(ids.map((_id) => ({_id, _type: 'note', text})))
  // 81 MB. The answers to one user may have 300 MB in memory.
  for (let times = 0; times < 4; times++) {
    const head = new Request(`${QUERY}?query=*`, {method: 'HEAD'})
    expect((await lake.fetch(head)).status).toBe(200)
  }
})

test.each([
  ['no query', new Request(QUERY)],
  ['a parameter that is not JSON', new Request(`${QUERY}?query=*&$id=abc`)],
  ['a body that is not JSON', new Request(QUERY, {method: 'POST', body: '{'})],
  ['a body without a query', new Request(QUERY, {method: 'POST', body: '{}'})],
  ['a path that is not encoded', new Request('http://lake/data/doc/production/%E0%A4')],
  [
    'a limit that is not a number',
    new Request('http://lake/data/history/production/transactions/a?limit=all'),
  ],
])('%s is answered 400', async (_what, request) => {
  const {lake} = freshLake()
  const response = await lake.fetch(request)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({statusCode: 400, error: 'Bad Request'})
})

test.each([
  {mutations: []},
  {mutations: 'all'},
  {mutations: [{create: {_id: 'a'}}]},
  {mutations: [{createOrReplace: {_type: 'note'}}]},
  {mutations: [{remove: {id: 'a'}}]},
  {mutations: [{patch: {id: 'a', sett: {b: 1}}}]},
  {mutations: [{patch: {id: 'a', inc: {b: '1'}}}]},
  {mutations: [{create: {_type: 'note'}, delete: {id: 'a'}}]},
  {mutations: [{delete: {}}]},
  {mutations: [{delete: {id: 'a', query: '*'}}]},
  {mutations: [{delete: {query: '"just text"'}}]},
])('the malformed body %j is answered 400', async (body) => {
  const {client} = freshLake()
  const request = client.request({url: '/data/mutate/production', method: 'POST', body})
  expect((await refusal(request)).statusCode).toBe(400)
})

test('a body above the limit is answered 413, even if it does not state its length', async () => {
  const {lake, client} = freshLake()
  const error = await refusal(client.create({_type: 'note', text: 'x'.repeat(4_000_000)}))
  expect(error.statusCode).toBe(413)
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1
      controller.enqueue(new Uint8Array(1_000_000))
    },
  })
  const init = {method: 'POST', body: endless, duplex: 'half'} as const
  const response = await lake.fetch(new Request(QUERY, init))
  expect(response.status).toBe(413)
  expect(sent).toBeLessThan(10)
})

test('an unexpected failure is a ServerError that reveals nothing', async () => {
  const lake = openLake({dir: ':memory:'})
  lake.close()
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => logged.mockRestore())
  const client = lakeClient(lake, {maxRetries: 0})
  const error: unknown = await client.fetch('*').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ServerError)
  expect(String(error)).toContain('Internal Server Error')
  expect(JSON.stringify(error)).not.toMatch(/database|sqlite|\.ts/i)
  expect(String(logged.mock.lastCall)).toContain('database is not open')
})

test('the answer includes the query, unless the client does not want it', async () => {
  const {lake} = freshLake()
  const answer = async (search: string): Promise<unknown> =>
    (await lake.fetch(new Request(`${QUERY}?query=count(*)${search}`))).json()
  expect(await answer('')).toEqual({
    query: 'count(*)',
    result: 0,
    syncTags: [],
    ms: expect.any(Number),
  })
  expect(await answer('&returnQuery=false')).not.toHaveProperty('query')
})

test('an id may end in the name of a kind of asset', async () => {
  const {lake, client} = freshLake()
  for (const _id of ['profiles', 'drafts.profiles', 'images']) {
    await client.create({_id, _type: 'note'})
    expect(await client.getDocument(_id)).toMatchObject({_id})
  }
  for (const kind of ['Xfiles', 'imagesX']) {
    const upload = new Request(`http://lake/v1/assets/${kind}/production`, {
      method: 'POST',
      body: 'a',
    })
    expect((await lake.fetch(upload)).status).toBe(404)
  }
})
