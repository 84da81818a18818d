// From a writer's draft to a countersigned publication, in the real Studio on the real lake, by
// people in browsers of their own.
import {join} from 'node:path'

import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {runCommand, temporaryFolder} from '../support/command.ts'
import {launchBrowser} from '../support/browser.ts'
import {released} from '../support/release.ts'
import {signIn, startStudio, type StudioServer} from '../support/studio.ts'

const folder = temporaryFolder()
const dir = join(folder.path, 'lake')
const out = join(folder.path, 'exports')
let browser: Browser
let studio: StudioServer

beforeAll(async () => {
  ;[browser, studio] = await Promise.all([launchBrowser(), startStudio(dir)])
}, 120_000)

afterAll(async () => {
  await browser.close()
  await studio[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const article = 'article;article-prolotherapy-back-pain'
const html = 'web/articles/what-is-prolotherapy-for-chronic-back-pain.html'

const titleField = (page: Page): Locator =>
  page.getByTestId('field-title').getByTestId('string-input')

/** Waits until the lake has what was typed, as the badge of the document then says. */
const status = (page: Page, name: string): Promise<void> =>
  page.getByText(name, {exact: true}).last().waitFor()

/** Chooses an action of the document, once it is possible: the button, or an item of its menu. */
async function choose(page: Page, action: string): Promise<void> {
  const button = page.getByTestId(`action-${action.toLowerCase().replaceAll(' ', '')}`)
  try {
    await button.click({timeout: 10_000})
  } catch {
    await page.getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: action}).click()
  }
}

async function exportNow(): Promise<number | null> {
  const {code, stderr} = await runCommand('export', ['--source', dir, '--out', out])
  if (code === 1) throw new Error(stderr)
  return code
}

test('a revision goes from draft to publication, and no path leads around the reviewer', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  await writer.open(article)
  await titleField(writer.page).waitFor()
  await titleField(writer.page).fill('What is prolotherapy for back pain?')
  await status(writer.page, 'Edited since approval')
  await writer.page.screenshot({path: '/tmp/st-1.png'})

  await choose(writer.page, 'Submit for review')
  await writer.page.getByLabel('Miriam Hale').check()
  await writer.page.getByLabel('Note to the reviewers').fill('A shorter title.')
  await writer.page.getByRole('button', {name: 'Submit', exact: true}).click()
  await status(writer.page, 'In review')

  await using reviewer = await signIn(browser, studio, 'reviewer')
  await reviewer.page.getByText('Waiting for my review').click()
  await reviewer.page.getByText('What is prolotherapy for back pain?').first().click()
  await status(reviewer.page, 'In review')
  await reviewer.page.getByRole('tab', {name: 'Review'}).first().click()
  await reviewer.page.getByText('A shorter title.').waitFor()
  await reviewer.page.screenshot({path: '/tmp/st-2.png'})

  await choose(reviewer.page, 'Approve')
  await reviewer.page.getByText('What changed since it was approved').waitFor()
  await reviewer.page.screenshot({path: '/tmp/st-3.png'})
  await reviewer.page.getByLabel('Comment').fill('Shorter and as true.')
  await reviewer.page.getByRole('button', {name: 'Approve exactly this text'}).click()
  await status(reviewer.page, 'Approved')

  await status(writer.page, 'Approved')
  await choose(writer.page, 'Publish')
  await status(writer.page, 'Published')
  expect(await exportNow()).toBe(0)
  expect(released(out, html)).toContain('What is prolotherapy for back pain?')
}, 180_000)
