// A writer pastes a reference, and the Studio fills in its fields.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {launchBrowser} from '../support/browser.ts'
import {signIn, startStudio} from '../support/studio.ts'

const RIS = `TY  - JOUR
AU  - Okafor, Nadia
AU  - Berg, Jan
AU  - Silva, Rosa
AU  - Tanaka, Ken
TI  - Dextrose injections for knee pain: a randomized trial
T2  - Journal of Pain Studies
PY  - 2013
VL  - 11
IS  - 3
SP  - 229
EP  - 237
DO  - 10.1234/jps.1504
ER  - `

test('a pasted reference fills in the empty fields, and another of the same work is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'studio-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  await using studio = await startStudio(join(folder, 'lake'))
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  await using writer = await signIn(browser, studio, 'writer')
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
  expect(await page.getByTestId('field-author').innerText()).toContain('Tanaka')
  await page.getByText('Saved', {exact: false}).first().waitFor()
  await page.screenshot({path: process.env['SHOT'] ?? join(folder, 'x.png')})

  await newReference()
  await field('doi').fill('10.1234/JPS.1504')
  await page.getByText('The library may have this work already.').waitFor()
  const form = page.getByTestId('form-view')
  await form.getByRole('link', {name: 'Dextrose injections for knee pain'}).waitFor()
})
