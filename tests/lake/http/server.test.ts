// The lake behind a real port: who may use it, how much it accepts, and how it stops.

import {once} from 'node:events'
import {request, type IncomingMessage, type RequestOptions} from 'node:http'
import {createConnection} from 'node:net'
import {json, text} from 'node:stream/consumers'
import {setTimeout as pause} from 'node:timers/promises'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {openLake, serveLake} from '../../../lake/index.ts'
import {freshLake, picture, refusal, servedLake} from '../../support/lake.ts'

const STUDIO = 'http://localhost:3333'

/** A request with any headers, including those that browsers send and `fetch` forbids. */
async function ask(origin: string, path: string, options: RequestOptions = {}, body = '') {
  const outgoing = request(new URL(path, origin), {...options, agent: false})
  const responding = answerTo(outgoing)
  outgoing.end(body)
  const response = await responding
  return {status: response.statusCode, headers: response.headers, text: await text(response)}
}

async function answerTo(outgoing: ReturnType<typeof request>): Promise<IncomingMessage> {
  const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>()
  outgoing.on('response', resolve).on('error', reject)
  return promise
}

const MUTATE = '/v2025-02-19/data/mutate/production'
const create = JSON.stringify({mutations: [{create: {_id: 'a', _type: 'note'}}]})

test('a client of the port reads, writes and uploads', async () => {
  const {client} = await servedLake()
  const created = await client.create({_id: 'drafts.a', _type: 'note', text: 'Grüße 👋'})
  expect(await client.getDocument('drafts.a')).toEqual(created)
  expect(await client.fetch('*[_id == $id].text', {id: 'drafts.a'})).toEqual(['Grüße 👋'])
  // Long queries go by POST.
  const long = 'x'.repeat(20_000)
  expect(await client.fetch('count(*[text != $long])', {long})).toBe(1)
  const bytes = await picture(3, 2)
  const asset = await client.assets.upload('image', bytes)
  expect(asset.metadata.dimensions).toMatchObject({width: 3, height: 2})
  const error = await refusal(client.create({_id: 'drafts.a', _type: 'note'}))
  expect(error.statusCode).toBe(409)
  expect(error.message).toContain('already exists')
})

test('a transaction can be rehearsed, and can name how soon it must be visible', async () => {
  const {client} = await servedLake()
  const rehearsed = await client.create({_id: 'a', _type: 'note'}, {dryRun: true})
  expect(rehearsed).toMatchObject({_id: 'a'})
  expect(await client.getDocument('a')).toBeUndefined()
  for (const visibility of ['sync', 'async', 'deferred'] as const) {
    await client.create({_id: visibility, _type: 'note'}, {visibility})
    expect(await client.fetch('count(*[_id == $visibility])', {visibility})).toBe(1)
  }
  const url = `/data/mutate/production?visibility=never`
  const error = await refusal(client.request({url, method: 'POST', body: JSON.parse(create)}))
  expect(error.statusCode).toBe(400)
  expect(await client.getDocument('a')).toBeUndefined()
})

describe('origins', () => {
  test.each([
    ['the Studio', () => STUDIO],
    ['a page of the lake itself', (origin: string) => origin],
    [
      'a page of another name of the lake',
      (origin: string) => origin.replace('127.0.0.1', 'l3.localhost'),
    ],
  ])('%s may use the lake with credentials', async (_who, originOf) => {
    const {server} = await servedLake()
    const origin = originOf(server.origin)
    const preflight = await ask(server.origin, MUTATE, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': expect.stringContaining('POST'),
      'access-control-allow-headers': 'authorization,content-type',
    })
    const written = await ask(server.origin, MUTATE, {method: 'POST', headers: {origin}}, create)
    expect(written.status).toBe(200)
    expect(written.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      vary: expect.stringContaining('Origin'),
    })
  })

  test.each([
    'https://evil.example',
    'http://localhost:9',
    'http://evil.localhost.example',
    'null',
    '',
    'http://localhost:3333.evil',
  ])('a page of %j is refused for every request, and changes nothing', async (origin) => {
    const {server, client} = await servedLake()
    const headers = {origin, authorization: 'Bearer token', cookie: 'a=b'}
    for (const [method, path] of [
      ['POST', MUTATE],
      ['GET', '/v1/data/query/production?query=*'],
      ['GET', '/v1/data/listen/production?query=*'],
      ['OPTIONS', MUTATE],
    ] as const) {
      const refused = await ask(
        server.origin,
        path,
        {method, headers},
        method === 'POST' ? create : '',
      )
      expect(refused.status).toBe(403)
      expect(JSON.parse(refused.text)).toMatchObject({statusCode: 403, error: 'Forbidden'})
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
    }
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('are distinguished by caches', async () => {
    const {server} = await servedLake()
    const {headers} = await ask(server.origin, '/ping')
    expect(headers.vary).toContain('Origin')
  })

  test('are limited to those that the operator named', async () => {
    const {server} = await servedLake({allowedOrigins: ['https://studio.example']})
    const status = async (origin: string) =>
      (await ask(server.origin, '/ping', {headers: {origin}})).status
    expect(await status('https://studio.example')).toBe(200)
    expect(await status(STUDIO)).toBe(403)
  })
})

test.each([
  ['localhost', 200],
  ['l3.localhost', 200],
  ['a.b.LOCALHOST:80', 200],
  ['127.0.0.1:1', 200],
  ['[::1]:4000', 200],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['evillocalhost', 421],
  ['127.0.0.1.nip.io', 421],
  ['10.0.0.1', 421],
  ['localhost@evil.example', 400],
])('a request for the host %s is answered %i', async (host, status) => {
  const {server} = await servedLake()
  expect((await ask(server.origin, '/ping', {headers: {host}})).status).toBe(status)
})

test('broken JSON and internal errors are answered in the API’s shape, without details', async () => {
  const {lake, server} = await servedLake()
  const malformed = await ask(server.origin, MUTATE, {method: 'POST'}, '{"mutations": [')
  expect(malformed.status).toBe(400)
  expect(malformed.headers['content-type']).toContain('application/json')
  expect(JSON.parse(malformed.text)).toEqual({
    statusCode: 400,
    error: 'Bad Request',
    message: 'The request body is not valid JSON',
  })
  lake.close()
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const failed = await ask(server.origin, '/v1/data/query/production?query=*')
  logged.mockRestore()
  expect(failed.status).toBe(500)
  expect(failed.text).not.toMatch(/database|sqlite|\.ts|node_modules| at /i)
})

describe('a body of 1 GB is refused with 413 before much of it has arrived', () => {
  const chunk = Buffer.alloc(1 << 20, ' ')
  const gigabyte = 1000

  test.each([
    ['that says so', {'content-length': gigabyte * chunk.length}],
    ['that does not say so', {}],
  ])('%s', async (_which, headers) => {
    const {server} = await servedLake()
    const outgoing = request(new URL(MUTATE, server.origin), {
      method: 'POST',
      headers,
      agent: false,
    })
    const responding = answerTo(outgoing)
    // The server disconnects a while after it has answered.
    outgoing.on('error', () => {})
    let sent = 0
    while (sent < gigabyte) {
      sent += 1
      if (outgoing.write(chunk)) continue
      const drained = once(outgoing, 'drain').then(
        () => true,
        () => false,
      )
      if (!(await Promise.race([drained, responding.then(() => false)]))) break
    }
    const response = await responding
    expect(response.statusCode).toBe(413)
    expect(response.headers.connection).toBe('close')
    expect(await json(response)).toMatchObject({statusCode: 413, error: 'Payload Too Large'})
    expect(sent).toBeLessThan(50)
    outgoing.destroy()
    expect((await ask(server.origin, '/ping')).status).toBe(200)
  })
})

test('the answer reaches a client that sends everything before it reads', async () => {
  const {server} = await servedLake()
  const size = 30_000_000
  const {hostname, port} = new URL(server.origin)
  const socket = createConnection(Number(port), hostname).pause()
  socket.write(`POST ${MUTATE} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: ${size}\r\n\r\n`)
  await once(socket.end(Buffer.alloc(size, ' ')), 'finish')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toMatch(/^connection: close\r$/m)
  expect(answer).toMatch(/\}$/)
})

test('a client that keeps sending after the answer is disconnected', async () => {
  const {server} = await servedLake()
  const {hostname, port} = new URL(server.origin)
  const socket = createConnection(Number(port), hostname)
  const closed = new Promise<void>((resolve) => socket.on('error', () => {}).on('close', resolve))
  const chunk = Buffer.alloc(1 << 20, ' ')
  const head = `POST ${MUTATE} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 1000000000\r\n\r\n`
  let sent = 0
  const send = (): void => {
    sent += 1
    if (socket.destroyed || sent > 900) return
    if (socket.write(chunk)) setImmediate(send)
    else socket.once('drain', send)
  }
  socket.resume().write(head, send)
  await closed
  expect(sent).toBeLessThan(200)
})

describe('closing', () => {
  // The server's last resort, its timeout, can then not end a connection.
  function stopTheClock(): void {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']})
    onTestFinished(() => void vi.useRealTimers())
  }

  test('finishes running requests and accepts no new ones', async () => {
    const {lake} = freshLake()
    const server = await serveLake(lake, {port: 0})
    const outgoing = request(new URL(MUTATE, server.origin), {method: 'POST'})
    const responding = answerTo(outgoing)
    outgoing.write(create.slice(0, 10))
    await vi.waitFor(() => expect(outgoing.socket?.bytesWritten).toBeGreaterThan(10))
    await pause(50)
    stopTheClock()
    const closed = server.close()
    await expect(ask(server.origin, '/ping')).rejects.toThrow('ECONNREFUSED')
    outgoing.end(create.slice(10))
    expect((await responding).statusCode).toBe(200)
    await closed
  })

  test('waits five seconds at most', async () => {
    const {lake} = freshLake()
    const server = await serveLake(lake, {port: 0})
    const outgoing = request(new URL(MUTATE, server.origin), {method: 'POST'})
    const cutOff: Promise<unknown> = answerTo(outgoing).catch((error: unknown) => error)
    outgoing.write(create.slice(0, 10))
    await pause(50)
    stopTheClock()
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => logged.mockRestore())
    const closed = server.close()
    vi.advanceTimersByTime(5000)
    await closed
    expect(await cutOff).toMatchObject({code: 'ECONNRESET'})
    vi.useRealTimers()
    await pause(50)
    // The operator need not hear about clients that disconnect.
    expect(logged).not.toHaveBeenCalled()
  })

  test('ends event streams, and connections that are idle', async () => {
    const {lake} = freshLake()
    const server = await serveLake(lake, {port: 0})
    const idle = createConnection(Number(new URL(server.origin).port), '127.0.0.1')
    await once(idle, 'connect')
    const stream = await fetch(`${server.origin}/v1/data/listen/production?query=*`)
    const reading = stream.text()
    stopTheClock()
    await server.close()
    expect(await reading).not.toContain('disconnect')
    expect((await lake.fetch(new Request('http://lake/ping'))).status).toBe(200)
    idle.destroy()
  })
})

test('a listener that disconnects is forgotten', async () => {
  const {lake} = freshLake()
  const {promise: left, resolve} = Promise.withResolvers<void>()
  const watched: typeof lake = {
    ...lake,
    fetch: (asked) => {
      asked.signal.addEventListener('abort', () => resolve())
      return lake.fetch(asked)
    },
  }
  await using server = await serveLake(watched, {port: 0})
  const leaving = new AbortController()
  const url = `${server.origin}/v1/data/listen/production?query=*`
  const {body} = await fetch(url, {signal: leaving.signal})
  await body?.getReader().read()
  leaving.abort()
  await left
})

test('a port that is taken is an error', async () => {
  const {server} = await servedLake()
  using lake = openLake({dir: ':memory:'})
  const port = Number(new URL(server.origin).port)
  await expect(serveLake(lake, {port})).rejects.toMatchObject({code: 'EADDRINUSE'})
})
