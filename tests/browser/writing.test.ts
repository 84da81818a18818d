// What a writer pastes, and what the body of an article shows.

import {createClient} from '@sanity/client'
import {beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {risOf} from '../support/ris.ts'
import {sampleStudio, type Person} from '../support/studio.ts'

const studio = sampleStudio()
let writer: Person

beforeAll(async () => {
  writer = await studio.signIn('writer')
})

/** A busy machine needs time. */
const patience = {timeout: 20_000}

/** As Word puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"></head><body lang=EN-US>
<p class=MsoNormal>Take <span class=msoDel><del cite="mailto:Rae" datetime="2026-05-01T10:00">50</del></span><span
class=msoIns><ins cite="mailto:Rae" datetime="2026-05-01T10:00">5</ins></span> mg with water.<span
style='mso-spacerun:yes'>&nbsp; </span>See a doctor<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> soon.<span
class=MsoCommentReference><a href="#_msocom_1">[RB1]</a></span></p>
<p class=MsoNormal>Read <a href="https://www.google.com/url?q=https://www.nhs.uk/conditions/back-pain/&amp;sa=D">the
page</a>. <strike>It always heals.</strike></p>
<p class=MsoNormal><img width=100 height=100 src="file:///C:/image001.png" alt=Spine></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Dose</p></td><td><p class=MsoNormal>Cells</p></td></tr>
<tr><td><p class=MsoNormal>5 <b>mg</b></p><p class=MsoNormal>a day</p></td><td><p class=MsoNormal>10<sup>9</sup>/L</p></td></tr>
<tr><td rowspan=2>Child</td><td><b>not</b> <i>more</i></td></tr><tr><td>2 mg</td></tr></table>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> Okafor 2013.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Check this dose</p></div></div>
</body></html>`

const RIS = risOf({
  title: 'Dextrose injections for knee pain: a randomized trial',
  authors: ['Okafor, Nadia', 'Berg, Jan', 'Silva, Rosa', 'Tanaka, Ken'],
})

test('the body shows what a callout, a table and a therapy card say', async () => {
  const {page} = writer
  await writer.open('article;article-prolotherapy-back-pain')
  const shown = page.getByTestId('field-body')
  await shown.getByText('it is hard to start to urinate (pee)', {exact: false}).waitFor()
  await shown.getByRole('cell', {name: 'Blood from your arm'}).waitFor()
  await shown.getByText('Injections made from a person’s own blood', {exact: false}).waitFor()
})

test('words that an author deleted stay out, tables stay tables, and what is left out is named', async () => {
  const {page} = writer
  await page.goto(`${studio.address}/intent/create/type=article`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  const body = page.locator('[contenteditable="true"]').first()
  await body.click()
  await page.evaluate(`
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', ${JSON.stringify(WORD)})
    clipboardData.setData('text/plain', 'Take 5 mg')
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}),
    )
  `)
  await page
    .getByText(
      'Deleted or struck out, and left out: 2. Comments, left out: 1. Pictures, left out: 1. Add each with the button for images. Footnotes, now plain text: 1.',
    )
    .waitFor()
  await page.getByText('Cells over several rows, whose words now stand in each row: 1.').waitFor()
  await page.getByText('Saved').waitFor()
  expect((await newestDraft()).map(outline)).toEqual([
    'Take 5 mg with water. See a doctor[1] soon.',
    'Read <https://www.nhs.uk/conditions/back-pain/>the page</>.',
    [
      ['Dose', 'Cells'],
      ['5 <strong>mg</>\na day', '10<sup>9</>/L'],
      ['Child', '<strong>not</> <em>more</>'],
      ['Child', '2 mg'],
    ],
    '[1] Okafor 2013.',
  ])
})

test('the form of a citation stays open while the marks around it change', async () => {
  const {page} = writer
  await page.goto(`${studio.address}/intent/create/type=article`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  const body = page.locator('[contenteditable="true"]').first()
  await body.click()
  await page.keyboard.type('It helped in 80% of people with arthritis.')
  await body.locator('[data-finding]', {hasText: '80%'}).waitFor()
  await page.keyboard.press('Shift+Home')
  await page.getByTestId('action-button-citation').locator('visible=true').last().click()
  await page.getByPlaceholder('Type to search').waitFor()
  // The new citation takes the mark from these words, and its check takes seconds.
  await page.waitForTimeout(5000)
  await page.getByPlaceholder('Type to search').fill('dextrose')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await page.keyboard.press('Escape')
  await body.locator('[data-finding]', {hasText: '80%'}).waitFor({state: 'hidden'})
})

test('a table is typed in place: one press makes it, Tab leads on, its cells hold emphasis and citations, and it has a list of sources', async () => {
  const {page} = writer
  const {keyboard} = page
  await page.goto(`${studio.address}/intent/create/type=article`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  await page.locator('[contenteditable="true"]').first().click()

  await page.getByTestId('richTable-insert-menu-button').first().click()
  await page.getByLabel('Caption').waitFor()
  for (const words of ['Kind', 'Dose', 'Source', 'Dextrose']) {
    await keyboard.type(words)
    await keyboard.press('Tab')
  }
  await keyboard.press('Control+b')
  await keyboard.type('5 ml')
  await keyboard.press('Control+b')
  await keyboard.press('Tab')
  await keyboard.type('Trial')
  await keyboard.press('Shift+Home')
  await page.getByTestId('action-button-citation').locator('visible=true').last().click()
  await page.getByPlaceholder('Type to search').fill('dextrose')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await keyboard.press('Escape')
  await page.getByLabel('Caption').fill('Doses in trials')
  await page.getByRole('button', {name: 'Sources: none'}).click()
  const sources = page.getByRole('dialog', {name: 'Sources of the table'})
  await sources.getByRole('button', {name: 'Add item'}).click()
  await sources.getByPlaceholder('Type to search').fill('dextrose')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await sources.getByRole('button', {name: 'Close dialog'}).click()
  await page.getByRole('button', {name: 'Sources: 1'}).waitFor()
  await page.getByText('Saved').waitFor()
  await expect
    .poll(async () => (await newestDraft()).map(({caption, sources}) => [caption, sources?.length]))
    .toContainEqual(['Doses in trials', 1])
  expect((await newestDraft()).map(outline).filter(Array.isArray)).toEqual([
    [
      ['Kind', 'Dose', 'Source'],
      ['Dextrose', '<strong>5 ml</>', expect.stringMatching(/^<work-[\w-]+>Trial<\/>$/)],
      ['', '', ''],
    ],
  ])
})

test('Undo brings back a whole text that its writer deleted', async () => {
  const {page} = writer
  await writer.open('article;article-prolotherapy-back-pain')
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  const body = page.locator('[contenteditable="true"]').first()
  await body.click()
  const words = await body.innerText()
  expect(words.length).toBeGreaterThan(10_000)
  await page.keyboard.press('Control+a')
  // The answer of the lake is what took the history away.
  const stored = page.waitForResponse((answer) => answer.url().includes('/data/actions/'))
  await page.keyboard.press('Delete')
  await expect.poll(() => body.innerText(), patience).not.toContain('prolotherapy')
  await stored
  await page.getByText('Saved', {exact: false}).first().waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => body.innerText(), patience).toBe(words)
  await page.waitForResponse((answer) => answer.url().includes('/data/actions/'))
})

test('a table that is inserted in mid-sentence stands after the whole sentence', async () => {
  const {page} = writer
  await page.goto(`${studio.address}/intent/create/type=article`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type('Do not stop your medicine without asking.')
  for (const _ of ' without asking.') await page.keyboard.press('ArrowLeft')
  await page.getByTestId('richTable-insert-menu-button').first().click()
  await page.getByLabel('Caption').fill('Medicines')
  await expect
    .poll(async () => (await newestDraft()).map(({caption}) => caption), patience)
    .toEqual([undefined, 'Medicines'])
  expect((await newestDraft()).slice(0, 1).map(outline)).toEqual([
    'Do not stop your medicine without asking.',
  ])
})

test('a table that is inserted while words are selected stands after them, and no word is lost', async () => {
  const {page} = writer
  await page.goto(`${studio.address}/intent/create/type=article`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type('Ask first.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Do not stop your medicine without asking.')
  for (const _ of 'asking.') await page.keyboard.press('Shift+ArrowLeft')
  await page.getByTestId('richTable-insert-menu-button').first().click()
  await page.getByLabel('Caption').fill('Medicines')
  await expect
    .poll(async () => (await newestDraft()).map(({caption}) => caption), patience)
    .toEqual([undefined, undefined, 'Medicines'])
  expect((await newestDraft()).slice(0, 2).map(outline)).toEqual([
    'Ask first.',
    'Do not stop your medicine without asking.',
  ])
})

test('a table of plain words becomes editable in one press, and reviewers read that no word changed', async () => {
  const {page} = writer
  await writer.open('article;article-prolotherapy-back-pain')
  await page.getByRole('button', {name: 'Make this table editable'}).click()
  await page.getByLabel('Caption').waitFor()
  // The form has a tab of this name too.
  await page.getByRole('tab', {name: 'Review', exact: true}).first().click()
  await page
    .getByText('The table became one whose cells can hold links and emphasis. No word changed.')
    .waitFor()
})

test('a pasted reference fills in the empty fields, and another of the same work is named', async () => {
  const {page} = writer
  const newReference = async (): Promise<void> => {
    await page.goto('about:blank')
    await page.goto(`${studio.address}/intent/create/type=citedWork`)
    await page.getByLabel('Paste a reference').waitFor()
  }
  const field = (name: string) =>
    page.getByTestId(`field-${name}`).locator('input, textarea').first()

  await newReference()
  await field('volume').fill('12')
  await page.getByLabel('Paste a reference').fill('Okafor 2013')
  await page.getByRole('button', {name: 'Fill in'}).click()
  await page.getByText('No reference was found in this text.').waitFor()

  await page.getByLabel('Paste a reference').fill(RIS)
  await page.getByRole('button', {name: 'Fill in'}).click()
  await page.getByText('Other words were there already and stay: Volume.').waitFor()
  expect(await field('volume').inputValue()).toBe('12')
  expect(await field('title').inputValue()).toBe(
    'Dextrose injections for knee pain: a randomized trial',
  )
  expect(await field('doi').inputValue()).toBe('10.1234/jps.1504')
  // The form shows long lists bit by bit.
  const authors = page.getByTestId('field-author')
  await authors.getByRole('button', {name: 'Add item'}).scrollIntoViewIfNeeded()
  await authors.getByText('Tanaka').waitFor()
  await page.getByText('Saved', {exact: false}).first().waitFor()

  await newReference()
  await field('doi').fill('10.1234/JPS.1504')
  await page.getByText('The library may have this work already.').waitFor()
  const form = page.getByTestId('form-view')
  await form.getByRole('link', {name: 'Dextrose injections for knee pain'}).first().waitFor()
})

test('raised and lowered words stand so in the editor, and the toolbar has a picture for each', async () => {
  const {page} = writer

  await page.goto(`${studio.address}/intent/create/type=article`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  const body = page.locator('[contenteditable="true"]').first()
  await body.click()
  for (const [title, tag] of [
    ['Superscript', 'sup'],
    ['Subscript', 'sub'],
  ] as const) {
    const button = page.getByRole('button', {name: title})
    await button.locator(tag, {hasText: '2'}).waitFor()
    await button.click()
    await body.pressSequentially('7')
    await body.locator(tag, {hasText: '7'}).waitFor()
    await button.click()
  }
  await page.getByRole('button', {name: 'Citation'}).waitFor()
})

const block = z.object({
  children: z.array(z.object({text: z.string(), marks: z.array(z.string())})).default([]),
  markDefs: z
    .array(
      z.object({
        _key: z.string(),
        href: z.string().optional(),
        reference: z.object({_ref: z.string()}).optional(),
      }),
    )
    .default([]),
})

const draft = z.object({
  body: z.array(
    block.extend({
      caption: z.string().optional(),
      sources: z.array(z.unknown()).optional(),
      rows: z.array(z.object({cells: z.array(z.object({value: z.array(block)}))})).optional(),
    }),
  ),
})

/** The body of the newest draft, as the lake has it. */
async function newestDraft() {
  const kept = z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.object({token: z.string()}))
  const {token} = kept.parse(
    await writer.page.evaluate('localStorage.__studio_auth_token_countersign'),
  )
  const lake = createClient({
    projectId: 'countersign',
    dataset: 'production',
    apiHost: studio.address,
    useProjectHostname: false,
    apiVersion: API_VERSION,
    token,
    useCdn: false,
  })
  const found = await lake.fetch<unknown>(
    '*[_type == "article" && _id in path("drafts.**")] | order(_createdAt desc) [0]',
    {},
    {perspective: 'raw'},
  )
  return draft.parse(found).body
}

/** A block as words with their marks, or the cells of a table. */
function outline({rows, ...block}: z.output<typeof draft>['body'][number]) {
  return rows
    ? rows.map(({cells}) => cells.map(({value}) => value.map(wordsOf).join('\n')))
    : wordsOf(block)
}

function wordsOf({children, markDefs}: z.output<typeof block>): string {
  const shown = (mark: string): string => {
    const {href, reference} = markDefs.find(({_key}) => _key === mark) ?? {}
    return href ?? reference?._ref ?? mark
  }
  return children
    .map(({text, marks}) => marks.reduce((words, mark) => `<${shown(mark)}>${words}</>`, text))
    .join('')
}
