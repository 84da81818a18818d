// A session that ends while a user works in the real Studio. No word is lost.

import type {Locator, Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {lakeClient, openLake} from '../../lake/index.ts'
import {runCommand} from '../support/command.ts'
import {sampleStudio} from '../support/studio.ts'

const studio = sampleStudio()

const article = 'article-prepare-for-appointment'

/** A new password, which ends every session of the user. */
async function endSessionsOf(username: string): Promise<string> {
  const {stdout} = await runCommand('users', [
    'password',
    username,
    `--dir=${studio.dir}`,
    '--json',
  ])
  return z.object({password: z.string()}).parse(JSON.parse(stdout)).password
}

async function logIn(dialog: Locator, username: string, password: string): Promise<void> {
  await dialog.getByLabel('Name').fill(username)
  await dialog.getByLabel('Password').fill(password)
  await dialog.getByRole('button', {name: 'Log in'}).click()
}

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', {name: 'Log in again'})
}

async function draftOf(id: string): Promise<string> {
  using lake = openLake({dir: studio.dir})
  return JSON.stringify(await lakeClient(lake).getDocument(`drafts.${id}`))
}

/** A sentence long enough that the session ends while it is typed. */
const sentence = Array.from({length: 40}, (_, index) => `Word${index}`).join(' ')

test('a writer whose session ends in the middle of a sentence logs in again, and every word is there', async () => {
  await using writer = await studio.signIn('writer')
  const {page} = writer
  await writer.open(`article;${article}`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  const paragraph = page.getByText('A visit goes by fast.')
  await paragraph.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' It begins here.', {delay: 30})
  await expect.poll(() => draftOf(article), {timeout: 15_000}).toContain('It begins here.')

  // The writer types on while the session ends, and does not look up.
  const ending = endSessionsOf('writer')
  await page.keyboard.type(` ${sentence}`, {delay: 20})
  const password = await ending
  await page.keyboard.type(' And it ends here.', {delay: 20})
  const dialog = dialogOf(page)
  await dialog.waitFor()
  expect(await draftOf(article)).not.toContain('And it ends here.')

  await logIn(dialog, 'writer', 'wrong')
  await dialog.getByRole('alert').getByText('do not go together').waitFor()
  // The words are the writer's, so no other user can send them.
  await logIn(dialog, 'reviewer', studio.passwordOf('reviewer'))
  await dialog.getByRole('alert').getByText('Log in as Dana Okafor').waitFor()
  expect(await draftOf(article)).not.toContain('And it ends here.')
  await logIn(dialog, 'writer', password)
  await dialog.waitFor({state: 'hidden'})

  // The cursor is where it was.
  await page.keyboard.type(' Nothing is lost.', {delay: 30})
  const whole = `It begins here. ${sentence} And it ends here. Nothing is lost.`
  await expect.poll(() => draftOf(article), {timeout: 15_000}).toContain(whole)
  await page.getByText('Nothing is lost.').waitFor()

  // The Studio that is opened anew has the words and the new session.
  await page.reload()
  await page.getByText('And it ends here. Nothing is lost.').waitFor()
  expect(await dialogOf(page).count()).toBe(0)
})
