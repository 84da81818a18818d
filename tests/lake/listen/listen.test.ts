// Listening: what a client hears about, and how it resumes after an interruption.
// https://www.sanity.io/docs/content-lake/realtime-updates

import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {ChannelError, ConnectionFailedError, DisconnectError} from '@sanity/client'
import type {ListenEvent, ResumableListenOptions, SanityClient} from '@sanity/client'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {importDataset, lakeClient, openLake, serveLake} from '../../../lake/index.ts'
import {freshFolder, freshLake, portClient, servedLake} from '../../support/lake.ts'

interface Heard {
  readonly events: ListenEvent[]
  readonly errors: unknown[]
  readonly stop: () => void
}

/** Listens until the test ends, and collects all events. */
async function listening(
  client: SanityClient,
  query = '*',
  params: Record<string, unknown> = {},
  options: Partial<ResumableListenOptions> = {},
): Promise<Heard> {
  const events: ListenEvent[] = []
  const errors: unknown[] = []
  const subscription = client
    .listen(query, params, {
      includeAllVersions: true,
      enableResume: true,
      ...options,
      events: ['welcome', 'mutation', 'reconnect', 'welcomeback', 'reset'],
    })
    .subscribe({next: (event) => events.push(event), error: (error) => errors.push(error)})
  const stop = (): void => subscription.unsubscribe()
  onTestFinished(stop)
  await patiently(() => expect(events.length + errors.length).toBeGreaterThan(0))
  return {events, errors, stop}
}

function patiently(check: () => void): Promise<void> {
  return vi.waitFor(check, {timeout: 10_000, interval: 10})
}

function mutations({events}: Heard): ListenEvent[] {
  return events.filter(({type}) => type === 'mutation')
}

/** The events, once the expected number of mutations has arrived. */
async function mutationsOf(heard: Heard, count: number): Promise<ListenEvent[]> {
  await patiently(() => expect(mutations(heard).length).toBeGreaterThanOrEqual(count))
  expect(mutations(heard)).toHaveLength(count)
  return mutations(heard)
}

describe.each([
  ['over a port', servedLake],
  ['in the process', async () => freshLake()],
])('%s', (_where, open) => {
  test('a listener is welcomed, and hears when documents appear, change and disappear', async () => {
    const {client} = await open()
    const heard = await listening(client)
    expect(heard.events).toMatchObject([{type: 'welcome', listenerName: expect.any(String)}])
    const created = await client.create({_id: 'a', _type: 'note', text: 'One'})
    const changed = await client.patch('a').set({text: 'Two'}).commit()
    await client.delete('a')
    const [appear, update, disappear] = await mutationsOf(heard, 3)
    expect(appear).toMatchObject({
      type: 'mutation',
      transition: 'appear',
      documentId: 'a',
      identity: 'system',
      transactionId: created._rev,
      resultRev: created._rev,
      result: created,
      mutations: [{create: {_id: 'a', _type: 'note', text: 'One'}}],
      timestamp: created._updatedAt,
      visibility: 'query',
      eventId: `${created._rev}#a`,
      transactionTotalEvents: 1,
      transactionCurrentEvent: 0,
    })
    expect(appear).not.toHaveProperty('previousRev')
    expect(update).toMatchObject({
      transition: 'update',
      previousRev: created._rev,
      resultRev: changed._rev,
      result: changed,
      mutations: [{patch: {id: 'a', set: {text: 'Two'}}}],
    })
    expect(update).not.toHaveProperty('previous')
    expect(update).not.toHaveProperty('effects')
    expect(disappear).toMatchObject({
      transition: 'disappear',
      previousRev: changed._rev,
      resultRev: disappear?.type === 'mutation' ? disappear.transactionId : undefined,
    })
    expect(disappear).not.toHaveProperty('result')
  })
})

test('the filter is tested on the document before and after the change', async () => {
  const {client} = freshLake()
  await client.create({_id: 'a', _type: 'note', length: 1})
  const long = await listening(
    client,
    '*[_type == $type && length > $least] | order(length)[0..1]{_id}',
    {
      type: 'note',
      least: 5,
    },
  )
  await client.create({_id: 'other', _type: 'memo', length: 9})
  for (const length of [2, 7, 8, 3, 4]) await client.patch('a').set({length}).commit()
  expect(await mutationsOf(long, 3)).toMatchObject([
    {transition: 'appear', result: {length: 7}},
    {transition: 'update', result: {length: 8}},
    {transition: 'disappear', result: {length: 3}},
  ])
})

test('a transaction counts the events that the listener receives', async () => {
  const {client} = freshLake()
  const heard = await listening(client, '*[_type == "note"]')
  await client
    .transaction()
    .create({_id: 'a', _type: 'note'})
    .create({_id: 'x', _type: 'memo'})
    .create({_id: 'b', _type: 'note'})
    .create({_id: 'passing', _type: 'note'})
    .delete('passing')
    .commit()
  expect(await mutationsOf(heard, 2)).toMatchObject([
    {documentId: 'a', transactionTotalEvents: 2, transactionCurrentEvent: 0},
    {documentId: 'b', transactionTotalEvents: 2, transactionCurrentEvent: 1},
  ])
  expect(heard.events[1]).toMatchObject({mutations: [{create: {_id: 'a'}}]})
})

test('mutations that name no document are reported as equivalent ones', async () => {
  const {client} = freshLake()
  await client.create({_id: 'a', _type: 'note', text: 'One'})
  const heard = await listening(client)
  await client.patch({query: '*[_type == "note"]'}).set({text: 'Two'}).commit()
  await client.create({_type: 'memo'})
  await client.delete({query: '*[_type == "note"]'})
  expect(await mutationsOf(heard, 3)).toMatchObject([
    {mutations: [{createOrReplace: {_id: 'a', text: 'Two'}}]},
    {mutations: [{createOrReplace: {_type: 'memo'}}]},
    {mutations: [{delete: {id: 'a'}}]},
  ])
})

test('options add the document before, and effects, and leave out result and mutations', async () => {
  const {client} = freshLake()
  const heard = await listening(
    client,
    '*',
    {},
    {
      includeResult: false,
      includeMutations: false,
      includePreviousRevision: true,
      effectFormat: 'mendoza',
      visibility: 'query',
    },
  )
  const before = await client.create({_id: 'a', _type: 'note'})
  const after = await client.patch('a').set({text: 'Two'}).commit()
  await client.delete('a')
  const events = await mutationsOf(heard, 3)
  expect(events).toMatchObject([
    {previous: null, effects: {apply: [0, before], revert: [0, null]}},
    {previous: before, effects: {apply: [0, after], revert: [0, before]}},
    {previous: after, effects: {apply: [0, null], revert: [0, after]}},
  ])
  for (const event of events) {
    expect(event).not.toHaveProperty('result')
    expect(event).not.toHaveProperty('mutations')
  }
})

test('listeners hear about drafts and versions only on request', async () => {
  const {lake, client} = freshLake()
  const published = await listening(client, '*', {}, {includeAllVersions: false})
  const all = await listening(client)
  const old = await listening(
    lakeClient(lake, {apiVersion: '2024-01-01'}),
    '*',
    {},
    {
      includeAllVersions: false,
    },
  )
  for (const _id of ['drafts.a', 'versions.r1.a', 'a']) await client.create({_id, _type: 'note'})
  expect(await mutationsOf(all, 3)).toHaveLength(3)
  expect(await mutationsOf(old, 3)).toHaveLength(3)
  expect(await mutationsOf(published, 1)).toMatchObject([{documentId: 'a'}])
})

test('a document that comes back after it was deleted appears as a new one', async () => {
  const {client} = freshLake()
  await client.create({_id: 'a', _type: 'note', text: 'One'})
  await client.delete('a')
  const heard = await listening(client, '*', {}, {includePreviousRevision: true})
  await client.create({_id: 'a', _type: 'note', text: 'Two'})
  const [event] = await mutationsOf(heard, 1)
  expect(event).toMatchObject({transition: 'appear', previous: null, result: {text: 'Two'}})
  expect(event).not.toHaveProperty('previousRev')
})

test('a listener hears about an imported dataset', async () => {
  const {lake, client} = freshLake()
  const file = join(await freshFolder(), 'data.ndjson')
  const lines = ['a', 'b'].map((_id) => JSON.stringify({_id, _type: 'note'}))
  await writeFile(file, lines.join('\n'))
  const heard = await listening(client)
  await importDataset(lake, file)
  const events = await mutationsOf(heard, 2)
  expect(events).toMatchObject(
    ['a', 'b'].map((_id) => ({
      transition: 'appear',
      documentId: _id,
      result: {_id},
      mutations: [{createOrReplace: {_id}}],
    })),
  )
})

test('a listener hears nothing about dry runs and refused changes', async () => {
  const {client} = freshLake()
  const heard = await listening(client)
  await client.create({_id: 'a', _type: 'note'}, {dryRun: true})
  await expect(
    client
      .transaction()
      .create({_id: 'b', _type: 'note'})
      .patch('none', {set: {a: 1}})
      .commit(),
  ).rejects.toThrow('not found')
  await client.create({_id: 'c', _type: 'note'})
  expect(await mutationsOf(heard, 1)).toMatchObject([{documentId: 'c'}])
})

test.each(['*[', 'count(*)', '{"a": 1}', '"text"', '*[_type == $type]'])(
  'the query %s is a ChannelError that says why',
  async (query) => {
    const {client} = await servedLake()
    const {errors} = await listening(client, query)
    expect(errors).toEqual([expect.any(ChannelError)])
    expect(String(errors[0])).toMatch(
      /GROQ query parse error|needs a query that selects|param \$type referenced, but not provided/,
    )
  },
)

test('an option that does not exist is answered 400', async () => {
  const {server, client} = await servedLake()
  const url = `${server.origin}/v1/data/listen/production?query=*&effectFormat=diff`
  expect((await fetch(url)).status).toBe(400)
  const {errors} = await listening(client.withConfig({dataset: 'none'}))
  expect(errors).toEqual([expect.any(ConnectionFailedError)])
})

describe('resuming', () => {
  test('after a server restart, a listener hears about every missed change once', async () => {
    const {lake} = freshLake()
    const first = await serveLake(lake, {port: 0})
    const heard = await listening(portClient(first.origin))
    const writer = lakeClient(lake)
    await writer.create({_id: 'before', _type: 'note'})
    await mutationsOf(heard, 1)
    await first.close()
    await writer
      .transaction()
      .create({_id: 'm1', _type: 'note'})
      .create({_id: 'm2', _type: 'note'})
      .commit()
    const second = await serveLake(lake, {port: Number(new URL(first.origin).port)})
    onTestFinished(() => second.close())
    await patiently(() => expect(heard.events.at(-1)).toMatchObject({documentId: 'm2'}))
    await writer.create({_id: 'after', _type: 'note'})
    await mutationsOf(heard, 4)
    expect(
      heard.events.map((event) => ('documentId' in event ? event.documentId : event.type)),
    ).toEqual(['welcome', 'before', 'reconnect', 'welcomeback', 'm1', 'm2', 'after'])
    expect(heard.errors).toEqual([])
  })

  test('goes on in the middle of a transaction', async () => {
    const {lake, client} = freshLake()
    await client
      .transaction(['a', 'b', 'c'].map((_id) => ({create: {_id, _type: 'note'}})))
      .commit({transactionId: 't/1\n'})
    const events = await readEvents(lake.fetch(listen('t%2F1%0A#b')), 2)
    expect(events).toMatch(/^event: welcomeback\nid: t%2F1%0A#b\n/)
    expect(events).toMatch(/event: mutation\nid: t%2F1%0A#c\n/)
    expect(events).not.toContain('"documentId":"b"')
  })

  test('works for a listener that received only the welcome', async () => {
    const {lake, client} = freshLake()
    for (const _id of ['a', 'b']) {
      const welcome = await readEvents(lake.fetch(listen()), 1)
      const id = /^id: (?<id>.*)$/m.exec(welcome)?.groups?.id
      await client.create({_id, _type: 'note'})
      const events = await readEvents(lake.fetch(listen(id)), 2)
      expect(events).toContain('event: welcomeback')
      expect(events).toContain(`"documentId":"${_id}"`)
    }
  })

  test('from an unknown place is a reset, and continues from now', async () => {
    const {lake, client} = freshLake()
    await client.create({_id: 'a', _type: 'note'})
    const response = lake.fetch(listen('%E0%A4'))
    const reading = readEvents(response, 2)
    await response
    setTimeout(() => client.create({_id: 'b', _type: 'note'}), 50)
    const events = await reading
    expect(events).toMatch(/^event: reset\n/)
    expect(events).toContain('"documentId":"b"')
    expect(events).not.toContain('"documentId":"a"')
  })

  test('is optional: other listeners receive a new welcome', async () => {
    const {lake, client} = freshLake()
    const {_rev} = await client.create({_id: 'a', _type: 'note'})
    const headers = {'last-event-id': `${_rev}#a`}
    const request = new Request('http://lake/data/listen/production?query=*', {headers})
    expect(await readEvents(lake.fetch(request), 1)).toMatch(/^event: welcome\n/)
  })
})

function listen(lastEventId?: string, query = '*'): Request {
  const options = new URLSearchParams({query, enableResume: 'true'})
  return new Request(`http://lake/v1/data/listen/production?${options}`, {
    headers: lastEventId === undefined ? {} : {'last-event-id': lastEventId},
  })
}

/** The given number of events as raw text; then the listener disconnects. */
async function readEvents(responding: Promise<Response>, count: number): Promise<string> {
  let text = ''
  const {body} = await responding
  const decoder = new TextDecoder()
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk)
    if (text.split('\n\n').length > count) break
  }
  return text
}

test('an idle listener gets a comment from time to time', async () => {
  useFakeTime()
  const {lake} = freshLake()
  const reading = readEvents(lake.fetch(listen()), 3)
  for (let turn = 0; turn < 2; turn += 1) {
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    vi.advanceTimersByTime(20_000)
  }
  expect(await reading).toMatch(/^event: welcome\n.*\n.*\n\n:\n\n:\n\n$/)
})

test('a listener that matches no commit gets comments too', async () => {
  useFakeTime()
  const {lake, client} = freshLake()
  const reading = readEvents(lake.fetch(listen(undefined, '*[_type == "article"]')), 2)
  for (let turn = 0; turn < 3; turn += 1) {
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    vi.advanceTimersByTime(5000)
    await client.create({_type: 'note'})
  }
  expect(await reading).toMatch(/^event: welcome\n.*\n.*\n\n:\n\n$/)
})

function useFakeTime(): void {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']})
  onTestFinished(() => void vi.useRealTimers())
}

test('a listener hears about commits of another process with the next commit', async () => {
  const dir = await freshFolder()
  using lake = openLake({dir})
  using other = openLake({dir})
  const heard = await listening(lakeClient(lake))
  await lakeClient(other).create({_id: 'theirs', _type: 'note'})
  await lakeClient(lake).create({_id: 'ours', _type: 'note'})
  expect(await mutationsOf(heard, 2)).toMatchObject([{documentId: 'theirs'}, {documentId: 'ours'}])
  heard.stop()
})

test('a listener is disconnected when the lake closes', async () => {
  const {lake, client} = await servedLake()
  const heard = await listening(client)
  lake.close()
  await patiently(() => expect(heard.errors).toEqual([expect.any(DisconnectError)]))
  expect(String(heard.errors[0])).toContain('The lake was closed')
})
