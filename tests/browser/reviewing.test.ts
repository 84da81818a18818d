// A reviewer who decides on one text after another in the real Studio, and the writer who gets one of them back.

import type {Locator, Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {lakeClient, openLake} from '../../lake/index.ts'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {faq, paragraph, slug} from '../support/library.ts'
import {decisionOn, openDecision, openForm, sampleStudio, writeComment} from '../support/studio.ts'

function question(name: string, words: string, answer: string): StoredDocument {
  return {
    ...faq,
    _id: `drafts.faq-${name}`,
    question: words,
    slug: slug(name),
    answer: [paragraph('a', answer)],
  }
}

const first = question('rest', 'How long do I rest?', 'Ask the nurse how long to rest.')
const second = question('walk', 'How far do I walk?', 'Ask the nurse how far to walk.')
const third = question('jargon', 'What is a lumbar strain?', 'It is a lesion of the back.')
const fourth = question('heat', 'May I use a warm pack?', 'Ask the nurse about a warm pack.')
const shared = question('stairs', 'May I climb stairs?', 'Ask the nurse about stairs.')
const changing = question('bath', 'May I take a bath?', 'Ask the nurse about a bath.')

const studio = sampleStudio(async (dir) => {
  using lake = openLake({dir})
  const client = lakeClient(lake)
  const asked = [
    ...[first, second, third, fourth].map((draft) => ({draft, people: ['miriam-hale']})),
    {draft: shared, people: ['arjun-mehta']},
    {draft: changing, people: ['arjun-mehta']},
  ]
  for (const [index, {draft, people}] of asked.entries()) {
    await client.create(draft)
    await client.create({
      _type: 'submission',
      subject: {_type: 'reference', _ref: idOf(draft), _weak: true},
      revision: revisionOf(draft),
      submittedBy: {_type: 'reference', _ref: 'person-dana-okafor', _weak: true},
      reviewers: people.map((person) => ({
        _key: person,
        _type: 'reference',
        _ref: `person-${person}`,
        _weak: true,
      })),
      submittedAt: new Date(Date.now() - (60 - index) * 60_000).toISOString(),
    })
  }
})

function idOf({_id}: StoredDocument): string {
  return _id.replace('drafts.', '')
}

/** A busy machine needs time to load the next text. */
const patience = {timeout: 15_000}

/** Waits until the Review view shows a text. */
async function reading(page: Page, {question: title}: StoredDocument): Promise<void> {
  await page.getByRole('tab', {name: 'Review', selected: true}).waitFor()
  await decisionOn(page)
    .and(page.getByLabel(`Your decision on “${title}”`))
    .waitFor()
}

/** Whether an element can be read: it is in the window, and nothing lies over its middle. */
function isUncovered(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const {x, y, width, height} = node.getBoundingClientRect()
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    return top !== null && node.contains(top)
  })
}

test('a reviewer decides on one waiting text after another, and its writer sees what was asked for', async () => {
  await using reviewer = await studio.signIn('reviewer')
  const {page} = reviewer
  await page.getByText('Waiting for my review').click()
  await page.getByTestId('work-list').getByText(String(first.question)).click()

  // The text and the form stand beside each other. Nothing was found in the text, so no comment is asked for.
  await reading(page, first)
  expect(await isUncovered(page.locator('ins').getByText('Ask the nurse how long to rest.'))).toBe(
    true,
  )
  expect(await page.getByLabel('Comment').isVisible()).toBe(false)
  await page.getByRole('button', {name: 'Approve exactly this text'}).click()

  // The next text comes by itself, and the keyboard is at its form.
  await reading(page, second)
  await expect
    .poll(() => decisionOn(page).evaluate((node) => node.matches(':focus')), patience)
    .toBe(true)
  await expect
    .poll(() => page.getByRole('button', {name: 'Approve exactly this text'}).isEnabled(), patience)
    .toBe(true)
  await page.getByRole('button', {name: 'Request changes'}).press('Enter')
  await expect
    .poll(
      () => page.getByLabel('What has to change?').evaluate((node) => node.matches(':focus')),
      patience,
    )
    .toBe(true)
  await page.keyboard.type('Say how far.')
  // The way to the other decision comes first, as in the other form.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  // The checks found something in this one, so an approval says why.
  await reading(page, third)
  const approve = page.getByRole('button', {name: 'Approve exactly this text'})
  await page.getByLabel('Comment on what the checks found').fill('The next text explains it.')
  await expect.poll(() => approve.isEnabled(), patience).toBe(true)
  await page.getByLabel('Comment on what the checks found').fill('')
  expect(await approve.isEnabled()).toBe(false)
  await page.getByLabel('Comment on what the checks found').fill('The next text explains it.')
  await approve.click()

  // On a phone the form stands below the text.
  await page.setViewportSize({width: 390, height: 844})
  await reading(page, fourth)
  const text = page.locator('ins').getByText('Ask the nurse about a warm pack.')
  await text.scrollIntoViewIfNeeded()
  // The news of the last decision may lie over it for a moment.
  await expect.poll(() => isUncovered(text), patience).toBe(true)
  expect((await text.boundingBox())?.y).toBeLessThan((await approve.boundingBox())?.y ?? 0)
  await approve.click()
  await page.getByText('Nothing more waits in this list.').waitFor()

  await using writer = await studio.signIn('writer')
  await writer.page.getByText('Sent back to me').click()
  await writer.page.getByText(String(second.question)).first().click()
  const asked = writer.page.getByRole('region', {name: 'Change this, then submit it again'})
  await asked.getByText('Miriam Hale asked for changes').waitFor()
  await asked.getByText('Say how far.').waitFor()
  await writer.page
    .getByTestId('field-question')
    .getByTestId('string-input')
    .fill('Is a long walk good?')
  await writer.page.getByText('Saved').waitFor()
  expect(await asked.isVisible()).toBe(true)
  // The list of drafts leads to the same form.
  await writer.page.getByText('My drafts').click()
  await writer.page.getByText('Is a long walk good?').first().click()
  await asked.getByText('Say how far.').waitFor()
  await submitTo(writer.page, 'Miriam Hale')
  await asked.waitFor({state: 'detached'})
})

test('a reviewer keeps what they typed when another reviewer decides first, and reads who did', async () => {
  await using first = await studio.signIn('reviewer')
  await using second = await studio.signIn('reviewer-2')
  await second.open(`faq;${idOf(shared)}`)
  const form = await openDecision(second.page, 'Request changes')
  await form.getByLabel('What has to change?').fill('Say how many stairs.')

  await first.open(`faq;${idOf(shared)}`)
  const other = await openDecision(first.page, 'Request changes')
  await other.getByLabel('What has to change?').fill('Name the nurse.')
  await other.getByRole('button', {name: 'Send back'}).click()

  await form
    .getByText(/^Miriam Hale asked for changes on \w+ \d+, \d{4}, \d\d:\d\d UTC\./)
    .waitFor()
  expect(await form.getByLabel('What you typed. It was not sent.').inputValue()).toBe(
    'Say how many stairs.',
  )
  await form.getByText('This text was sent back already.').waitFor()
}, 120_000)

test('a reviewer reads that the text was changed or discarded while the form was open, and by whom', async () => {
  await using reviewer = await studio.signIn('reviewer-2')
  const {page} = reviewer
  await page.getByText('Waiting for my review').click()
  const item = page.getByTestId('work-list').getByRole('listitem').filter({hasText: 'bath'})
  await item.click()
  await reading(page, changing)
  const form = decisionOn(page)
  await writeComment(form, 'I would say shower.')

  await using writer = await studio.signIn('writer')
  await writer.open(`faq;${idOf(changing)}`)
  await writer.page
    .getByTestId('field-question')
    .getByTestId('string-input')
    .fill('May I take a long bath?')
  await form
    .getByText(/^Dana Okafor changed this text on .* once it is submitted again\./)
    .waitFor()
  expect(await form.getByLabel('What you typed. It was not sent.').inputValue()).toBe(
    'I would say shower.',
  )
  await page.locator('ins').getByText('May I take a long bath?').waitFor()
  await item.getByText('Changed since. It has to be submitted again.').waitFor()

  await writer.page.getByText('Saved').waitFor()
  await openForm(writer.page, 'Discard changes')
  await writer.page
    .getByRole('dialog')
    .getByRole('button', {name: /Discard/})
    .click()
  await form
    .getByText(/^Dana Okafor discarded the draft that waited for you on .* No text is left\./)
    .waitFor()
  await item.waitFor({state: 'detached'})
}, 120_000)

async function submitTo(page: Page, name: string): Promise<void> {
  await page.getByTestId('action-submitforreview').click()
  await page.getByRole('checkbox', {name}).check()
  await page.getByRole('button', {name: 'Submit', exact: true}).click()
}
