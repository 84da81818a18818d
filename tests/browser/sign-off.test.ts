// Plans, people and site settings in the real Studio: texts that need the words of several people, and the
// pages that say who may give them.

import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {lakeClient, openLake} from '../../lake/index.ts'
import {makeLake} from '../../pipeline/source/source.ts'
import {contentOf, storedDocument} from '../../review/revision.ts'
import {launchBrowser} from '../support/browser.ts'
import {runCommand, temporaryFolder} from '../support/command.ts'
import {
  choose,
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

/** Needs two clinical words, by the plans below. */
const clinic = {id: 'clinic-sample-portland', name: 'Sample Clinic for Sore Backs (invented)'}

/** Needs two clinical words and a legal one. */
const condition = {id: 'condition-chronic-low-back-pain', name: 'A back that has hurt for long'}

const requirement = (kind: string, people: number) => ({
  _type: 'planRequirement',
  _key: kind,
  kind,
  people,
})

/** They apply once administrators have approved the site settings with them. */
const plans = [
  {
    _type: 'planRule',
    _key: 'clinics',
    types: ['clinic'],
    requirements: [requirement('clinical', 2)],
  },
  {
    _type: 'planRule',
    _key: 'conditions',
    types: ['condition'],
    requirements: [requirement('clinical', 2), requirement('legal', 1)],
  },
]

beforeAll(async () => {
  await makeLake(dir, 'content')
  {
    using lake = openLake({dir})
    const client = lakeClient(lake)
    await startDraft(client, 'siteSettings', {signOff: plans})
    await startDraft(client, clinic.id, {name: clinic.name})
    await startDraft(client, condition.id, {name: condition.name})
  }
  ;[browser, studio] = await Promise.all([launchBrowser(), startStudio(dir)])
}, 120_000)

afterAll(async () => {
  await browser.close()
  await studio[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** Starts a draft of a published document, with some fields changed. */
async function startDraft(client: SanityClient, id: string, changes: object): Promise<void> {
  const published = storedDocument.parse(await client.getDocument(id))
  await client.create({...contentOf(published), ...changes, _id: `drafts.${id}`})
}

/** Waits until the badge of the document shows a status. */
function status(page: Page, name: string): Promise<void> {
  return page.getByText(name, {exact: true}).last().waitFor()
}

/** Waits until an action is refused with these words, as a button or in the menu beside it. */
async function refusedWith(page: Page, action: string, words: string | RegExp): Promise<void> {
  const button = page.getByTestId(`action-${action.toLowerCase().replaceAll(' ', '')}`)
  const item = page.getByRole('menuitem', {name: action})
  for (let attempt = 1; ; attempt++) {
    try {
      const isButton = await button.isVisible()
      if (!isButton && !(await item.isVisible())) {
        await page.getByRole('button', {name: 'Open document actions'}).click()
      }
      await (isButton ? button : item).hover({force: true, timeout: 5000})
      await page.getByText(words).filter({visible: true}).first().waitFor({timeout: 8000})
      await page.keyboard.press('Escape')
      await page.mouse.move(0, 0)
      return
    } catch (error) {
      // The words may have been those of an earlier state.
      if (attempt === 4) throw error
      await page.mouse.move(0, 0)
    }
  }
}

async function submitTo(page: Page, people: readonly string[]): Promise<void> {
  await openForm(page, 'Submit for review')
  for (const name of people) await page.getByRole('checkbox', {name}).check()
  await page.getByRole('button', {name: 'Submit', exact: true}).click()
  await status(page, 'In review')
}

/** Gives a word on the open text. */
async function approve(page: Page, comment: string, {urgent = false} = {}): Promise<void> {
  const form = await openDecision(page, 'Approve')
  await writeComment(form, comment)
  if (urgent) await form.getByLabel('Correct now').check()
  await form.getByRole('button', {name: 'Approve exactly this text'}).click()
  // The form closes once the lake has the decision.
  await page.getByText('You approved this text.').waitFor()
}

/** Publishes the open text, and waits until the lake has done it. */
async function publish(page: Page): Promise<void> {
  await choose(page, 'Publish')
  await refusedWith(page, 'Publish', 'There is no draft to publish.')
}

test('site settings that one administrator changes are published after another has approved them', async () => {
  await using author = await signIn(browser, studio, 'administrator')
  await using other = await signIn(browser, studio, 'administrator-2')
  await author.page.getByText('Site settings').click()
  const publisher = author.page.getByTestId('field-publisher').getByTestId('string-input')
  await publisher.fill('Countersign test library')
  await refusedWith(author.page, 'Approve', /You wrote some of the text of this document/)
  await refusedWith(author.page, 'Publish', /0 of 1 administrative/)
  await submitTo(author.page, ['Tomas Berg (administrative)'])

  await other.page.getByText('Waiting for my review').click()
  await other.page.getByText('Back Care Library').first().click()
  await approve(other.page, 'That is our name.')
  await publish(author.page)
})

test('a text whose plan asks for two clinical words is published after both reviewers gave theirs', async () => {
  await using writer = await signIn(browser, studio, 'writer')
  await writer.open(`clinic;${clinic.id}`)
  await submitTo(writer.page, ['Miriam Hale (clinical)', 'Arjun Mehta (clinical)'])

  await using first = await signIn(browser, studio, 'reviewer')
  await first.page.getByText('Waiting for my review').click()
  await first.page.getByText(clinic.name).first().click()
  await approve(first.page, 'I called them: the name is right.')
  await status(first.page, 'In review')
  await refusedWith(writer.page, 'Publish', /This text waits for words: 1 of 2 clinical/)
  // The first reviewer has no more to do.
  expect(await first.page.getByTestId('action-approve').count()).toBe(0)

  await using second = await signIn(browser, studio, 'reviewer-2')
  await second.page.getByText('Waiting for my review').click()
  await second.page.getByText(clinic.name).first().click()
  const form = await openDecision(second.page, 'Approve')
  await second.page.getByRole('heading', {name: 'Words on this text: 1 of 2 clinical'}).waitFor()
  await second.page.getByText('I called them: the name is right.').first().waitFor()
  // With this word the plan is met, so nothing is left to hurry.
  expect(await form.getByLabel('Correct now').count()).toBe(0)
  await writeComment(form, 'So did I.')
  await form.getByRole('button', {name: 'Approve exactly this text'}).click()
  await status(second.page, 'Approved')
  await publish(writer.page)

  // An urgent correction needs no legal word before readers get it, and the dashboard keeps it in sight.
  for (const {page, open} of [first, second]) {
    await open(`condition;${condition.id}`)
    await approve(page, 'The old name harms readers.', {urgent: true})
  }
  await writer.open(`condition;${condition.id}`)
  await status(writer.page, 'Urgent correction')
  await publish(writer.page)
  await writer.page.getByRole('link', {name: 'Dashboard'}).click()
  const urgent = writer.page.getByRole('table', {name: 'Urgent corrections'})
  await urgent.getByRole('row').filter({hasText: condition.name}).waitFor()
  await urgent.getByText('2 of 2 clinical, 0 of 1 legal').waitFor()
})

test('a reviewer without a person page is told what to do', async () => {
  const {stdout} = await runCommand('users', [
    'add',
    'newcomer',
    '--role=reviewer',
    '--name=Nell Newcomer',
    `--dir=${dir}`,
    '--json',
  ])
  const {password} = z.object({password: z.string()}).parse(JSON.parse(stdout))
  await using newcomer = await signIn(browser, {...studio, passwordOf: () => password}, 'newcomer')
  await newcomer.open('article;article-prp-back-pain')
  await newcomer.page.getByTestId('field-title').waitFor()
  await refusedWith(
    newcomer.page,
    'Request changes',
    /You have no approved person page.*"person-newcomer"/,
  )
})
