// The network drops and the server restarts while users write. No word is lost, and every list comes back.

import {join} from 'node:path'
import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {lakeClient, openLake} from '../../lake/index.ts'
import {makeLake} from '../../pipeline/source/source.ts'
import {launchBrowser} from '../support/browser.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  openDecision,
  signIn,
  startStudio,
  writeComment,
  type StudioServer,
} from '../support/studio.ts'
import {wireTo, type Wire} from '../support/wire.ts'

const folder = temporaryFolder()
const dir = join(folder.path, 'lake')
let browser: Browser
let studio: StudioServer
let wire: Wire

beforeAll(async () => {
  await makeLake(dir, 'content')
  browser = await launchBrowser()
  studio = await startStudio(dir)
  wire = await wireTo(studio.address)
})

afterAll(async () => {
  await browser.close()
  await wire[Symbol.asyncDispose]()
  await studio[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** Puts the cursor at the end of the body's first line. */
async function startWriting(page: Page): Promise<Locator> {
  const body = page.getByTestId('field-body').locator('[contenteditable="true"]')
  await page.getByTestId('field-body').scrollIntoViewIfNeeded()
  await body.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  // The editor takes a moment to know where the cursor is.
  await page.waitForTimeout(1000)
  // The form says so once it has everything from the lake.
  await page.getByTestId('pane-footer').getByTestId('action-menu-button').waitFor()
  return body
}

/** Types for about as long as the pause. */
async function typeDuring(page: Page, words: string, pauseMs: number): Promise<void> {
  await page.keyboard.type(words, {delay: pauseMs / words.length})
}

/** A draft, as the lake has it. */
async function storedText(id: string): Promise<string> {
  using lake = openLake({dir})
  return JSON.stringify(await lakeClient(lake).getDocument(`drafts.${id}`))
}

const patience = {timeout: 30_000}

test('words that are typed while the network is away for ten seconds are kept, with the place of the cursor', async () => {
  await using writer = await signIn(browser, {...studio, address: wire.address}, 'writer')
  const {page} = writer
  await page.goto(`${wire.address}/structure/article;article-prolotherapy-back-pain`)
  const body = await startWriting(page)
  wire.cut()
  await typeDuring(page, ' In the tunnel', 4000)
  await page.getByText('Trying to connect').first().waitFor()
  await typeDuring(page, ' and still in it', 6000)
  wire.mend()
  await typeDuring(page, ' and out again.', 2000)
  const typed = ' In the tunnel and still in it and out again.'
  expect(await body.innerText()).toContain(typed)
  await expect.poll(() => storedText('article-prolotherapy-back-pain'), patience).toContain(typed)
  expect(await body.innerText()).toContain(typed)
  await page.getByText('Trying to connect').first().waitFor({state: 'hidden'})
})

test('closing the window asks first while words are not saved, and who stays keeps them', async () => {
  await using writer = await signIn(browser, {...studio, address: wire.address}, 'writer')
  const {page} = writer
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    void dialog.dismiss()
  })
  await page.goto(`${wire.address}/structure/article;article-prp-back-pain`)
  const body = await startWriting(page)
  wire.cut()
  await page.keyboard.type(' Not sent yet')
  await page.getByText('Trying to connect').first().waitFor()
  // Longer than the Studio waits for more words.
  await page.waitForTimeout(5000)
  await page.close({runBeforeUnload: true})
  await expect.poll(() => asked).toBe(1)
  wire.mend()
  await page.keyboard.type(' but kept.')
  const typed = ' Not sent yet but kept.'
  await expect.poll(() => storedText('article-prp-back-pain'), patience).toContain(typed)
  expect(await body.innerText()).toContain(typed)
  await page.waitForTimeout(5000)
  await page.keyboard.press('Control+z')
  await page.close({runBeforeUnload: true})
  await expect.poll(() => asked).toBe(2)
  await page.waitForTimeout(5000)
  const closed = page.waitForEvent('close')
  await page.close({runBeforeUnload: true})
  await closed
  expect(asked).toBe(2)
})

test('closing the window asks first while the words of a decision are not sent, and right after a press', async () => {
  await using reviewer = await signIn(browser, studio, 'reviewer')
  const {page} = reviewer
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    void dialog.dismiss()
  })
  await reviewer.open('faq;faq-insurance')
  const form = await openDecision(page, 'Retract')
  await page.close({runBeforeUnload: true})
  await expect.poll(() => asked).toBe(1)
  await writeComment(form, 'The numbers are out of date.', 'Why?')
  await page.waitForTimeout(5000)
  await page.close({runBeforeUnload: true})
  await expect.poll(() => asked).toBe(2)
  await writeComment(form, '', 'Why?')
  await page.waitForTimeout(5000)
  const closed = page.waitForEvent('close')
  await page.close({runBeforeUnload: true})
  await closed
  expect(asked).toBe(2)
})

test('words that are typed while the server restarts are kept, and lists show the status of their documents', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  const {page} = writer
  await writer.open('article;article-prp-back-pain')
  const body = await startWriting(page)
  const {port} = new URL(studio.address)
  await studio[Symbol.asyncDispose]()
  const restarted = startStudio(dir, Number(port))
  await typeDuring(page, ' Through the restart', 5000)
  const {passwordOf} = studio
  studio = {...(await restarted), passwordOf}
  await typeDuring(page, ' and after it.', 2000)
  const typed = ' Through the restart and after it.'
  expect(await body.innerText()).toContain(typed)
  await expect.poll(() => storedText('article-prp-back-pain'), patience).toContain(typed)
  // The badge and the sign follow the lake again.
  await page.getByRole('img', {name: 'Edited since approval'}).first().waitFor(patience)
  expect(await page.getByRole('img', {name: /status/}).count()).toBe(0)
})
