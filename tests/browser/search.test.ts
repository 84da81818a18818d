// A reader searches a site over HTTP, by keyboard, with and without JavaScript.

import {join} from 'node:path'
import axe from 'axe-core'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {launchBrowser} from '../support/browser.ts'
import {temporaryFolder} from '../support/command.ts'
import {article, makeDecision, slug} from '../support/library.ts'
import {exportDocuments} from '../support/release.ts'
import {staticHost} from '../support/static-host.ts'
import {bilingualLibrary} from '../support/translations.ts'

const HOSTILE = 'Hips & "knees" <3: \' onload=alert(1)'

const folder = temporaryFolder()
let browser: Browser
let host: Awaited<ReturnType<typeof staticHost>>

beforeAll(async () => {
  const hostile = {...article, _id: 'hips', slug: slug('hips'), title: HOSTILE}
  const documents = [...bilingualLibrary(), hostile, makeDecision(hostile)]
  const {dir} = await exportDocuments(documents, folder.path)
  ;[browser, host] = await Promise.all([launchBrowser(), staticHost(join(dir, 'web'))])
})

afterAll(async () => {
  await browser.close()
  await host[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** A page of the site, and what went wrong on it. */
async function open(
  path: string,
  javaScriptEnabled = true,
): Promise<{page: Page; troubles: string[]} & AsyncDisposable> {
  const context = await browser.newContext({javaScriptEnabled})
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) {
      troubles.push(message.text())
    }
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('dialog', (dialog) => {
    troubles.push(`ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(`${host.origin}/${path}`)
  return {page, troubles, [Symbol.asyncDispose]: () => context.close()}
}

const axeReport = z.object({violations: z.array(z.object({id: z.string()}))})

test('the search answers while a reader types, and leads to the page by keyboard', async () => {
  await using window = await open('search.html')
  const {page, troubles} = window
  await page.getByLabel('What are you looking for?').pressSequentially('prolotherpy')
  await page.getByRole('status').getByText('3 pages were found.').waitFor()
  const results = page.getByRole('listitem').filter({has: page.getByRole('heading')})
  expect(await results.first().innerText()).toMatch(/^Dextrose prolotherapy/)
  expect(await page.locator('mark').first().innerText()).toBe('prolotherapy')
  await page.evaluate(axe.source)
  const {violations} = axeReport.parse(await page.evaluate('axe.run({preload: false})'))
  expect(violations).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/therapies\/dextrose\.html$/)
  await page.goBack()
  await page.getByText('3 pages were found.').waitFor()
  expect(troubles).toEqual([])
})

test('an address with a query has the answer, in the language of the page', async () => {
  await using window = await open('es/search.html?q=PROLOTER%C3%81PIA')
  const {page, troubles} = window
  await page.getByText('Se encontraron 2 páginas.').waitFor()
  await page.getByRole('link', {name: '¿Qué es la proloterapia?'}).click()
  await page.waitForURL(/es\/articles\/que-es-la-proloterapia\.html$/)
  expect(troubles).toEqual([])
})

test('what an editor typed is never markup in the results', async () => {
  await using window = await open(`search.html?q=${encodeURIComponent('<img src=x> hips')}`)
  const {page, troubles} = window
  await page.getByRole('link', {name: HOSTILE}).waitFor()
  expect(await page.locator('img').count()).toBe(0)
  expect(troubles).toEqual([])
})

test('without JavaScript the search leads to all titles', async () => {
  await using window = await open('search.html?q=hips', false)
  const {page} = window
  await page.getByText('This search needs JavaScript.').waitFor()
  await page.getByRole('link', {name: 'list of all titles'}).click()
  await page.getByRole('link', {name: HOSTILE}).click()
  await page.waitForURL(/articles\/hips\.html$/)
})
