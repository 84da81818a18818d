// From a writer's draft to a countersigned publication, in the real Studio on the real lake, by
// people in browsers of their own.

import {join} from 'node:path'
import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launchBrowser} from '../support/browser.ts'
import {runCommand, temporaryFolder} from '../support/command.ts'
import {released} from '../support/release.ts'
import {choose, openForm, signIn, startStudio, type StudioServer} from '../support/studio.ts'

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

const ARTICLE = 'article;article-prolotherapy-back-pain'
const HTML = 'web/articles/what-is-prolotherapy-for-chronic-back-pain.html'

/** Words go by the lake, and a busy machine takes its time. */
const patience = {timeout: 15_000}

/** How many findings of the checks the sample article answers. */
const ANSWERS = 4

function titleField(page: Page): Locator {
  return page.getByTestId('field-title').getByTestId('string-input')
}

/** Waits until the lake has what was typed, as the badge of the document then says. */
function status(page: Page, name: string): Promise<void> {
  return page.getByText(name, {exact: true}).last().waitFor()
}

/** Whether an action is among those of the document and can be chosen. */
async function isPossible(page: Page, action: string): Promise<boolean> {
  const button = page.getByTestId(`action-${action.toLowerCase().replaceAll(' ', '')}`)
  if (await button.isVisible()) return button.isEnabled()
  await page.getByRole('button', {name: 'Open document actions'}).click()
  const item = page.getByRole('menuitem', {name: action})
  const possible = (await item.isVisible()) && (await item.isEnabled())
  await page.keyboard.press('Escape')
  return possible
}

async function exportNow(): Promise<number | null> {
  const {code, stderr} = await runCommand('export', ['--source', dir, '--out', out])
  if (code === 1) throw new Error(stderr)
  return code
}

/** Replaces the title, and waits until the lake has it. */
async function retitle(page: Page, title: string): Promise<void> {
  await titleField(page).waitFor()
  await titleField(page).fill(title)
  await page.getByTestId('document-panel-document-title').getByText(title).waitFor()
}

async function submit(page: Page, note: string): Promise<void> {
  await openForm(page, 'Submit for review')
  await page.getByRole('checkbox', {name: 'Miriam Hale'}).check()
  await page.getByLabel('Note to the reviewers').fill(note)
  await page.getByRole('button', {name: 'Submit', exact: true}).click()
  await status(page, 'In review')
}

async function approve(page: Page, comment: string, answers = 0): Promise<void> {
  await openForm(page, 'Approve')
  await page.getByLabel('Comment').fill(comment)
  // The reviewer accepts each reason that the writer gave for what the checks found.
  const reasons = page.getByRole('group', {name: 'Reasons that the writer gives'})
  if (answers > 0) await reasons.waitFor()
  for (let index = 0; index < answers; index++)
    await reasons.getByRole('checkbox').nth(index).check()
  await page.getByRole('button', {name: 'Approve exactly this text'}).click()
  await status(page, 'Approved')
}

/** Publishes what a reviewer has approved. */
async function publish(page: Page): Promise<void> {
  await status(page, 'Approved')
  await choose(page, 'Publish')
  await status(page, 'Published')
}

test('a revision goes from draft to publication and is retracted, and no path leads around the reviewer', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  await using reviewer = await signIn(browser, studio, 'reviewer')

  await writer.open(ARTICLE)
  await retitle(writer.page, 'Does prolotherapy cure back pain?')
  await status(writer.page, 'Edited since approval')
  await expect(isPossible(writer.page, 'Publish')).resolves.toBe(false)
  await submit(writer.page, 'A shorter title.')

  await reviewer.page.getByText('Waiting for my review').click()
  await reviewer.page.getByText('Does prolotherapy cure back pain?').first().click()
  await reviewer.page.locator('[id$="tab-review"]').click()
  await reviewer.page.getByText('A shorter title.').waitFor()
  await openForm(reviewer.page, 'Request changes')
  await reviewer.page.getByLabel('Where?').selectOption('Title')
  await reviewer.page.getByLabel('What has to change?').fill('It promises too much.')
  await reviewer.page.getByRole('button', {name: 'Send back'}).click()
  await status(reviewer.page, 'Changes requested')
  await reviewer.page.getByText('Miriam Hale asked for changes: Title').waitFor()

  await status(writer.page, 'Changes requested')
  await expect(isPossible(writer.page, 'Publish')).resolves.toBe(false)
  await retitle(writer.page, 'What is prolotherapy for back pain?')
  await submit(writer.page, 'Mended.')
  await approve(reviewer.page, 'Shorter, and true.', ANSWERS)
  await publish(writer.page)
  expect(await exportNow()).toBe(0)
  expect(released(out, HTML)).toContain('What is prolotherapy for back pain?')

  await retitle(writer.page, 'What is prolotherapy for sore backs?')
  await status(writer.page, 'Edited since approval')
  expect(await exportNow()).toBe(0)
  expect(released(out, HTML)).toContain('What is prolotherapy for back pain?')
  expect(released(out, HTML)).not.toContain('sore backs')
  await submit(writer.page, 'In plainer words.')
  await approve(reviewer.page, 'Plainer, and still true.', ANSWERS)
  await publish(writer.page)
  expect(await exportNow()).toBe(0)
  expect(released(out, HTML)).toContain('sore backs')

  await openForm(reviewer.page, 'Retract')
  await reviewer.page.getByLabel('Why?').fill('A study was withdrawn.')
  await reviewer.page.getByRole('button', {name: 'Retract', exact: true}).last().click()
  await reviewer.page.getByText('Miriam Hale retracted').waitFor()
  expect(await exportNow()).toBe(0)
  expect(released(out, HTML)).not.toContain('sore backs')
  expect(released(out, HTML)).toMatch(/withdrawn|taken down|no longer/i)
}, 240_000)

/** Writes an article as a writer does, with a citation and an image that still lacks its text. */
async function writeArticle(page: Page, title: string): Promise<void> {
  const field = (name: string): Locator => page.getByTestId(`field-${name}`)
  await page.goto(`${studio.address}/intent/create/type=article`)
  await field('title').getByTestId('string-input').fill(title)
  await field('slug').getByRole('button', {name: 'Generate'}).click()
  await field('summary')
    .locator('textarea')
    .fill('Walking a little every day may ease back pain. Start slowly and build up.')
  await field('body').getByTestId('fullscreen-button-expand').click()
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type('One review found that studies disagree.')
  await page.keyboard.press('Shift+Home')
  await page.getByTestId('action-button-citation').locator('visible=true').last().click()
  await page.getByPlaceholder('Type to search').fill('dextrose')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await page.getByText('Saved').waitFor()
  // Back from the whole screen, to the form from its top.
  await page.goto(page.url().split(/%2C|,/)[0] ?? '')
  await field('images').getByRole('button', {name: 'Add item'}).click()
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles('content/images/where-back-pain-comes-from.png')
  await page.getByText('Alternative text').waitFor()
}

test('a new article, with a citation and an image, reaches readers once a reviewer has approved it', async () => {
  const title = 'Can walking help a sore back?'
  await using writer = await signIn(browser, studio, 'writer')
  await writeArticle(writer.page, title)
  // Without what blind readers need, it cannot even be submitted.
  await expect(isPossible(writer.page, 'Submit for review')).resolves.toBe(false)
  await writer.page.getByLabel('Alternative text').fill('A drawing of the lower back from the side')
  await writer.page.keyboard.press('Escape')
  await submit(writer.page, 'Please look at the evidence.')

  await using reviewer = await signIn(browser, studio, 'reviewer')
  await reviewer.page.getByText('Waiting for my review').click()
  await reviewer.page.getByText(title).first().click()
  await approve(reviewer.page, 'The evidence says so.')
  await publish(writer.page)

  expect(await exportNow()).toBe(0)
  const exported = released(out, 'web/articles/can-walking-help-a-sore-back.html') ?? ''
  expect(exported).toContain('One review found that studies disagree.')
  expect(exported).toContain('A drawing of the lower back from the side')
  expect(exported).toMatch(/dextrose prolotherapy/i)
}, 240_000)

test('two people edit one document at once, and each sees the other’s words', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  await using reviewer = await signIn(browser, studio, 'reviewer-2')
  const place = 'faq;faq-does-it-hurt'
  await Promise.all([writer.open(place), reviewer.open(place)])
  const field = (page: Page): Locator =>
    page.getByTestId('field-question').getByTestId('string-input')
  await Promise.all([field(writer.page).waitFor(), field(reviewer.page).waitFor()])
  const before = await field(writer.page).inputValue()
  await field(writer.page).press('End')
  await field(writer.page).pressSequentially(' One')
  await expect.poll(() => field(reviewer.page).inputValue(), patience).toBe(`${before} One`)
  await field(reviewer.page).press('End')
  await field(reviewer.page).pressSequentially(' two')
  await expect.poll(() => field(writer.page).inputValue(), patience).toBe(`${before} One two`)
}, 120_000)
