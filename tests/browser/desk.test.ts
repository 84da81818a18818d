// The dashboard and the lists of the real Studio: the state of the library, and what waits for a user.

import {join} from 'node:path'
import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {importDataset, openLake} from '../../lake/index.ts'
import {makeLake} from '../../pipeline/source/source.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {badSettings, settingsWith} from '../support/bad-settings.ts'
import {launchBrowser} from '../support/browser.ts'
import {runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {faq, makeDecision, work} from '../support/library.ts'
import {
  openDecision,
  openForm,
  signIn,
  startStudio,
  writeComment,
  type StudioServer,
} from '../support/studio.ts'

const folder = temporaryFolder()
const dir = join(folder.path, 'lake')
let browser: Browser
let studio: StudioServer

function question(_id: string, words: string): StoredDocument {
  return {
    ...faq,
    _id,
    question: words,
    slug: {_type: 'slug', current: _id.replaceAll('.', '-')},
  }
}

const old = question('faq-old', 'Is this advice still good?')
const lost = question('drafts.faq-lost', 'Is this what the reviewer read?')
const unapproved = question('faq-unapproved', 'Is a heat pack safe?')
const draft = question('drafts.faq-draft', 'What shall we ask next?')
const settings = {
  ...settingsWith(
    ...badSettings.map(({setting}) => setting),
    {rule: 'plain/spacing', level: 'off'},
    {rule: 'freshness/soon', limit: 30},
  ),
  _id: 'drafts.siteSettings',
}
const approval = makeDecision(old, 'approved', {
  decidedAt: '2020-01-10T10:00:00Z',
  by: 'person-miriam-hale',
})

/** No editor has looked at it since. */
const source = {...work, _id: 'work-old', title: 'An old trial', checkedOn: '2020-01-31'}
const approvalOfSource = makeDecision(source, 'approved', {by: 'person-miriam-hale'})

/** Approves a text that the history does not hold. */
const approvalOfLost = makeDecision(question('faq-lost', 'An earlier text'), 'approved', {
  decidedAt: '2026-01-10T10:00:00Z',
  by: 'person-miriam-hale',
})

beforeAll(async () => {
  await makeLake(dir, 'content')
  {
    using lake = openLake({dir})
    await importDataset(
      lake,
      writeDataset(folder.path, [
        old,
        lost,
        unapproved,
        draft,
        source,
        approval,
        approvalOfLost,
        approvalOfSource,
        settings,
      ]),
    )
  }
  ;[browser, studio] = await Promise.all([launchBrowser(), startStudio(dir)])
}, 120_000)

afterAll(async () => {
  await browser.close()
  await studio[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

async function openDashboard(page: Page): Promise<void> {
  await page.getByRole('link', {name: 'Dashboard'}).click()
  await page.getByText(/documents at/).waitFor()
}

/** A number of the dashboard, beside the link to what it counts. */
function tileOf(page: Page, title: string): Locator {
  return page
    .getByRole('listitem')
    .filter({has: page.getByRole('link', {name: title, exact: true})})
}

async function countOf(page: Page, title: string): Promise<number> {
  return Number(/\d+/.exec(await tileOf(page, title).innerText())?.[0])
}

function rowOf(page: Page, table: string, title: string): Locator {
  return page.getByRole('table', {name: table}).getByRole('row').filter({hasText: title})
}

test('a reviewer sees the state of the library, finds an overdue text, and approves it again without a change', async () => {
  await using reviewer = await signIn(browser, studio, 'reviewer')
  const {page} = reviewer
  await openDashboard(page)
  // The draft, and the text that was published without a request for review.
  expect(await countOf(page, 'Draft')).toBe(2)
  expect(await countOf(page, 'Review due')).toBeGreaterThan(0)
  expect(await rowOf(page, 'Overdue for review', 'Is this advice still good?').innerText()).toMatch(
    /Question\s+January 10, 2022$/,
  )

  // Each number leads to what it counts.
  await page.getByRole('link', {name: 'Draft', exact: true}).click()
  await rowOf(page, 'Draft', 'What shall we ask next?').waitFor()
  expect(await page.getByRole('table', {name: 'Draft'}).getByRole('row').count()).toBe(3)
  await expect.poll(() => countOf(page, 'Overdue')).toBe(1)
  await page.getByRole('link', {name: 'Overdue', exact: true}).click()
  await page.getByText('Due since January 10, 2022').waitFor()
  // A list shows the status of each document.
  await page.getByRole('img', {name: 'Review due'}).first().waitFor()
  await page.getByText('Is this advice still good?').click()
  await page.getByText('Review due', {exact: true}).last().waitFor()

  await page.getByTestId('action-menu-button').waitFor()
  await openDashboard(page)
  await rowOf(page, 'Overdue for review', 'Is this advice still good?').getByRole('link').click()
  await page.getByTestId('field-question').waitFor()
  // Without the approved text a reviewer cannot see what changed, so the form must not accept an approval.
  await expect
    .poll(() => page.getByTestId('action-approve').isEnabled(), {timeout: 20_000})
    .toBe(true)
  await page.route('**/data/history/**', (route) => route.abort())
  const form = await openDecision(page, 'Approve')
  await page.getByText('The approved text could not be looked up').waitFor()
  await writeComment(form, 'Read again: it still is.')
  const button = form.getByRole('button', {name: 'Approve exactly this text'})
  expect(await button.isEnabled()).toBe(false)
  await page.unroute('**/data/history/**')
  // The history says both what changed and who wrote it.
  await page.getByRole('alert').getByRole('button', {name: 'Try again'}).click()
  await form.getByRole('button', {name: 'Try again'}).click()
  await page.getByText('Nothing has changed.').waitFor()
  await button.click()
  // The form closes once the lake has the decision.
  await page.getByText('You approved this text.').waitFor()
  await page.getByText('Published', {exact: true}).last().waitFor()
})

test('a reviewer finds a reference that is due for a check, and where to enter the day', async () => {
  await using reviewer = await signIn(browser, studio, 'reviewer')
  const {page} = reviewer
  await page.getByText('References due for a check', {exact: true}).click()
  const item = page.getByTestId('work-list').getByRole('listitem').filter({hasText: 'An old trial'})
  await item.getByText('Check due since January 30, 2022').waitFor()
  await item.click()
  await page.getByText('Does it still stand?').click()
  const checkedOn = page.getByTestId('field-checkedOn').getByRole('textbox').first()
  expect(await checkedOn.inputValue()).toBe('2020-01-31')
})

test('a reviewer who approves reads so if the history no longer holds the approved text', async () => {
  await using reviewer = await signIn(browser, studio, 'reviewer')
  await reviewer.open('faq;faq-lost')
  const {page} = reviewer
  await openDecision(page, 'Approve')
  await page.getByText('What changed since the approval on January 10, 2026').waitFor()
  await page.getByText('The history no longer holds the approved text').waitFor()
  await page.locator('ins').getByText('Is this what the reviewer read?').waitFor()
})

test('the Approve form says so if the text cannot be checked, and checks it again', async () => {
  await using reviewer = await signIn(browser, studio, 'reviewer')
  const {page} = reviewer
  const isContext = (url: URL) => url.searchParams.get('query')?.includes('"cited"') === true
  await page.route(isContext, (route) => route.abort())
  await reviewer.open('faq;faq-lost')
  const form = await openDecision(page, 'Approve')
  const button = form.getByRole('button', {name: 'Approve exactly this text'})
  await form.getByText('The text could not be checked').waitFor()
  await writeComment(form, 'Still true.')
  expect(await button.isEnabled()).toBe(false)
  await page.unroute(isContext)
  await form.getByRole('button', {name: 'Try again'}).click()
  await expect.poll(() => button.isEnabled(), {timeout: 20_000}).toBe(true)
})

test('the dashboard shows one message if it cannot read the library', async () => {
  await using reviewer = await signIn(browser, studio, 'reviewer')
  const {page} = reviewer
  await page.route(
    (url) => url.searchParams.get('query')?.includes('$after') === true,
    (route) => route.abort(),
  )
  await page.goto(`${studio.address}/dashboard`)
  await page.getByRole('alert').getByText('The library could not be read').waitFor()
  expect(await page.getByText('could not be read').count()).toBe(1)
})

test('the dashboard lists a text that is published without approval, and the export withholds it', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  await openDashboard(writer.page)
  const said = await rowOf(writer.page, 'Readers do not get', 'Is a heat pack safe?').innerText()
  const {stdout} = await runCommand('validate', ['--source', dir, '--json'])
  expect(JSON.parse(stdout)).toMatchObject({
    withheld: [{id: 'faq-unapproved', reason: 'no reviewer has approved it', shown: 'nothing'}],
  })
  expect(said).toMatch(/no reviewer has approved it\s+nothing$/)

  const out = join(folder.path, 'exports')
  expect((await runCommand('export', ['--source', dir, '--out', out])).code).toBe(2)
  await writer.page.getByRole('button', {name: 'Refresh'}).click()
  await writer.page.getByText('The last export withheld (1)').waitFor()
  expect(
    await rowOf(writer.page, 'What the last export withheld', 'Is a heat pack safe?').innerText(),
  ).toMatch(/no reviewer has approved it\s+nothing$/)
})

test('a writer submits from the dashboard what was published without a request for review', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  const {page} = writer
  await openDashboard(page)
  const before = await countOf(page, 'In review')
  await page.getByRole('button', {name: 'Submit 1 text for review'}).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Miriam Hale').check()
  await form.getByRole('button', {name: 'Submit', exact: true}).click()
  await expect.poll(() => countOf(page, 'In review'), {timeout: 15_000}).toBe(before + 1)
  expect(await page.getByRole('button', {name: /^Submit \d/}).count()).toBe(0)
})

test('a new article has its writer and no day, and is among the drafts of the writer', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  const {page} = writer
  await page
    .getByRole('button', {name: /create/i})
    .first()
    .click()
  await page.getByTestId('create-new-article').waitFor()
  expect(await page.getByTestId('create-new-siteSettings').count()).toBe(0)
  await page.getByTestId('create-new-article').click()
  await page.getByTestId('field-title').waitFor()
  await page.getByRole('tab', {name: 'Review', exact: true}).last().click()
  await page.getByTestId('field-authors').getByText('Dana Okafor').waitFor()
  const firstPublished = page.getByTestId('field-firstPublished').getByRole('textbox').first()
  expect(await firstPublished.inputValue()).toBe('')
  expect(await page.getByTestId('field-lastModified').count()).toBe(0)

  await page.getByRole('tab', {name: 'Content', exact: true}).last().click()
  await page.getByTestId('field-title').getByTestId('string-input').fill('Is rest good for backs?')
  await page.getByText('My drafts').click()
  await page.getByText('Is rest good for backs?').first().waitFor()
  await page.getByRole('img', {name: '1 document'}).waitFor()
})

test('the form of the site settings refuses a bad setting with the same message as an export', async () => {
  await using administrator = await signIn(browser, studio, 'administrator')
  const {page} = administrator
  await page.getByText('Site settings').click()
  await page.getByTestId('field-rules').waitFor()
  await page.getByRole('button', {name: 'Checks', exact: true}).click()
  for (const {words} of badSettings) await page.getByText(words).first().waitFor()
  await page.getByText('is already set further up').first().waitFor()
  // The sound setting has no message.
  expect(await page.getByText('for freshness/soon').count()).toBe(0)
})

test('a list of what waits follows the lake: a request comes with who asks, until when and why, and a decided text leaves', async () => {
  await using reviewer = await signIn(browser, studio, 'reviewer')
  await reviewer.page.getByText('Waiting for my review').click()
  const list = reviewer.page.getByTestId('work-list')
  await list.or(reviewer.page.getByText('Nothing waits for you')).first().waitFor()
  const item = list.getByRole('listitem').filter({hasText: 'What shall we ask next?'})
  expect(await item.count()).toBe(0)

  await using writer = await signIn(browser, studio, 'writer')
  await writer.open('faq;faq-draft')
  await openForm(writer.page, 'Submit for review')
  const form = writer.page.getByRole('dialog')
  await form.getByLabel('Miriam Hale').check()
  await form.getByLabel('Needed by').fill('2099-01-31')
  await form.getByLabel('Note to the reviewers').fill('The clinic waits for it.')
  await form.getByRole('button', {name: 'Submit', exact: true}).click()

  await item.waitFor()
  expect(await item.innerText()).toMatch(
    /Asked by Dana Okafor on \w+ \d+, \d{4}, needed by January 31, 2099\s+The clinic waits for it\./,
  )
  // The last request is the last one in the list.
  expect(await list.getByRole('listitem').last().innerText()).toContain('What shall we ask next?')
  const count = await list.getByRole('listitem').count()
  await reviewer.page
    .getByRole('img', {name: `${count} document`})
    .first()
    .waitFor()

  await item.click()
  const request = await openDecision(reviewer.page, 'Request changes')
  await request.getByLabel('What has to change?').fill('Ask it in fewer words.')
  await request.getByRole('button', {name: 'Send back'}).click()
  await item.waitFor({state: 'detached'})
})
