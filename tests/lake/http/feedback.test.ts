// Readers answer "Was this helpful?" from any site, without a token. What they say is kept without saying who they
// are, and only users who may read every document see it.

import {globSync, readdirSync, readFileSync} from 'node:fs'
import {request as httpRequest, type IncomingHttpHeaders} from 'node:http'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {text} from 'node:stream/consumers'
import {beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest'
import {z} from 'zod'
import {
  accessControl,
  lakeClient,
  openLake,
  serveLake,
  removeLake,
  verifyLake,
  type Lake,
} from '../../../lake/index.ts'
import {revisionOf} from '../../../review/revision.ts'
import {roles} from '../../../review/roles.ts'
import {repliesFor} from '../../../scripts/shared/replies.ts'
import {
  freshAccounts,
  freshFolder,
  lakeWith,
  portClient,
  refusal,
  type Username,
} from '../../support/lake.ts'
import {library, settings} from '../../support/library.ts'
import {exportLake, freshOut} from '../../support/release.ts'

const article = {_id: 'article', _type: 'article', title: 'About the back'}
const SITE = 'https://library.example'
const FORM = {'content-type': 'application/x-www-form-urlencoded'}

const answer = {
  page: article._id,
  revision: revisionOf(article),
  language: 'en-US',
  helpful: 'yes',
  comment: '',
}

interface Reply {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly page: string
}

/** A lake with an article and its site, served as `npm start` serves it. */
async function site(dir?: string) {
  const folder = dir ?? (await freshFolder())
  const {accounts, token} = freshAccounts()
  const lake = openLake({dir: folder, access: accessControl(accounts, roles)})
  const trusted = openLake({dir: folder})
  await lakeClient(trusted)
    .transaction()
    .createOrReplace(article)
    .createOrReplace(settings)
    .commit()
  const server = await serveLake(lake, {port: 0, replies: repliesFor(lakeClient(trusted))})
  const close = async (): Promise<void> => {
    await server.close()
    lake.close()
    trusted.close()
    accounts[Symbol.dispose]()
  }
  onTestFinished(close)
  const as = (username: Username) => portClient(server.origin).withConfig({token: token(username)})
  const send = (
    path: string,
    body: string,
    {method = 'POST', ...headers}: Record<string, string> = {},
  ) => exchange(new URL(path, server.origin), body, method, {...FORM, ...headers})
  const post = (fields: object = {}, headers: Record<string, string> = {}) =>
    send('/feedback', new URLSearchParams({...answer, ...fields}).toString(), headers)
  const read = (username: Username = 'writer') =>
    as(username).request<unknown>({url: '/data/feedback/production'})
  return {dir: folder, lake, as, send, post, read, close, origin: server.origin}
}

/** A request with any headers, including those that browsers send and `fetch` forbids. */
async function exchange(
  url: URL,
  body: string,
  method: string,
  headers: Record<string, string>,
): Promise<Reply> {
  const {promise, resolve, reject} = Promise.withResolvers<Reply>()
  httpRequest(url, {method, headers, agent: false}, async (response) => {
    const {statusCode: status, headers: told} = response
    resolve({status, headers: told, page: await text(response)})
  })
    .on('error', reject)
    .end(body)
  return promise
}

const nothing = {pages: [], more: 0}

describe('an answer', () => {
  test('comes from any site without a token, and users read it by page and revision', async () => {
    const {post, read} = await site()
    const {status, headers, page} = await post(
      {helpful: 'no', comment: 'Say what it costs.\r\nPlease.'},
      {origin: SITE, referer: `${SITE}/articles/a.html`},
    )
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['set-cookie']).toBeUndefined()
    expect(page).toContain('<html lang="en-US"')
    expect(page).toContain('Thank you')
    await post({}, {origin: 'null'})
    await post()
    const day = new Date().toISOString().slice(0, 10)
    const {page: id, revision} = answer
    const comments = [{day, language: 'en-US', helpful: 'no', text: 'Say what it costs.\nPlease.'}]
    for (const username of ['writer', 'reviewer', 'administrator'] as const) {
      expect(await read(username)).toMatchObject({
        pages: [{page: id, revision, yes: 2, no: 1, last: day, comments}],
        more: 0,
      })
    }
  })

  test('is thanked for in the language of its page', async () => {
    const {post} = await site()
    const {page} = await post({language: 'es-MX'})
    expect(page).toContain('<html lang="es-MX" dir="ltr">')
    expect(page).toContain('Gracias')
    // Words that are not there are English, and say so.
    expect((await post({language: 'ar'})).page).toContain('<html lang="en-US" dir="ltr">')
  })

  test('survives a restart, but not the end of its lake', async () => {
    const first = await site()
    await first.post({comment: 'Good.'})
    await first.close()
    const second = await site(first.dir)
    expect(await second.read()).toMatchObject({pages: [{yes: 1, comments: [{text: 'Good.'}]}]})
    await second.close()
    expect(removeLake(first.dir)).toBe(true)
    expect(readdirSync(first.dir)).toEqual([])
  })

  test('is no document: it is in no query, export or log', async () => {
    const {dir, as, post, origin} = await site()
    await post({comment: 'Findme'})
    const client = as('administrator')
    expect(JSON.stringify(await client.fetch('*'))).not.toContain('Findme')
    const exported = await fetch(`${origin}/v1/data/export/production`, {
      headers: {authorization: `Bearer ${client.config().token ?? ''}`},
    })
    const lines = await exported.text()
    expect(lines).toContain(article._id)
    expect(lines).not.toContain('Findme')
    expect(readFileSync(join(dir, 'lake.db')).includes('Findme')).toBe(false)
    expect(await verifyLake(dir)).toMatchObject({findings: []})
  })
})

test('an export makes the same release after an answer, and has nothing of it', async () => {
  const {dir, lake} = await lakeWith(library)
  const out = freshOut()
  const before = await exportLake(dir, out)
  const {revision, page} = z
    .object({revision: z.string(), page: z.string()})
    .parse(await lakeClient(lake).fetch('*[_type == "review"][0]{revision, "page": subject._ref}'))
  const about = {...answer, helpful: 'no', page, revision} as const
  expect(lake.keepAnswer({...about, comment: 'Findme'})).toBe(true)
  expect((await exportLake(dir, out)).release).toBe(before.release)
  const files = globSync('**/*', {cwd: out, withFileTypes: true}).filter((file) => file.isFile())
  expect(files.length).toBeGreaterThan(10)
  for (const {parentPath, name} of files) {
    expect(readFileSync(join(parentPath, name)).includes('Findme')).toBe(false)
  }
})

describe('of the reader', () => {
  test('nothing is kept: no address, browser, cookie or time of day', async () => {
    const {dir, post, close} = await site()
    await post(
      {comment: 'Hello'},
      {
        'user-agent': 'Telltale/1.0',
        cookie: 'session=telltale',
        referer: `${SITE}/telltale`,
        'x-forwarded-for': '203.0.113.77',
        'accept-language': 'tlh',
      },
    )
    await close()
    using db = new DatabaseSync(join(dir, 'feedback.db'))
    expect(db.prepare('SELECT * FROM answers').all()).toEqual([
      {n: 1, day: new Date().toISOString().slice(0, 10), ...answer, comment: 'Hello'},
    ])
    const kept = readFileSync(join(dir, 'feedback.db'), 'latin1')
    expect(kept).not.toMatch(/telltale|203\.0\.113|127\.0\.0\.1/i)
  })

  test('the way back leads to the site, and never elsewhere', async () => {
    const {post} = await site()
    const links = async (referer: string) =>
      Array.from(
        (await post({}, {referer, 'x-forwarded-for': nextAddress()})).page.matchAll(
          /href="([^"]*)"/g,
        ),
        ([, to]) => to,
      )
    expect(await links(`${SITE}/articles/a.html`)).toEqual([`${SITE}/articles/a.html`])
    expect(await links(SITE)).toEqual([`${SITE}/`])
    for (const other of [
      'https://evil.example/',
      'https://library.example.evil.example/',
      'https://library.example@evil.example/',
      'http://library.example/',
      'javascript:alert(1)',
      '"><script>alert(1)</script>',
      '',
    ]) {
      expect(await links(other)).toEqual([])
    }
  })
})

describe('only that form gets in', () => {
  test.each([
    ['another page', {page: 'nowhere'}],
    ['a revision that never was', {revision: 'a'.repeat(64)}],
    ['a revision that is none', {revision: 'x'}],
    ['the id of a draft', {page: `drafts.${answer.page}`}],
    ['an id with a path', {page: '../lake.db'}],
    ['no answer', {helpful: 'perhaps'}],
    ['a language that is none', {language: '"><script>'}],
    ['too long a comment', {comment: 'x'.repeat(1001)}],
  ])('%s: 422', async (_what, fields) => {
    const {post, read} = await site()
    const {status, page} = await post(fields)
    expect(status).toBe(422)
    expect(page).toContain('<h1>Your answer was not stored</h1>')
    expect(page).not.toContain('<script')
    expect(await read()).toMatchObject(nothing)
  })

  test('another type of body: 415, and too much of one: 413', async () => {
    const {send, post, read} = await site()
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=a', '']) {
      const {status, page} = await send('/feedback', '{}', {'content-type': type})
      expect(status).toBe(415)
      expect(page).toContain('<h1>Your answer was not stored</h1>')
    }
    const {status, page} = await post({comment: 'x'.repeat(20_000)})
    expect(status).toBe(413)
    expect(page).toContain('<h1>Your answer is too long</h1>')
    expect(await read()).toMatchObject(nothing)
  })

  test('what is typed stays text', async () => {
    const {post, read} = await site()
    const hostile = '<script>alert(1)</script> \u{202E}\u0000\u0007\' "; DROP TABLE answers; --'
    expect((await post({comment: hostile})).status).toBe(200)
    expect(await read()).toMatchObject({
      pages: [{comments: [{text: hostile.replaceAll(/\p{Cc}/gu, ' ')}]}],
    })
  })

  test('other paths and methods stay closed to other sites', async () => {
    const {send} = await site()
    const body = new URLSearchParams(answer).toString()
    for (const path of ['/feedback/', '/feedback/x', '/v1/feedback', '/data/feedback/production']) {
      expect(await send(path, body, {origin: SITE})).toMatchObject({status: 403})
    }
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      expect(await send('/feedback', '', {origin: SITE, method})).toMatchObject({status: 403})
    }
    const {headers} = await send('/feedback', body, {origin: SITE})
    expect(headers['access-control-allow-origin']).toBeUndefined()
    // A name elsewhere that leads to this machine.
    expect(await send('/feedback', body, {host: 'evil.example'})).toMatchObject({status: 421})
  })

  test('a server without words for readers takes none', async () => {
    const {lake} = await site()
    const server = await serveLake(lake, {port: 0})
    onTestFinished(() => server.close())
    const url = new URL('/feedback', server.origin)
    const {status} = await exchange(url, new URLSearchParams(answer).toString(), 'POST', FORM)
    expect(status).toBe(404)
  })
})

describe('who reads and changes answers', () => {
  test('strangers and build jobs read none', async () => {
    const {post, read, origin} = await site()
    await post({comment: 'Private'})
    expect(
      (await refusal(portClient(origin).request({url: '/data/feedback/production'}))).statusCode,
    ).toBe(401)
    expect((await refusal(read('build'))).statusCode).toBe(403)
  })

  test('no role changes or deletes any', async () => {
    const {as, post, read} = await site()
    await post({comment: 'Stays'})
    const before = await read()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const url = '/data/feedback/production'
      expect((await refusal(as('administrator').request({url, method, body: {}}))).statusCode).toBe(
        404,
      )
    }
    await as('administrator').delete({query: '*[_type == "feedback"]'})
    expect(await read()).toEqual(before)
  })

  test('the database itself refuses it', async () => {
    const {dir, post} = await site()
    await post()
    using db = new DatabaseSync(join(dir, 'feedback.db'))
    expect(() => db.exec("UPDATE answers SET helpful = 'no'")).toThrow('append-only')
    expect(() => db.exec('DELETE FROM answers')).toThrow('append-only')
  })

  test('after 400 days an answer is gone from the files', async () => {
    const {dir, lake, read, close} = await site()
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() - 402 * 86_400_000})
    onTestFinished(() => void vi.useRealTimers())
    keep(lake, 'Forgetme')
    vi.useRealTimers()
    expect(await read()).toMatchObject(nothing)
    await close()
    using db = new DatabaseSync(join(dir, 'feedback.db'))
    expect(db.prepare('SELECT count(*) AS n FROM answers').get()).toEqual({n: 0})
    expect(readFileSync(join(dir, 'feedback.db')).includes('Forgetme')).toBe(false)
  })

  test('the newest comments of many are read, and the pages with most answers "no" first', async () => {
    const {lake, as, read} = await site()
    const other = {...article, _id: 'other'}
    await as('administrator').create(other)
    for (let n = 1; n <= 7; n++) keep(lake, `Comment ${n}`)
    lake.keepAnswer({...answer, page: 'other', revision: revisionOf(other), helpful: 'no'})
    expect(await read()).toMatchObject({
      pages: [
        {page: 'other', yes: 0, no: 1, comments: []},
        {
          page: 'article',
          yes: 7,
          no: 0,
          comments: [7, 6, 5, 4, 3].map((n) => ({text: `Comment ${n}`})),
        },
      ],
    })
  })
})

function keep(lake: Lake, comment: string): void {
  expect(lake.keepAnswer({...answer, helpful: 'yes', comment})).toBe(true)
}

describe('answers are limited', () => {
  test('from one address, which a proxy on this machine tells', async () => {
    const {post} = await site()
    const from = (address: string) => post({}, {'x-forwarded-for': `10.0.0.1, ${address}`})
    for (let n = 0; n < 10; n++) expect((await from('203.0.113.5')).status).toBe(200)
    const {status, headers, page} = await from('203.0.113.5')
    expect(status).toBe(429)
    expect(Number(headers['retry-after'])).toBeGreaterThan(800)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(900)
    expect(page).toContain('<h1>Please try again later</h1>')
    expect((await from('203.0.113.6')).status).toBe(200)
    // One reader can have many addresses in an IPv6 network.
    for (let n = 0; n < 10; n++) expect((await from(`2001:db8::${n}`)).status).toBe(200)
    expect((await from('2001:db8:0:0:ffff::1')).status).toBe(429)
    expect((await from('2001:db8:0:1::1')).status).toBe(200)
  })

  test('what is refused counts too, and the limit ends', async () => {
    const {post} = await site()
    for (let n = 0; n < 10; n++) expect((await post({helpful: 'x'})).status).toBe(422)
    expect((await post()).status).toBe(429)
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1000})
    onTestFinished(() => void vi.useRealTimers())
    expect((await post()).status).toBe(200)
  })

  test('and in all', async () => {
    const {post} = await site()
    const statuses: unknown[] = []
    for (let n = 0; n < 1001; n++) {
      statuses.push((await post({helpful: 'x'}, {'x-forwarded-for': nextAddress()})).status)
    }
    expect(statuses.slice(0, 1000)).toEqual(Array.from({length: 1000}, () => 422))
    expect(statuses.at(-1)).toBe(429)
  })
})

let addresses = 0
beforeEach(() => {
  addresses = 0
})

/** An address that no request of this test had before. */
function nextAddress(): string {
  addresses += 1
  return `198.51.${Math.floor(addresses / 250)}.${addresses % 250}`
}
