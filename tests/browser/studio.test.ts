// From a writer's draft to a countersigned publication, in the real Studio on the real lake. Each user
// has a browser window of their own.

import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {lakeClient, openLake} from '../../lake/index.ts'
import {contentOf, revisionOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {runCommand} from '../support/command.ts'
import {released} from '../support/release.ts'
import {
  choose,
  citeInNewArticle,
  openDecision,
  openForm,
  sampleStudio,
  writeComment,
  type Person,
} from '../support/studio.ts'

const studio = sampleStudio(prepareDrafts)
const out = join(studio.folder, 'exports')
let writer: Person
let reviewer: Person

beforeAll(async () => {
  ;[writer, reviewer] = await Promise.all([studio.signIn('writer'), studio.signIn('reviewer')])
})

/** A draft that waits for a decision. */
const submitted = {
  id: 'article-prp-back-pain',
  title: 'PRP injections for a sore back',
  file: 'web/articles/prp-injections-for-back-pain.html',
  summary: 'PRP is made from your own blood. Ask before you take an analgesic after the injection.',
  /** To the finding about a word in its summary. */
  answer: {
    _type: 'answer',
    _key: 'a',
    rule: 'plain/jargon',
    sentence: 'Ask before you take an analgesic after the injection.',
    reason: 'Readers know the word from the leaflet.',
  },
}

const withAnswers = z.object({answers: z.array(z.unknown())})

/** A draft of a text that readers have. */
const edited = {
  id: 'therapy-prp',
  name: 'Plasma with many platelets',
  approvedName: 'Platelet-rich plasma (PRP)',
  file: 'web/therapies/platelet-rich-plasma-prp.html',
}

async function prepareDrafts(dir: string): Promise<void> {
  using lake = openLake({dir})
  const client = lakeClient(lake)
  await startDraft(client, edited.id, {name: edited.name})
  const {id, title, summary, answer} = submitted
  const {answers} = withAnswers.parse(await client.getDocument(id))
  const draft = await startDraft(client, id, {title, summary, answers: [...answers, answer]})
  await client.create({
    _type: 'submission',
    subject: {_type: 'reference', _ref: submitted.id, _weak: true},
    revision: revisionOf(draft),
    reviewers: [{_key: 'miriam-hale', _type: 'reference', _ref: 'person-miriam-hale', _weak: true}],
    submittedAt: new Date().toISOString(),
  })
}

/** Starts a draft of a published document, with some fields changed. */
async function startDraft(
  client: SanityClient,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<StoredDocument> {
  const published = storedDocument.parse(await client.getDocument(id))
  return client.create({...contentOf(published), ...changes, _id: `drafts.${id}`})
}

/** A busy machine needs time to bring words from one browser to another. */
const patience = {timeout: 15_000}

function titleField(page: Page): Locator {
  return page.getByTestId('field-title').getByTestId('string-input')
}

/** Waits until the badge of the document shows a status. */
function status(page: Page, name: string): Promise<void> {
  return page.getByText(name, {exact: true}).last().waitFor()
}

/** Requires that the document shows an action, as a button or in the menu, and that it is disabled. */
async function expectDisabled(page: Page, action: string): Promise<void> {
  const button = page.getByTestId(`action-${action.toLowerCase().replaceAll(' ', '')}`)
  if (await button.isVisible()) {
    expect(await button.isDisabled(), action).toBe(true)
    return
  }
  await page.getByRole('button', {name: 'Open document actions'}).click()
  const item = page.getByRole('menuitem', {name: action})
  await item.waitFor({timeout: 10_000})
  expect(await item.isDisabled(), action).toBe(true)
  await page.keyboard.press('Escape')
}

async function exportNow(): Promise<number | null> {
  const {code, stderr} = await runCommand('export', ['--source', studio.dir, '--out', out])
  if (code === 1) throw new Error(stderr)
  return code
}

/** Replaces the title, and waits until the document panel shows it. */
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

async function approve(page: Page, comment: string, hasReasons = false): Promise<void> {
  const form = await openDecision(page, 'Approve')
  await writeComment(form, comment)
  // The reviewer accepts each reason that the writer gives.
  const reasons = form.getByRole('group', {name: 'Reasons that the writer gives'})
  if (hasReasons) await reasons.waitFor()
  for (const box of await reasons.getByRole('checkbox').all()) await box.check()
  await form.getByRole('button', {name: 'Approve exactly this text'}).click()
}

/** Publishes a text as soon as it is approved. */
async function publish(page: Page): Promise<void> {
  await status(page, 'Approved')
  await choose(page, 'Publish')
  await status(page, 'Published')
}

test('a reviewer sends a text back, and its writer sees what has to change', async () => {
  const title = 'How to prepare for a visit about back injections'

  await writer.open('article;article-prepare-for-appointment')
  await retitle(writer.page, title)
  await status(writer.page, 'Edited since approval')
  await expectDisabled(writer.page, 'Publish')
  await submit(writer.page, 'A shorter title.')

  await reviewer.open('waiting')
  await reviewer.page.getByText(title).first().click()
  const pane = reviewer.page.getByTestId('document-panel-scroller')
  await pane.getByText('A shorter title.').waitFor()
  const form = await openDecision(reviewer.page, 'Request changes')
  await form.getByLabel('Where?').selectOption('Title')
  await form.getByLabel('What has to change?').fill('Not every reader has a visit.')
  await form.getByRole('button', {name: 'Send back'}).click()
  // The text that waits next.
  await reviewer.page.getByLabel(`Your decision on “${submitted.title}”`).waitFor()

  await status(writer.page, 'Changes requested')
  await expectDisabled(writer.page, 'Publish')
  await writer.page.getByText('Miriam Hale asked for changes: Title').waitFor()
  await writer.page.getByText('Not every reader has a visit.').waitFor()
})

test('a submitted text is published only after a reviewer approves it, and then reaches readers', async () => {
  await writer.open(`article;${submitted.id}`)
  await status(writer.page, 'In review')
  await expectDisabled(writer.page, 'Publish')

  await reviewer.open('waiting')
  await reviewer.page.getByText(submitted.title).first().click()
  await approve(reviewer.page, 'Shorter, and still true.', true)
  await publish(writer.page)
  expect(await exportNow()).toBe(0)
  expect(released(out, submitted.file)).toContain(submitted.title)
})

test('an edited text cannot be published, and readers keep the approved one', async () => {
  await writer.open(`therapyType;${edited.id}`)
  await status(writer.page, 'Edited since approval')
  await expectDisabled(writer.page, 'Publish')
  expect(await exportNow()).toBe(0)
  expect(released(out, edited.file)).toContain(edited.approvedName)
  expect(released(out, edited.file)).not.toContain(edited.name)
})

test('an edited clinic reaches readers after a reviewer approves it', async () => {
  const name = 'Sample Clinic for Sore Backs (invented)'
  const before = 'Sample Spine and Sports Clinic (invented)'
  const file = 'web/therapies/dextrose-prolotherapy.html'

  await writer.open('clinic;clinic-sample-portland')
  const field = writer.page.getByTestId('field-name').getByTestId('string-input')
  await field.waitFor()
  await field.fill(name)
  await status(writer.page, 'Edited since approval')
  await expectDisabled(writer.page, 'Publish')
  await submit(writer.page, 'The clinic has a new name.')
  expect(await exportNow()).toBe(0)
  expect(released(out, file)).toContain(before)
  expect(released(out, file)).not.toContain(name)

  await reviewer.open('waiting')
  await reviewer.page.getByText(name).first().click()
  await approve(reviewer.page, 'Its website has the new name too.')
  await publish(writer.page)
  expect(await exportNow()).toBe(0)
  expect(released(out, file)).toContain(name)
  expect(released(out, file)).not.toContain(before)
})

test('before a reviewer retracts a question, the form names the pages that fall with it', async () => {
  await reviewer.open('faq;faq-who-should-not')
  const form = await openDecision(reviewer.page, 'Retract')
  const lost = form.getByRole('listitem').filter({hasText: 'How to prepare for'})
  await lost.getByText('articles/prepare-for-an-appointment-about-back-injections.html').waitFor()
  await lost.getByText('articles/prepare-for-an-appointment-about-back-injections.json').waitFor()
})

test('a reviewer retracts a text, and readers get a notice', async () => {
  await reviewer.open('article;article-prolotherapy-back-pain,view=review')
  const form = await openDecision(reviewer.page, 'Retract')
  await form.getByLabel('Why?').fill('A study was withdrawn.')
  await form.getByRole('button', {name: 'Retract', exact: true}).click()
  await reviewer.page.getByText('Miriam Hale retracted').waitFor()
  // Its translation is withheld with it.
  expect(await exportNow()).toBe(2)
  const page = released(out, 'web/articles/what-is-prolotherapy-for-chronic-back-pain.html')
  expect(page).toContain('<h1>This page was withdrawn</h1>')
  expect(page).not.toContain('prolotherapy')
  const spanish = 'web/es/articles/que-es-la-proloterapia-para-el-dolor-de-espalda-cronico.html'
  expect(released(out, spanish)).toContain('Esta página no está disponible por el momento')
})

/** Writes an article with a citation, and with an image that has no alternative text yet. */
async function writeArticle(page: Page, title: string): Promise<void> {
  const field = (name: string): Locator => page.getByTestId(`field-${name}`)
  const sentence = 'One review found that studies disagree.'
  await citeInNewArticle(page, studio.address, {title, sentence})
  await page.getByPlaceholder('Type to search').fill('dextrose')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await page.getByText('Saved').waitFor()
  // Leaves the full screen, and shows the form from its top.
  await page.goto(page.url().split(/%2C|,/)[0] ?? '')
  await field('images').getByRole('button', {name: 'Add item'}).click()
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles('content/images/where-back-pain-comes-from.png')
  await page.getByText('Alternative text (required)').waitFor()
  // To close the picture before it is there would stop its upload.
  await page.getByRole('dialog').locator('img[src*="/images/"]').first().waitFor()
}

test('a new article with a citation and an image reaches readers after a reviewer approves it', async () => {
  const title = 'Can walking help a sore back?'
  await writeArticle(writer.page, title)
  // An image without a text for blind readers stops the submission.
  await expectDisabled(writer.page, 'Submit for review')
  await writer.page
    .getByLabel('Alternative text (required)')
    .fill('A drawing of the lower back from the side')
  await writer.page.keyboard.press('Escape')
  await submit(writer.page, 'Please look at the evidence.')

  await reviewer.open('waiting')
  await reviewer.page.getByText(title).first().click()
  // All of the text is new, so the view shows it as a page.
  const shown = reviewer.page.frameLocator('iframe[title="Preview of the page"]')
  await shown.getByRole('heading', {name: title}).waitFor()
  await approve(reviewer.page, 'The evidence says so.')
  await publish(writer.page)

  // The translation of the text that was retracted above is still withheld.
  expect(await exportNow()).toBe(2)
  const exported = released(out, 'web/articles/can-walking-help-a-sore-back.html') ?? ''
  expect(exported).toContain('One review found that studies disagree.')
  expect(exported).toContain('A drawing of the lower back from the side')
  expect(exported).toMatch(/class="references">[^]*dextrose/i)
})

test('two users edit one document at the same time, and each sees the words of the other', async () => {
  await using other = await studio.signIn('reviewer-2')
  const place = 'faq;faq-does-it-hurt'
  await Promise.all([writer.open(place), other.open(place)])
  const field = (page: Page): Locator =>
    page.getByTestId('field-question').getByTestId('string-input')
  await Promise.all([field(writer.page).waitFor(), field(other.page).waitFor()])
  const before = await field(writer.page).inputValue()
  await field(writer.page).press('End')
  await field(writer.page).pressSequentially(' One')
  await expect.poll(() => field(other.page).inputValue(), patience).toBe(`${before} One`)
  await field(other.page).press('End')
  await field(other.page).pressSequentially(' two')
  await expect.poll(() => field(writer.page).inputValue(), patience).toBe(`${before} One two`)
})
