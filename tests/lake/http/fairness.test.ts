// No user can keep the lake from the others, with requests that are each within the limits.

import type {SanityClient} from '@sanity/client'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {serverWithUsers, refusal} from '../../support/lake.ts'

const LIMIT_MS = 150
const thousand = Array.from({length: 1000}, (_, number) => number)
const ENDLESS = 'count($all[count($all[count($all[@ > ^ || @ > ^.^]) > 0]) > 0])'

/** Repeats a request, several at once, until the test ends. Returns how many were answered so far. */
function keepAsking(request: () => Promise<unknown>): () => number {
  let answered = 0
  const ended = new AbortController()
  const ask = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await request().catch(() => undefined)
      answered += 1
    }
  }
  onTestFinished(() => ended.abort())
  for (let number = 0; number < 4; number += 1) void ask()
  return () => answered
}

describe('a user who keeps the lake busy is served less often than others', () => {
  const requests: Record<string, (client: SanityClient) => Promise<unknown>> = {
    'with queries that are stopped': (client) => client.fetch(ENDLESS, {all: thousand}),
    'with queries that are long': (client) => client.fetch(`1${'+1'.repeat(20_000)}`),
    'with transactions': (client) =>
      client.mutate([{delete: {query: `*[${ENDLESS} > 0]`, params: {all: thousand}}}]),
  }

  test.each(Object.entries(requests))('%s', async (_how, request) => {
    const {as} = await serverWithUsers({queryTimeoutMs: LIMIT_MS})
    const [writer, busy] = [as('writer'), as('reviewer')]
    const answered = keepAsking(() => request(busy))
    await vi.waitFor(() => expect(answered()).toBeGreaterThan(1), {timeout: 10_000})
    // From then on, the user is not alone.
    await writer.create({_type: 'note'})
    const before = answered()
    for (let number = 0; number < 20; number += 1) await writer.create({_type: 'note'})
    expect(answered() - before).toBeLessThan(5)
    // The lake still serves that user too.
    await vi.waitFor(() => expect(answered() - before).toBeGreaterThan(1), {timeout: 10_000})
  })

  test('with listeners', async () => {
    const {as} = await serverWithUsers({queryTimeoutMs: LIMIT_MS})
    const [writer, busy] = [as('writer'), as('reviewer')]
    let [welcomed, heard] = [0, 0]
    for (let number = 0; number < 20; number += 1) {
      const subscription = busy
        .listen(
          '*[count($all[count($all[@ > ^]) > 0]) >= 0]',
          {all: thousand.slice(0, 300)},
          {events: ['welcome', 'mutation']},
        )
        .subscribe({
          next: ({type}) => (type === 'mutation' ? (heard += 1) : (welcomed += 1)),
          error: (error: unknown) =>
            expect(error).toMatchObject({data: {error: {type: 'queryTimeoutError'}}}),
        })
      onTestFinished(() => subscription.unsubscribe())
    }
    await vi.waitFor(() => expect(welcomed).toBe(20), {timeout: 10_000})
    for (let number = 0; number < 3; number += 1) await writer.create({_type: 'note'})
    const before = heard
    expect(before).toBeLessThan(20)
    await vi.waitFor(() => expect(heard).toBeGreaterThan(before), {timeout: 30_000})
  })
})

test('a user who is alone is not held up', async () => {
  const {as} = await serverWithUsers({queryTimeoutMs: LIMIT_MS})
  const answered = keepAsking(() => as('reviewer').fetch(ENDLESS, {all: thousand}))
  const started = Date.now()
  await vi.waitFor(() => expect(answered()).toBeGreaterThan(7), {timeout: 30_000})
  // With a quarter of the time, it would be more than four times as long.
  expect(Date.now() - started).toBeLessThan(8 * LIMIT_MS * 4)
})

describe('what the lake keeps in memory for one user is limited', () => {
  /** A lake with a long text, and a query for an answer with it many times: so many megabytes. */
  async function bigLake() {
    // These tests are about memory: a busy machine needs time.
    const {as, server} = await serverWithUsers({queryTimeoutMs: 60_000})
    const text = 'a'.repeat(1_000_000)
    await as('writer').create({_id: 'big', _type: 'note', text, times: 0})
    const queryFor = (megabytes: number): string =>
      `[${Array.from({length: megabytes}, () => '*[_id == "big"][0].text').join()}]`
    return {as, server, queryFor}
  }

  test('in one answer', async () => {
    const {as, queryFor} = await bigLake()
    const client = as('writer')
    expect(await client.fetch<string[]>(queryFor(90))).toHaveLength(90)
    const copies = Array.from({length: 101}, () => 'big')
    const touch = {patch: {id: 'big', inc: {times: 1}}}
    for (const request of [
      () =>
        client.mutate(
          copies.map(() => touch),
          {returnFirst: false},
        ),
      () => client.fetch(queryFor(101)),
      () => client.getDocuments(copies),
      () => client.request({url: `/data/history/production/documents/${copies.join()}`}),
    ]) {
      const error = await refusal(request())
      expect(error.statusCode).toBe(400)
      expect(error.message).toContain('more than 100 MB')
    }
    expect(await client.fetch('*[_id == "big"][0].times')).toBe(0)
  })

  test('in answers that are not read', async () => {
    const {as, queryFor} = await bigLake()
    const client = as('writer')
    const asked = new AbortController()
    const {url, token} = client.config()
    // An answer that nothing refers to any more would be cancelled.
    const answers: Response[] = []
    for (let number = 0; number < 5; number += 1) {
      const init = {
        method: 'POST',
        body: JSON.stringify({query: queryFor(90)}),
        headers: {authorization: `Bearer ${token}`},
        signal: asked.signal,
      }
      answers.push(await fetch(`${url}/data/query/production`, init))
    }
    expect(answers.map(({status}) => status)).toEqual([200, 200, 200, 429, 429])
    // Others are not affected, and neither is the same user once the answers are gone.
    expect(await as('reviewer').fetch<string[]>(queryFor(90))).toHaveLength(90)
    asked.abort()
    await vi.waitFor(
      async () => expect(await client.fetch<string[]>(queryFor(90))).toHaveLength(90),
      {timeout: 30_000},
    )
  })

  test('in bodies that are not complete', async () => {
    const {as} = await bigLake()
    const {url, token} = as('writer').config()
    const sent = new AbortController()
    const upload = (): Promise<number | 'broken'> => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array(200_000_000)),
      })
      const headers = {authorization: `Bearer ${token}`}
      const init = {method: 'POST', body, duplex: 'half', headers, signal: sent.signal}
      return fetch(`${url}/assets/files/production`, init).then(
        ({status}) => status,
        () => 'broken',
      )
    }
    const uploads = [upload(), upload()]
    expect(await Promise.race(uploads)).toBe(429)
    sent.abort()
    await Promise.all(uploads)
  })
})
