// A writer translates an approved text in the real Studio, and sees later what has changed in it.

import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {lakeClient, openLake} from '../../lake/index.ts'
import {contentOf, revisionOf, storedDocument} from '../../review/revision.ts'
import {translationOf} from '../../studio/renditions/translation.ts'
import {makeDecision, paragraph} from '../support/library.ts'
import {openDecision, openForm, sampleStudio} from '../support/studio.ts'

const SOURCE = 'faq-how-many-sessions'
const MOVED = 'faq-does-it-hurt'
const BEHIND = 'faq-does-it-hurt-es'

const REWORDED = 'faq-does-it-work'
const STAYS = 'faq-does-it-work-es'

const studio = sampleStudio(async (dir) => {
  using lake = openLake({dir})
  const client = lakeClient(lake)
  const settings = storedDocument.parse(await client.getDocument('siteSettings'))
  await client.createOrReplace({...settings, languages: ['en-US', 'es']})
  // Its translation was begun before a reviewer approved a newer text.
  const source = storedDocument.parse(await client.getDocument(MOVED))
  await client.create(translationOf(source, {id: `drafts.${BEHIND}`, language: 'es'}))
  const newer = {...contentOf(source), answer: [paragraph('n', 'It hurts for a day or two.')]}
  await client.createOrReplace(newer)
  await client.create({
    ...contentOf(makeDecision(newer, 'approved', {by: 'person-miriam-hale'})),
    decidedAt: new Date().toISOString(),
  })
  // A comma more than the approved text has.
  const reworded = contentOf(storedDocument.parse(await client.getDocument(REWORDED)))
  const draft = {...reworded, question: `So, ${String(reworded.question)}`}
  await client.create({...draft, _id: `drafts.${REWORDED}`})
  await client.create({
    _type: 'submission',
    subject: {_type: 'reference', _ref: REWORDED, _weak: true},
    revision: revisionOf(draft),
    submittedBy: {_type: 'reference', _ref: 'person-dana-okafor', _weak: true},
    reviewers: [
      {_key: 'r', _type: 'reference', _ref: 'person-miriam-hale', _weak: true},
      {_key: 's', _type: 'reference', _ref: 'person-arjun-mehta', _weak: true},
    ],
    submittedAt: new Date().toISOString(),
  })
})

/** Opens the part of the form that says what a text follows. */
async function openRendition(page: Page): Promise<void> {
  await page.getByTestId('group-tab-review').click()
  await page.getByTestId('field-rendition').getByRole('button', {name: 'Rendition'}).first().click()
}

test('a translation begins with the words of the approved text', async () => {
  await using writer = await studio.signIn('writer')
  const {page} = writer
  await writer.open(`faq;${SOURCE}`)
  await openForm(page, 'Translate')
  await page.getByRole('button', {name: 'Into Spanish'}).click()
  await page.waitForURL((url) => !url.pathname.includes(SOURCE))
  const id = /faq;([^,]+)/.exec(new URL(page.url()).pathname)?.[1] ?? ''
  await openRendition(page)
  await page.getByText('This text follows the newest approved text of').waitFor()
  using lake = openLake({dir: studio.dir})
  const client = lakeClient(lake)
  const source = storedDocument.parse(await client.getDocument(SOURCE))
  expect(await client.getDocument(`drafts.${id}`)).toMatchObject({
    question: source.question,
    language: 'es',
    slug: {current: expect.stringMatching(/-es$/)},
    rendition: {of: {_ref: SOURCE}, revision: revisionOf(source), kind: 'translation'},
  })
})

test('a translation that is behind shows what has changed, until its writer has brought it up to date', async () => {
  await using writer = await studio.signIn('writer')
  const {page} = writer
  await writer.open(`faq;${BEHIND}`)
  await openRendition(page)
  await page.getByText('Bring this text up to date.').waitFor()
  await page.locator('ins').getByText('It hurts for a day or two.').waitFor()
  await page.getByRole('button', {name: 'This text follows the newest approved text'}).click()
  await page.getByText('This text follows the newest approved text of').waitFor()
})

test('a translation stays valid when the reviewer of its source says that only the form changed', async () => {
  await using reviewer = await studio.signIn('reviewer')
  const {page} = reviewer
  await reviewer.open(`faq;${REWORDED}`)
  const form = await openDecision(page, 'Approve')
  const mark = form.getByLabel('Only the form changed')
  await form.getByText('Translations stay valid. Do not tick it if a number').waitFor()
  expect(await mark.isChecked()).toBe(false)
  await mark.check()
  const approve = form.getByRole('button', {name: 'Approve exactly this text'})
  const needsComment = form.getByLabel('Comment on what the checks found')
  await expect
    .poll(async () => (await needsComment.isVisible()) || (await approve.isEnabled()), {
      timeout: 30_000,
    })
    .toBe(true)
  if (await needsComment.isVisible()) await needsComment.fill('I read them.')
  await approve.click()
  await page.getByText('Miriam Hale approved (clinical, only the form changed)').waitFor()

  {
    using lake = openLake({dir: studio.dir})
    const client = lakeClient(lake)
    const draft = storedDocument.parse(await client.getDocument(`drafts.${REWORDED}`))
    await client
      .transaction()
      .createOrReplace({...contentOf(draft), _id: REWORDED})
      .delete(`drafts.${REWORDED}`)
      .commit()
  }
  await using writer = await studio.signIn('writer')
  await writer.open(`faq;${STAYS}`)
  await openRendition(writer.page)
  await writer.page.getByText('so this text stays valid.').waitFor()
  await writer.page.locator('ins').getByText('So,').waitFor()
}, 180_000)
