// Takes new pictures for the guides, from the real Studio with the sample content. Port 4000 must be
// free. Run it by `npm run pictures`.

import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Locator, Page} from 'playwright-core'
import sharp from 'sharp'
import {importDataset, lakeClient, openLake} from '../lake/index.ts'
import {makeLake} from '../pipeline/source/source.ts'
import type {StoredDocument} from '../review/revision.ts'
import {launchBrowser} from '../tests/support/browser.ts'
import {runCommand, temporaryFolder, writeDataset} from '../tests/support/command.ts'
import {faq} from '../tests/support/library.ts'
import {
  choose,
  openDecision,
  openForm,
  signIn,
  startStudio,
  type Person,
} from '../tests/support/studio.ts'

const images = join(import.meta.dirname, 'images')
const screen = {width: 1280, height: 800}
const wide = {width: 1440, height: 900}
const small = {width: 900, height: 560}
const phone = {width: 390, height: 800}

const ARTICLE = 'article-prolotherapy-back-pain'
const TITLE = 'What is prolotherapy for chronic back pain?'
const SUMMARY =
  'Prolotherapy is a course of injections that are meant to strengthen weak ligaments in the back.'
const REST =
  'In the United States, the Food and Drug Administration (FDA) has not approved it for back pain. Like any injection, it has risks.'
const TOO_SURE = `${SUMMARY} Studies show that it helps. ${REST}`
const MENDED = `${SUMMARY} Given alone, it did no better than a dummy injection. ${REST}`

const NEWEST_REVIEW = '*[_type == "review" && subject._ref == $question] | order(decidedAt desc)[0]'

const DAY_MS = 86_400_000
/** How long to wait until spinners are gone, panes have their widths, and typed words are saved. */
const SETTLE_MS = 2000

using folder = temporaryFolder()
const dir = join(folder.path, 'lake')
const out = join(folder.path, 'exports')
await mkdir(images, {recursive: true})
await makeLake(dir, 'content')
await makeNews()
await using browser = await launchBrowser()
await using studio = await startStudio(dir, 4000)
await takeLogin()
await using writer = await atDesk('writer')
await using reviewer = await atDesk('reviewer')
await takeArticle(writer)
await takeReview()
await takeApproval()
await takeWhatCameOut()

/** Adds to the lake a review that is late, a review that is due soon, and a text without approval. */
async function makeNews(): Promise<void> {
  using lake = openLake({dir})
  const client = lakeClient(lake)
  const renewed = async (question: string, days: number): Promise<StoredDocument> => ({
    ...(await client.fetch<StoredDocument>(NEWEST_REVIEW, {question})),
    _id: `review-${question}-renewed`,
    decidedAt: new Date().toISOString(),
    nextReview: dayFromNow(days),
  })
  const unapproved: StoredDocument = {
    ...faq,
    _id: 'faq-brace',
    question: 'Should I wear a back brace after the injection?',
    slug: {_type: 'slug', current: 'should-i-wear-a-back-brace'},
  }
  const documents = [
    await renewed('faq-insurance', -12),
    await renewed('faq-fda-approved', 30),
    unapproved,
  ]
  await importDataset(lake, writeDataset(folder.path, documents))
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}

async function atDesk(username: string): Promise<Person> {
  const person = await signIn(browser, studio, username)
  await person.page.setViewportSize(screen)
  return person
}

/** Writes a picture of the page, with few colours. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS)
  const shown = await page.screenshot({animations: 'disabled', caret: 'hide'})
  await writeFile(
    join(images, `${name}.png`),
    await sharp(shown).png({palette: true, effort: 10}).toBuffer(),
  )
}

function field(page: Page, name: string): Locator {
  return page.getByTestId(`field-${name}`)
}

/** Waits until the badge of the document shows a status. */
async function status(page: Page, name: string): Promise<void> {
  await page.getByText(name, {exact: true}).last().waitFor()
}

async function takeLogin(): Promise<void> {
  const page = await browser.newPage({viewport: small})
  await page.goto(studio.address)
  await page.getByLabel('Name').fill('writer')
  await take(page, 'login')
  await page.close()
}

/** A new article with its first citation. */
async function takeArticle({page}: Person): Promise<void> {
  await page.goto(`${studio.address}/intent/create/type=article`)
  await field(page, 'title').getByTestId('string-input').fill('Can walking help a sore back?')
  await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
  await field(page, 'summary')
    .locator('textarea')
    .fill('Walking a little every day may ease back pain. Start slowly and build up.')
  await page.getByRole('button', {name: 'Enter focus mode'}).click()
  // The toolbar shows as many buttons as have room when it opens.
  await page.waitForTimeout(SETTLE_MS)
  await field(page, 'body').getByTestId('fullscreen-button-expand').click()
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type('## Staying active\n')
  await page.keyboard.type(
    'A sore back often gets better by itself. Rest in bed is rarely needed.\n',
  )
  await page.keyboard.type('Experts advise people with back pain to stay active.')
  await page.keyboard.press('Shift+Home')
  await page.getByTestId('action-button-citation').locator('visible=true').last().click()
  await page.getByPlaceholder('Type to search').fill('noninvasive')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await page.getByText('Saved').waitFor()
  // No tooltip in the picture.
  await page.locator(':focus').blur()
  await take(page, 'article')
}

/** The review of a change, as its writer and its reviewer see it. */
async function takeReview(): Promise<void> {
  await resummarize(
    'article-prepare-for-appointment',
    'Write your questions down before you go, and take a friend with you.',
  )
  await resummarize(ARTICLE, TOO_SURE)
  await submit('A clearer summary.', 'submit')

  const {page} = reviewer
  await page.getByText('Waiting for my review').click()
  await page.getByText(TITLE).first().click()
  await page.getByText('A clearer summary.').waitFor()
  await take(page, 'review')
  await openDecision(page, 'Request changes')
  await page.getByLabel('Where?').selectOption('Summary')
  await page
    .getByLabel('What has to change?')
    .fill('Studies do not agree that it helps. Please say so.')
  await take(page, 'request-changes')
  await page.getByRole('button', {name: 'Send back'}).click()
  await page.getByText('Nothing more waits in this list.').waitFor()

  await writer.page.goto(`${studio.address}/structure/my-drafts`)
  await writer.page.getByText(TITLE).first().click()
  await writer.page.locator('[id$="tab-review"]').click()
  await writer.page.getByText('Miriam Hale asked for changes').first().waitFor()
  await take(writer.page, 'desk')
}

async function resummarize(id: string, words: string): Promise<void> {
  const {page} = writer
  await writer.open(`article;${id}`)
  await field(page, 'summary').locator('textarea').fill(words)
  await status(page, 'Edited since approval')
}

async function submit(note: string, picture?: string): Promise<void> {
  const {page} = writer
  await openForm(page, 'Submit for review')
  await page.getByRole('checkbox', {name: 'Miriam Hale'}).check()
  await page.getByLabel('Note to the reviewers').fill(note)
  if (picture !== undefined) await take(page, picture)
  await page.getByRole('button', {name: 'Submit', exact: true}).click()
  await status(page, 'In review')
}

/** The corrected text, its page before the approval, and the approval. */
async function takeApproval(): Promise<void> {
  await writer.page.setViewportSize(wide)
  await writer.open(`article;${ARTICLE}|,view=preview`)
  const preview = writer.page.frameLocator('iframe[title="Preview of the page"]')
  await preview.locator('h1').waitFor()
  await field(writer.page, 'summary').locator('textarea').fill(MENDED)
  await preview.getByText('Given alone, it did no better').waitFor()
  await take(writer.page, 'preview')
  await writer.page.setViewportSize(screen)
  await writer.open(`article;${ARTICLE}`)
  await field(writer.page, 'summary').waitFor()
  await submit('Mended.')

  const {page} = reviewer
  await reviewer.open(`article;${ARTICLE}`)
  await status(page, 'In review')
  await openDecision(page, 'Approve')
  const reasons = page.getByRole('group', {name: 'Reasons that the writer gives'})
  await reasons.waitFor()
  for (const reason of await reasons.getByRole('checkbox').all()) await reason.check()
  await page.getByText('You approve exactly this revision.').scrollIntoViewIfNeeded()
  await take(page, 'approve')
  await page.getByRole('button', {name: 'Approve exactly this text'}).click()
  await status(page, 'Approved')
}

/** The dashboard after an export, and a page of the release on a phone. */
async function takeWhatCameOut(): Promise<void> {
  await status(writer.page, 'Approved')
  await choose(writer.page, 'Publish')
  await status(writer.page, 'Published')
  const {code, stderr} = await runCommand('export', ['--source', dir, '--out', out])
  if (code === 1) throw new Error(stderr)

  const {page} = reviewer
  await page.goto(`${studio.address}/dashboard`)
  await page.getByText(/documents at/).waitFor()
  await take(page, 'dashboard')

  const reader = await browser.newPage({viewport: phone})
  const file = 'current/web/articles/what-is-prolotherapy-for-chronic-back-pain.html'
  await reader.goto(pathToFileURL(join(out, file)).href)
  await take(reader, 'page')
}
