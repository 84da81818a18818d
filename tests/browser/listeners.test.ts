// A Studio needs more listeners than a browser opens connections to one host.

import {readFile} from 'node:fs/promises'
import {stripTypeScriptTypes} from 'node:module'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {spreadListeners} from '../../lake/browser/spread-listeners.ts'
import {launchBrowser} from '../support/browser.ts'
import {servedLake} from '../support/lake.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

declare global {
  interface Window {
    spreadFetch: typeof globalThis.fetch
    leave: AbortController
  }
}

/** A page of a lake, with `spreadFetch` in it, and the hosts that its listeners asked, with what. */
async function pageOfLake(): Promise<{page: Page; hosts: string[]; tokens: Set<unknown>}> {
  const {server} = await servedLake()
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const hosts: string[] = []
  const tokens = new Set<unknown>()
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!url.pathname.includes('/data/listen/')) return
    hosts.push(url.hostname)
    tokens.add(request.headers().authorization)
  })
  await page.goto(`${server.origin}/ping`)
  const source = new URL('../../lake/browser/spread-listeners.ts', import.meta.url)
  const module = stripTypeScriptTypes(await readFile(source, 'utf8'))
  const content = `${module}\nwindow.spreadFetch = spreadListeners((...request) => fetch(...request))`
  await page.addScriptTag({type: 'module', content})
  await page.waitForFunction(() => 'spreadFetch' in window)
  return {page, hosts, tokens}
}

/**
 * Opens listeners for documents `n0`, `n1` and so on, and makes these once all have been welcomed.
 *
 * @returns how many were welcomed in time, how long a query took then, and what each one heard
 */
function listenInPage(page: Page, options: {count: number; spread: boolean; patience: number}) {
  return page.evaluate(async ({count, spread, patience}) => {
    const api = `${location.origin}/v2025-02-19/data`
    const request = spread ? window.spreadFetch : fetch
    window.leave = new AbortController()
    const {signal} = window.leave
    let welcomed = 0
    const {promise: allWelcomed, resolve} = Promise.withResolvers<void>()
    const listeners = Array.from({length: count}, async (_, number) => {
      const query = encodeURIComponent(`*[_id == "n${number}"]`)
      const response = await request(`${api}/listen/production?query=${query}`, {
        signal,
        headers: {authorization: 'Bearer token'},
        credentials: 'include',
      })
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      while (!text.includes('event: mutation')) {
        const {value = '', done = true} = (await reader?.read()) ?? {}
        if (text === '' && (welcomed += 1) === count) resolve()
        if (done) break
        text += value
      }
      return /"documentId":"(\w+)"/.exec(text)?.[1]
    })
    const late = new Promise<void>((wake) => setTimeout(wake, patience))
    await Promise.race([allWelcomed, late])
    if (welcomed < count) {
      window.leave.abort()
      await Promise.allSettled(listeners)
      return {welcomed}
    }
    const started = performance.now()
    await (await fetch(`${api}/query/production?query=count(*)`)).json()
    const queryMs = performance.now() - started
    const mutations = listeners.map((_, n) => ({create: {_id: `n${n}`, _type: 'note'}}))
    await fetch(`${api}/mutate/production`, {method: 'POST', body: JSON.stringify({mutations})})
    const heard = await Promise.all(listeners)
    window.leave.abort()
    return {welcomed, queryMs, heard}
  }, options)
}

test('sixteen listeners at the same time get their own events, and queries still get through', async () => {
  const {page, hosts, tokens} = await pageOfLake()
  const {welcomed, queryMs, heard} = await listenInPage(page, {
    count: 16,
    spread: true,
    patience: 10_000,
  })
  expect(welcomed).toBe(16)
  expect(queryMs).toBeLessThan(1000)
  expect(heard).toEqual(Array.from({length: 16}, (_, number) => `n${number}`))
  expect(new Set(hosts).size).toBe(16)
  expect(tokens).toEqual(new Set(['Bearer token']))
})

test('a host is used again after its listener has ended', async () => {
  const {page, hosts} = await pageOfLake()
  await page.evaluate(async () => {
    const open = () =>
      window.spreadFetch(`${location.origin}/v2025-02-19/data/listen/production?query=*`)
    const [first, second] = [await open(), await open()]
    await first.body?.cancel()
    const third = await open()
    await Promise.all([second.body?.cancel(), third.body?.cancel()])
    await (await window.spreadFetch(`${location.origin}/ping`)).text()
  })
  expect(hosts).toEqual(['l1.localhost', 'l2.localhost', 'l1.localhost'])
})

test('without separate hosts, the seventh listener has to wait', async () => {
  const {page} = await pageOfLake()
  const {welcomed} = await listenInPage(page, {count: 7, spread: false, patience: 1000})
  expect(welcomed).toBe(6)
})

test('requests to a hosted lake, and requests other than listeners, keep their addresses', async () => {
  const asked: unknown[] = []
  const fetch = spreadListeners(async (...request) => {
    asked.push(request)
    return new Response('')
  })
  const requests: [string, RequestInit?][] = [
    ['https://abc.api.sanity.io/v1/data/listen/production?query=*', {credentials: 'include'}],
    ['http://lake.example:4000/v1/data/listen/production?query=*'],
    ['http://localhost:4000/v1/data/query/production?query=*', {headers: {a: 'b'}}],
    ['/data/listen/production'],
  ]
  for (const request of requests) await fetch(...request)
  expect(asked).toEqual(requests.map(([url, init]) => [url, init]))
})
