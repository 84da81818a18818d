// The cost of one request is limited, so that no request blocks the other users of the lake.

import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {ClientError, SanityClient} from '@sanity/client'
import {describe, expect, onTestFinished, test} from 'vitest'
import {importDataset, serveLake, verifyLake, type Lake} from '../../../lake/index.ts'
import {freshFolder, freshLake, portClient, refusal} from '../../support/lake.ts'

const LIMIT_MS = 300

/** A lake with 2000 documents on a port, and a listener. */
async function busyLake(): Promise<{
  lake: Lake
  client: SanityClient
  /** Checks that the lake still reads, writes and notifies listeners. */
  stillWorks: () => Promise<void>
}> {
  const {lake} = freshLake({queryTimeoutMs: LIMIT_MS})
  const file = join(await freshFolder(), 'data.ndjson')
  const notes = Array.from({length: 2000}, (_, number) => ({
    _id: `note-${number}`,
    _type: 'note',
    number,
    text: 'a'.repeat(40),
  }))
  await writeFile(file, notes.map((note) => `${JSON.stringify(note)}\n`).join(''))
  await importDataset(lake, file)
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  const client = portClient(server.origin)
  const {promise: listening, resolve: welcomed} = Promise.withResolvers<void>()
  const {promise: heard, resolve: hear} = Promise.withResolvers<string>()
  const subscription = client
    .listen('*[_id == "sign-of-life"]', {}, {events: ['welcome', 'mutation']})
    .subscribe((event) => (event.type === 'mutation' ? hear(event.documentId) : welcomed()))
  onTestFinished(() => subscription.unsubscribe())
  await listening
  const stillWorks = async (): Promise<void> => {
    expect(await client.fetch('count(*[_type == "note"])')).toBe(2000)
    await client.create({_id: 'sign-of-life', _type: 'sign'})
    expect(await heard).toBe('sign-of-life')
  }
  return {lake, client, stillWorks}
}

async function refusedAsBad(request: Promise<unknown>): Promise<ClientError> {
  const error = await refusal(request)
  expect(error.statusCode).toBe(400)
  return error
}

describe('a query that would take too long is stopped', () => {
  const thousand = Array.from({length: 1000}, (_, number) => number)

  test.each([
    ['scans within scans', '*[count(*[count(*[count(*[true]) > 0]) > 0]) > 0]', {}],
    ['joins without end', '*{"a": *[text != ^.text]{"b": *[text != ^.text]}}', {}],
    [
      'lists within lists',
      'count($all[count($all[count($all[@ > ^ || @ > ^.^]) > 0]) > 0])',
      {all: thousand},
    ],
    ['backtracking', 'count(*[text match $pattern])', {pattern: `${'*a'.repeat(15)}b`}],
    ['more than can be parsed', `1${'+1'.repeat(20_000)}`, {}],
  ])('%s', async (_which, query, params) => {
    const {client, stillWorks} = await busyLake()
    const error = await refusedAsBad(client.fetch(query, params))
    expect(error.message).toMatch(/query was stopped after 0.3 seconds/)
    expect(error.details).toMatchObject({type: 'queryTimeoutError'})
    await stillWorks()
  })

  test('and its transaction changes nothing', async () => {
    const {client, stillWorks} = await busyLake()
    const query = '*[count(*[count(*[count(*[true]) > 0]) > 0]) > 0]'
    for (const options of [{}, {dryRun: true}]) {
      const error = await refusedAsBad(
        client.mutate([{create: {_id: 'first', _type: 'sign'}}, {delete: {query}}], options),
      )
      expect(error.details).toMatchObject({
        type: expect.stringMatching(/^(?:query|transaction)TimeoutError$/),
      })
      expect(await client.getDocument('first')).toBeUndefined()
    }
    await stillWorks()
  })

  test('and a listener with such a query gets an error', async () => {
    const {client, stillWorks} = await busyLake()
    const heard = new Promise<unknown>((resolve) => {
      const subscription = client
        .listen('*[count($all[count($all[count($all[@ > ^ || @ > ^.^]) > 0]) > 0]) > 0]', {
          all: thousand.slice(0, 500),
        })
        .subscribe({error: resolve})
      onTestFinished(() => subscription.unsubscribe())
    })
    await client.create({_id: 'unheard', _type: 'sign'})
    expect(await heard).toMatchObject({message: expect.stringContaining('stopped after')})
    await stillWorks()
  })
})

test('a patch that would take too long is stopped, and changes nothing', async () => {
  const {client, stillWorks} = await busyLake()
  const wide = Array.from({length: 2000}, (_, a) => ({_key: `k${a}`, a: [{a: [{a: 1}]}]}))
  await client.create({_id: 'wide', _type: 'sign', wide})
  const before = await client.getDocument('wide')
  const error = await refusedAsBad(
    client
      .patch('wide')
      .set({'..a..a..[a>0]..a': 1, 'wide[..a..a..a > 0]..a': 2})
      .unset(Array.from({length: 2000}, (_, n) => `wide..a..a[${n}]..a`))
      .commit(),
  )
  expect(error.message).toMatch(/transaction was stopped after 0.3 seconds/)
  expect(await client.getDocument('wide')).toEqual(before)
  await stillWorks()
})

describe('input that is nested too deeply is refused', () => {
  const DEEP = 100_000
  const nested = (open: string, close: string, depth = DEEP): string =>
    `${open.repeat(depth)}1${close.repeat(depth)}`

  test.each([
    ['parentheses', nested('(', ')')],
    ['arrays', nested('[', ']')],
    ['objects', nested('{"a":', '}')],
    ['signs', nested('-', '')],
    ['filters', `*${'['.repeat(DEEP)}`],
    ['calls', nested('count(', ')')],
  ])('%s in a query', async (_which, query) => {
    const {client, stillWorks} = await busyLake()
    expect((await refusedAsBad(client.fetch(query))).message).toMatch(/too deeply|Expected/)
    await stillWorks()
  })

  test.each([
    ['a mutation', (deep: string) => `{"mutations":[{"create":{"_type":"a","deep":${deep}}}]}`],
    ['a patch', (deep: string) => `{"mutations":[{"patch":{"id":"note-1","set":{"a":${deep}}}}]}`],
    ['no mutation at all', (deep: string) => deep],
  ])('arrays and objects in %s', async (_which, bodyWith) => {
    const {lake, client, stillWorks} = await busyLake()
    for (const deep of [nested('[', ']'), nested('{"a":', '}'), nested('[', ']', 101)]) {
      const response = await lake.fetch(
        new Request('http://lake/v1/data/mutate/production', {
          method: 'POST',
          body: bodyWith(deep),
        }),
      )
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('more than 100 levels deep')
    }
    expect(await client.fetch('count(*)')).toBe(2000)
    await stillWorks()
  })

  test('a parameter', async () => {
    const {client} = await busyLake()
    const params = {deep: JSON.parse(nested('[', ']', 200))}
    expect((await refusedAsBad(client.fetch('$deep', params))).message).toContain('levels deep')
  })

  test('a document that patches make deeper and deeper', async () => {
    const {client, stillWorks} = await busyLake()
    const half: unknown = JSON.parse(nested('{"a":', '}', 60))
    await client.create({_id: 'deep', _type: 'sign', a: half})
    const path = Array.from({length: 60}, () => 'a').join('.')
    const error = await refusedAsBad(
      client
        .patch('deep')
        .set({[path]: half})
        .commit(),
    )
    expect(error.message).toContain('levels deep')
    await stillWorks()
  })

  test('a path of a patch', async () => {
    const {client, stillWorks} = await busyLake()
    await refusedAsBad(
      client
        .patch('note-1')
        .set({[`a${'[b['.repeat(20_000)}`]: 1})
        .commit(),
    )
    await stillWorks()
  })

  test('a dataset, with the number of the line', async () => {
    const {lake} = freshLake()
    const file = join(await freshFolder(), 'data.ndjson')
    await writeFile(file, `{"_id":"a","_type":"a","deep":${nested('[', ']')}}\n`)
    await expect(importDataset(lake, file)).rejects.toThrow(/line 1: .* levels deep/)
  })
})

describe('a document that would grow out of bounds is refused, and leaves nothing in the log', () => {
  const million = 'é'.repeat(1_000_000)

  const attempts: Record<string, [RegExp, (client: SanityClient) => Promise<unknown>]> = {
    'by one value in many places': [
      /more than 32000000 bytes of JSON/,
      (client) => client.patch('wide').set({'..a': million}).commit(),
    ],
    'by one list in many places': [
      /more than 32000000 bytes of JSON/,
      (client) =>
        client
          .patch('wide')
          .set({'..a': Array.from({length: 100_000}, () => ({}))})
          .commit(),
    ],
    'by a long text': [
      /text of more than 1000000 characters/,
      (client) => client.create({_type: 'sign', text: `${million}é`}),
    ],
    'by a long name of an attribute': [
      /text of more than 1000000 characters/,
      (client) => client.create({_type: 'sign', [`${million}é`]: 1}),
    ],
  }

  test.each(Object.entries(attempts))('%s', async (_how, [reason, attempt]) => {
    const dir = await freshFolder()
    const {lake, client: owner} = freshLake({dir})
    const server = await serveLake(lake, {port: 0})
    onTestFinished(() => server.close())
    const wide = Array.from({length: 1000}, () => ({a: 1}))
    await owner.create({_id: 'wide', _type: 'sign', wide})
    const before = await verifyLake(dir)
    const error = await refusedAsBad(attempt(portClient(server.origin)))
    expect(error.message).toMatch(reason)
    expect(await verifyLake(dir)).toEqual(before)
  })

  test('also by an import, with the number of the line', async () => {
    const {lake} = freshLake()
    const file = join(await freshFolder(), 'data.ndjson')
    await writeFile(file, `${JSON.stringify({_id: 'a', _type: 'a', text: `${million}é`})}\n`)
    await expect(importDataset(lake, file)).rejects.toThrow(/line 1: .* 1000000 characters/)
  })

  test('but it may be as large as the limits say', async () => {
    const {client} = freshLake()
    await client.create({_id: 'a', _type: 'sign', text: million})
    expect(await client.getDocument('a')).toMatchObject({text: million})
  })
})

test('an index far from both ends of a list costs nothing and changes nothing', async () => {
  const {client} = freshLake()
  const items = ['a', 'b']
  await client.create({_id: 'list', _type: 'sign', items})
  await client
    .patch('list')
    .set({'items[20000000]': 'x', 'items[999999999]': 'x', 'items[-999999999]': 'x'})
    .unset(['items[-999999999:0]', 'items[5]'])
    .commit()
  expect(await client.getDocument('list')).toMatchObject({items})
  await client.patch('list').set({'items[0:999999999]': 'x'}).commit()
  expect(await client.getDocument('list')).toMatchObject({items: ['x', 'x']})
})

test('an answer that is too large to build is refused', async () => {
  const {client} = freshLake()
  const big = 'a'.repeat(3_000_000)
  const query = `[${Array.from({length: 200}, () => '$big').join()}]`
  expect((await refusal(client.fetch(query, {big}))).message).toContain('its answer is too large')
})
