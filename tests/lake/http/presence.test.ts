// Presence, as the Studio's own client receives it.

import {once} from 'node:events'
import {request} from 'node:http'
import {fromUrl, type BifurClient} from '@sanity/bifur-client'
import {firstValueFrom, of} from 'rxjs'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {WebSocket, type ClientOptions} from 'ws'
import {accessControl, serveLake, type LakeServer} from '../../../lake/index.ts'
import {roles} from '../../../review/roles.ts'
import {freshAccounts, freshLake, servedLake} from '../../support/lake.ts'

/** Where the Studio connects to. */
function socketUrl({origin}: LakeServer, dataset = 'production'): string {
  return `${origin.replace('http', 'ws')}/v2022-06-30/socket/${dataset}?tag=sanity.studio`
}

/** A client that keeps the connection open and listens, as the Studio does. */
async function arrive(server: LakeServer, token?: string) {
  const client = fromUrl(socketUrl(server), token === undefined ? {} : {token$: of(token)})
  const heard: unknown[] = []
  const {promise: failed, resolve: fail} = Promise.withResolvers<unknown>()
  const open = client.heartbeats.subscribe({error: fail})
  const listening = client
    .listen('presence')
    .subscribe({next: (event) => heard.push(event), error: fail})
  const leave = (): void => {
    listening.unsubscribe()
    open.unsubscribe()
  }
  onTestFinished(leave)
  const ask = (...request: Parameters<BifurClient['request']>): Promise<unknown> =>
    firstValueFrom(client.request(...request))
  // Answered after the subscription, because requests are answered in order.
  const subscribed = ask('presence_disconnect', {session: 'none'}).catch(() => undefined)
  await Promise.race([subscribed, failed])
  return {ask, heard, failed, leave}
}

/** A served lake that knows users. */
async function guardedServer() {
  const {accounts, token} = freshAccounts()
  const {lake} = freshLake({access: accessControl(accounts, roles)})
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  return {server, accounts, token}
}

const location = {type: 'document', documentId: 'article', path: ['title']}
function at(sessionId: string) {
  return {data: {sessionId, locations: [location]}}
}

function state(i: string, sessionId: string) {
  return {
    type: 'state',
    i,
    m: {sessionId, locations: [location]},
  }
}

function gone(i: string, session: string) {
  return {type: 'disconnect', i, m: {session}}
}

describe('two connected users', () => {
  test('hear about each other: locations, requests for presence, and a goodbye', async () => {
    const {server, token} = await guardedServer()
    const writer = await arrive(server, token('writer'))
    const reviewer = await arrive(server, token('reviewer'))
    await writer.ask('presence_rollcall', {session: 'w'})
    await vi.waitFor(() =>
      expect(reviewer.heard).toEqual([{type: 'rollCall', i: 'writer', session: 'w'}]),
    )
    await reviewer.ask('presence_announce', at('r'))
    await writer.ask('presence_announce', at('w'))
    await vi.waitFor(() => {
      expect(writer.heard).toContainEqual(state('reviewer', 'r'))
      expect(reviewer.heard).toContainEqual(state('writer', 'w'))
    })
    await reviewer.ask('presence_disconnect', {session: 'r'})
    await vi.waitFor(() => expect(writer.heard).toContainEqual(gone('reviewer', 'r')))
  })

  test('hear when one of them loses the connection', async () => {
    const {server, token} = await guardedServer()
    const writer = await arrive(server, token('writer'))
    const reviewer = await arrive(server, token('reviewer'))
    await reviewer.ask('presence_announce', at('r'))
    reviewer.leave()
    await vi.waitFor(() => expect(writer.heard).toContainEqual(gone('reviewer', 'r')))
  })

  test('cannot speak for each other', async () => {
    const {server, token} = await guardedServer()
    const writer = await arrive(server, token('writer'))
    const reviewer = await arrive(server, token('reviewer'))
    await reviewer.ask('presence_announce', at('r'))
    await writer.ask('presence_disconnect', {session: 'r'})
    await writer.ask('presence_announce', at('r'))
    await writer.ask('presence_announce', at('w'))
    await vi.waitFor(() => expect(reviewer.heard).toContainEqual(state('writer', 'w')))
    expect(reviewer.heard).toEqual([state('reviewer', 'r'), state('writer', 'w')])
  })

  test('need no token where the lake knows no users', async () => {
    const {server} = await servedLake()
    const one = await arrive(server)
    const other = await arrive(server)
    await one.ask('presence_announce', at('one'))
    await vi.waitFor(() => expect(other.heard).toContainEqual(state('system', 'one')))
  })
})

describe('strangers', () => {
  test('who may not read every document are disconnected too: presence tells what is open', async () => {
    const {server, token} = await guardedServer()
    const job = await arrive(server, token('build'))
    expect(await job.failed).toMatchObject({code: 4001, reason: 'Session not found'})
  })

  test('with an unknown token are disconnected', async () => {
    const {server} = await guardedServer()
    const stranger = await arrive(server, 'countersign_forged')
    expect(await stranger.failed).toMatchObject({code: 4001, reason: 'Session not found'})
  })

  test('without a token are disconnected at their first request', async () => {
    const {server} = await guardedServer()
    expect(await (await arrive(server)).failed).toMatchObject({code: 4001})
  })

  test('include users whose token was revoked', async () => {
    const {server, accounts, token} = await guardedServer()
    const key = token('writer')
    const writer = await arrive(server, key)
    await writer.ask('presence_announce', at('w'))
    accounts.revoke(key)
    void writer.ask('presence_announce', at('w')).catch(() => {})
    expect(await writer.failed).toMatchObject({code: 4001})
  })

  test.each([
    ['a page elsewhere', 'production', {origin: 'https://evil.example'}, 403],
    ['a host of another name', 'production', {headers: {host: 'evil.example'}}, 421],
    ['another dataset', 'staging', {}, 404],
  ] satisfies [string, string, ClientOptions, number][])(
    'from %s do not get in',
    async (_who, dataset, options, status) => {
      const {server} = await servedLake()
      const socket = new WebSocket(socketUrl(server, dataset), options)
      const [error]: unknown[] = await once(socket, 'error')
      expect(error).toMatchObject({message: `Unexpected server response: ${status}`})
    },
  )

  test('are not pages of the Studio', async () => {
    const {server} = await servedLake()
    const socket = new WebSocket(socketUrl(server), {origin: 'http://localhost:3333'})
    await once(socket, 'open')
    socket.close()
  })
})

describe('any message', () => {
  async function connected() {
    const {server, client} = await servedLake()
    const socket = new WebSocket(socketUrl(server))
    await once(socket, 'open')
    onTestFinished(() => socket.terminate())
    const answerTo = async (message: string | Uint8Array): Promise<unknown> => {
      socket.send(message)
      const [data]: unknown[] = await once(socket, 'message')
      return JSON.parse(String(data))
    }
    return {socket, answerTo, client}
  }

  test.each([
    ['', -32600],
    ['{', -32600],
    ['[]', -32600],
    [
      `{"jsonrpc":"2.0","id":"1","method":"a","params":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
      -32600,
    ],
    [Uint8Array.of(1, 2), -32600],
    [JSON.stringify({jsonrpc: '2.0', id: '1', method: 'mutate', params: {}}), -32601],
    [JSON.stringify({jsonrpc: '2.0', id: '1', method: 'presence_announce', params: {}}), -32602],
    [JSON.stringify({jsonrpc: '2.0', id: '1', method: 'presence_rollcall'}), -32602],
  ])('number %# is answered with an error', async (message, code) => {
    const {answerTo} = await connected()
    expect(await answerTo(message)).toMatchObject({jsonrpc: '2.0', error: {code}})
  })

  test('an oversized message ends its own connection only', async () => {
    const {socket, client} = await connected()
    socket.send('x'.repeat(100_000))
    expect(await once(socket, 'close')).toMatchObject({0: 1009})
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('is answered for a few sessions and subscriptions only', async () => {
    const {answerTo} = await connected()
    const call = (method: string, params: object): Promise<unknown> =>
      answerTo(JSON.stringify({jsonrpc: '2.0', id: '1', method, params}))
    for (let number = 0; number < 10; number++) await call('presence_announce', at(`${number}`))
    expect(await call('presence_announce', at('more'))).toMatchObject({error: {code: -32602}})
    for (let number = 0; number < 10; number++) await call('presence_subscribe', {})
    expect(await call('presence_subscribe', {})).toMatchObject({error: {code: -32602}})
  })
})

test('a server that closes ends these connections, even those that do not answer', async () => {
  const {lake} = freshLake()
  const server = await serveLake(lake, {port: 0})
  const visitor = await arrive(server)
  await visitor.ask('presence_announce', at('v'))
  const silent = new WebSocket(socketUrl(server))
  await once(silent, 'open')
  silent.pause()
  const started = performance.now()
  await server.close()
  expect(performance.now() - started).toBeLessThan(3000)
  expect(await visitor.failed).toMatchObject({code: 1001})
})

test('any other upgrade request is answered as a plain request', async () => {
  const {server} = await servedLake()
  const outgoing = request(new URL('/ping', server.origin), {
    headers: {connection: 'upgrade', upgrade: 'h2c'},
    agent: false,
  }).end()
  const [response] = await once(outgoing, 'response')
  expect(response).toMatchObject({statusCode: 200})
  response.resume()
})
