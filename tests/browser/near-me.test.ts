// In a browser with scripts, a reader sorts the clinics by distance and chooses among them. The position leaves the
// browser in no way, and a reader who does not give it is told what to do.

import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import axe from 'axe-core'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {launchBrowser} from '../support/browser.ts'
import {temporaryFolder} from '../support/command.ts'
import {exportPath} from '../support/exported.ts'

const SAMPLE = join(import.meta.dirname, '..', '..', 'content')

const folder = temporaryFolder()
let browser: Browser
let release: string

beforeAll(async () => {
  ;[browser, release] = await Promise.all([
    launchBrowser(),
    exportPath(SAMPLE, join(folder.path, 'sample')),
  ])
})

afterAll(async () => {
  await browser.close()
  folder[Symbol.dispose]()
})

/** The finder in a browser, with its requests and errors after it was opened. */
async function finder(
  options: BrowserContextOptions,
  path = 'clinics.html',
): Promise<{page: Page; troubles: string[]} & AsyncDisposable> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const troubles: string[] = []
  await page.goto(pathToFileURL(join(release, 'web', path)).href)
  page.on('request', (request) => troubles.push(`asked for ${request.url()}`))
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => troubles.push(message.text()))
  return {page, troubles, [Symbol.asyncDispose]: () => context.close()}
}

/** The cities of the clinics that show, in order. */
async function cities(page: Page): Promise<string[]> {
  const entries = await page.locator('.clinic:visible').allInnerTexts()
  return entries.map((text) => /Portland|Madison|Austin/.exec(text)?.[0] ?? text)
}

/** What axe-core finds wrong on a page. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate('axe.run({preload: false})')
  const {violations} = z.object({violations: z.array(z.object({id: z.string()}))}).parse(found)
  return violations.map(({id}) => id)
}

const nearChicago = {
  geolocation: {latitude: 41.88, longitude: -87.63},
  permissions: ['geolocation'],
}

test('a reader who gives the position sees the nearest clinic first, and nothing is sent or stored', async () => {
  await using window = await finder(nearChicago)
  const {page, troubles} = window
  expect(await cities(page)).toEqual(['Portland', 'Austin', 'Madison'])
  await page.getByRole('button', {name: 'Sort by distance'}).click()
  await expect.poll(() => cities(page)).toEqual(['Madison', 'Austin', 'Portland'])
  expect(await page.getByRole('status').innerText()).toContain('nearest is Sample Back Care Center')
  expect(await page.locator('.clinic-distance').first().innerText()).toMatch(/^12\d miles away/)
  expect(await page.getByRole('heading', {name: 'OR', exact: true}).isVisible()).toBe(false)
  expect(await barriers(page)).toEqual([])
  expect(
    await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
  ).toEqual(['', 0, 0])
  await page.getByRole('button', {name: 'Sort by region'}).click()
  expect(await cities(page)).toEqual(['Portland', 'Austin', 'Madison'])
  expect(await page.getByRole('heading', {name: 'OR', exact: true}).isVisible()).toBe(true)
  expect(troubles).toEqual([])
})

test('a reader chooses among the clinics, in the list by region and in that by distance', async () => {
  await using window = await finder(nearChicago, 'es/clinics.html')
  const {page, troubles} = window
  await page.getByRole('combobox', {name: 'Idioma'}).selectOption('español')
  expect(await cities(page)).toEqual(['Portland', 'Austin'])
  expect(await page.getByRole('status').innerText()).toBe('Clínicas que se muestran: 2 de 3.')
  await page.getByRole('button', {name: 'Ordenar por distancia'}).click()
  await expect.poll(() => cities(page)).toEqual(['Austin', 'Portland'])
  expect(await page.getByRole('status').innerText()).toContain('Sample Pain and Rehabilitation')
  await page.getByLabel('Intérprete de lengua de señas').check()
  expect(await cities(page)).toEqual(['Austin'])
  expect(troubles).toEqual([])
})

test('a reader who refuses the position is told so, and the list stays', async () => {
  await using window = await finder({permissions: []})
  const {page} = window
  await page.getByRole('button', {name: 'Sort by distance'}).click()
  await expect
    .poll(() => page.getByRole('status').innerText())
    .toContain('your browser did not give your position')
  expect(await cities(page)).toEqual(['Portland', 'Austin', 'Madison'])
})

test('without scripts there is the list, and no button that does nothing', async () => {
  await using window = await finder({javaScriptEnabled: false})
  expect(await window.page.locator('button, select, input').count()).toBe(0)
  expect(await cities(window.page)).toEqual(['Portland', 'Austin', 'Madison'])
})
