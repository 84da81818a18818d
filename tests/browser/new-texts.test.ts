// New texts that lead to each other go to review, and to readers, together.

import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {lakeClient, openLake} from '../../lake/index.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {runCommand} from '../support/command.ts'
import {released} from '../support/release.ts'
import {risOf} from '../support/ris.ts'
import {
  choose,
  citeInNewArticle,
  openDecision,
  openForm,
  sampleStudio,
  writeComment,
} from '../support/studio.ts'

/** Two new pages that link to each other, and one that links to an unfinished one. */
const pages = [
  {id: 'before-the-visit', title: 'Before your visit', leadsTo: 'after-the-visit'},
  {id: 'after-the-visit', title: 'After your visit', leadsTo: 'before-the-visit'},
  {id: 'on-the-day', title: 'On the day', leadsTo: 'at-the-clinic'},
  {id: 'at-the-clinic', title: 'At the clinic', leadsTo: 'on-the-day', summary: 'Too short.'},
]

const studio = sampleStudio(async (dir) => {
  using lake = openLake({dir})
  const client = lakeClient(lake)
  const model = storedDocument.parse(await client.getDocument('article-prepare-for-appointment'))
  for (const {id, leadsTo, ...fields} of pages) {
    await client.create<StoredDocument>({
      ...contentOf(model),
      _id: `drafts.${id}`,
      ...fields,
      slug: {_type: 'slug', current: id},
      body: [
        linkTo(leadsTo),
        {
          _key: 'signs',
          _type: 'warningSignsEmbed',
          warningSigns: {_type: 'reference', _ref: 'warning-signs-back'},
        },
      ],
    })
  }
})
const out = join(studio.folder, 'exports')

/** A paragraph with a link to a page that was never published, as the Studio makes it. */
function linkTo(id: string): object {
  const reference = {_ref: id, _weak: true, _strengthenOnPublish: {type: 'article'}}
  return {
    _key: 'paragraph',
    _type: 'block',
    style: 'normal',
    markDefs: [
      {_key: 'link', _type: 'internalLink', reference: {_type: 'reference', ...reference}},
    ],
    children: [
      {_key: 'words', _type: 'span', text: 'Read about ', marks: []},
      {_key: 'linked', _type: 'span', text: 'the other half of your visit', marks: ['link']},
    ],
  }
}

/** Waits until the badge of the document shows a status. */
function status(page: Page, name: string): Promise<void> {
  return page.getByText(name, {exact: true}).last().waitFor()
}

async function exportNow(): Promise<void> {
  const {code, stderr} = await runCommand('export', ['--source', studio.dir, '--out', out])
  if (code !== 0) throw new Error(stderr)
}

/** Submits the open document, and the new texts with some titles. */
async function submitWith(page: Page, ...titles: readonly string[]): Promise<void> {
  await openForm(page, 'Submit for review')
  const set = page.getByRole('group', {name: 'These new texts go to review together with it'})
  for (const title of titles) await set.getByRole('link', {name: title}).waitFor()
  await page.getByRole('checkbox', {name: 'Miriam Hale'}).check()
  await page.getByRole('button', {name: 'Submit', exact: true}).click()
  await status(page, 'In review')
}

async function approve(page: Page): Promise<void> {
  const form = await openDecision(page, 'Approve')
  await writeComment(form, 'It is true, and plain.')
  await form.getByRole('button', {name: 'Approve exactly this text'}).click()
}

const RIS = risOf({
  title: 'Walking for back pain: a randomized trial',
  authors: ['Okafor, Nadia', 'Berg, Jan'],
})

/** Writes an article whose only sentence cites a reference that the library does not have. */
async function writeArticle(page: Page, title: string): Promise<void> {
  const sentence = 'One trial found that people walked more.'
  await citeInNewArticle(page, studio.address, {title, sentence})
  await page.getByPlaceholder('Type to search').waitFor()
  await page.getByRole('button', {name: 'Create'}).locator('visible=true').last().click()
  await page.getByLabel('Paste a reference').fill(RIS)
  await page.getByRole('button', {name: 'Fill in'}).click()
  await page
    .getByTestId('document-panel-document-title')
    .getByText(/Walking for/)
    .waitFor()
  // Shows the article alone, from its top.
  await page.goto(page.url().split(/%2C|,/)[0] ?? '')
}

async function expectDisabled(page: Page, action: string, reason: string): Promise<void> {
  await page.getByTestId(`action-${action.toLowerCase()}`).waitFor()
  expect(await page.getByTestId(`action-${action.toLowerCase()}`).isDisabled()).toBe(true)
  await page.getByTestId(`action-${action.toLowerCase()}`).hover({force: true})
  await page.getByText(reason).waitFor()
}

test('two new pages that link to each other go to review and to readers together', async () => {
  await using writer = await studio.signIn('writer')
  await using reviewer = await studio.signIn('reviewer')
  const [before, after] = pages.map(({title}) => title)

  await writer.open('article;before-the-visit')
  await submitWith(writer.page, String(after))

  await reviewer.page.getByText('Waiting for my review').click()
  const list = reviewer.page.getByTestId('work-list')
  await list.getByText('Together with another new text').first().waitFor()
  await list.getByText(String(before)).click()
  await approve(reviewer.page)
  // The list leads on to the other page.
  await reviewer.page.getByLabel(`Your decision on “${after}”`).waitFor()

  // The other page is not approved, so neither is published.
  await status(writer.page, 'Approved')
  await expectDisabled(writer.page, 'Publish', `“${after}” (0 of 1 clinical)`)

  await reviewer.page.getByRole('heading', {name: 'Together with another new text'}).waitFor()
  await approve(reviewer.page)
  await reviewer.page.getByText('Nothing more waits in this list.').waitFor()

  await choose(writer.page, 'Publish')
  await status(writer.page, 'Published')
  await exportNow()
  expect(released(out, 'web/articles/before-the-visit.html')).toMatch(
    /href="[^"]*after-the-visit\.html"/,
  )
  expect(released(out, 'web/articles/after-the-visit.html')).toMatch(
    /href="[^"]*before-the-visit\.html"/,
  )
})

test('an article goes to review with the reference that its writer made for it, and readers get both', async () => {
  const title = 'Can walking help a sore back?'
  const source = 'Walking for back pain: a randomized trial'
  await using writer = await studio.signIn('writer')
  await using reviewer = await studio.signIn('reviewer')
  await writeArticle(writer.page, title)
  // The checks say what becomes of the new reference, and ask for nothing.
  const checks = writer.page.getByRole('button', {name: 'Checks', exact: true})
  await checks.click()
  await writer.page.getByText(/This document is new\. It goes to review and to readers/).waitFor()
  expect(await writer.page.getByRole('heading', {name: /^Errors/}).count()).toBe(0)
  await checks.click()
  await submitWith(writer.page, source)

  await reviewer.page.getByText('Waiting for my review').click()
  await reviewer.page.getByTestId('work-list').getByText(title).click()
  const form = await openDecision(reviewer.page, 'Approve')
  await reviewer.page.getByText(`Citation of ${source}`).waitFor()
  await form
    .getByRole('group', {name: 'Approve these new texts with it'})
    .getByRole('checkbox', {name: source})
    .check()
  await writeComment(form, 'The trial says so.')
  await form.getByRole('button', {name: 'Approve exactly these 2 texts'}).click()
  await status(reviewer.page, 'Approved')

  await status(writer.page, 'Approved')
  await choose(writer.page, 'Publish')
  await status(writer.page, 'Published')
  await exportNow()
  const page = released(out, 'web/articles/can-walking-help-a-sore-back.html') ?? ''
  expect(page).toContain('One trial found that people walked more.')
  expect(page).toContain(source)
})

test('texts are not submitted together while one of them has an error', async () => {
  await using writer = await studio.signIn('writer')
  const {page} = writer
  await writer.open('article;on-the-day,inspect=sanity%2Fstructure%2Fvalidation')
  await page
    .getByText('A new one goes to review together with this text.')
    .locator('visible=true')
    .first()
    .waitFor()
  await openForm(page, 'Submit for review')
  const set = page.getByRole('group', {name: 'These new texts go to review together with it'})
  await set.getByText('written by system; it has an error to fix first').waitFor()
  await page.getByRole('checkbox', {name: 'Miriam Hale'}).check()
  expect(await page.getByRole('button', {name: 'Submit', exact: true}).isDisabled()).toBe(true)

  await set.getByRole('link', {name: 'At the clinic'}).click()
  await page
    .getByTestId('field-summary')
    .locator('textarea')
    .fill('Wear clothes that are easy to take off. A nurse shows you where to wait.')
  await page.getByText('Saved').waitFor()
  await writer.open('article;on-the-day')
  await submitWith(page, 'At the clinic')
})
