// What the forms of the real Studio say, and what it does when something is in the way.

import axe from 'axe-core'
import {beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {importDataset, openLake} from '../../lake/index.ts'
import {guides} from '../../scripts/shared/guides.ts'
import {writeDataset} from '../support/command.ts'
import {paragraph, reference, work} from '../support/library.ts'
import {openForm, sampleStudio, type Person} from '../support/studio.ts'

const unused = {...work, _id: 'work-unused', title: 'A trial that was typed twice'}
const cited = {...work, _id: 'work-cited', title: 'A trial that is cited', doi: '10.1234/cited'}
const citing = {
  _id: 'drafts.faq-citing',
  _type: 'faq',
  question: 'Which trial is this?',
  answer: [
    paragraph('b1', 'One trial found this.', {
      marks: ['c1'],
      markDefs: [{_type: 'citation', _key: 'c1', reference: reference('work-cited')}],
    }),
  ],
}
const settings = {
  _id: 'drafts.siteSettings',
  _type: 'siteSettings',
  rules: [
    {_type: 'ruleSetting', _key: 'r', rule: 'plain/jargon', level: 'off', reason: 'We know.'},
  ],
}

const studio = sampleStudio(async (dir) => {
  using lake = openLake({dir})
  await importDataset(lake, writeDataset(studio.folder, [unused, cited, citing, settings]))
})
let administrator: Person

beforeAll(async () => {
  administrator = await studio.signIn('administrator')
})

test('a session has no errors, and asks nothing of other servers', async () => {
  const {page} = administrator
  const errors: string[] = []
  const elsewhere: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', ({message}) => errors.push(message))
  page.on('request', (request) => {
    const {protocol, hostname} = new URL(request.url())
    if (protocol.startsWith('http') && !/(^|\.)localhost$/.test(hostname)) {
      elsewhere.push(request.url())
    }
  })
  await page.goto(`${studio.address}/dashboard`)
  await page.getByText(/documents at/).waitFor()
  await administrator.open('article;article-prolotherapy-back-pain,view=preview')
  await page.frameLocator('iframe[title="Preview of the page"]').locator('h1').waitFor()
  await page.locator('[id$="tab-review"]').click()
  await page.getByRole('heading', {name: 'History'}).waitFor()
  // The typeface of the Studio comes from the lake too.
  expect(await page.evaluate('document.fonts.check("1rem Inter")')).toBe(true)
  expect({errors, elsewhere}).toEqual({errors: [], elsewhere: []})
  page.removeAllListeners()
})

test('the help menu leads to the guides, which are accessible pages', async () => {
  const {page} = administrator
  await page.getByTestId('button-resources-menu').click()
  const menu = page.getByTestId('menu-button-resources')
  await menu.getByText('Guide for writers').waitFor()
  expect(await menu.innerText()).not.toMatch(/sales|community|register/i)
  const paths = await menu
    .getByRole('menuitem')
    .evaluateAll((items) => items.flatMap((item) => item.getAttribute('href') ?? []))
  expect(paths).toEqual(guides.map(({path}) => path))
  await page.keyboard.press('Escape')
  const guide = await page.context().newPage()
  for (const {path, title} of guides) {
    const response = await guide.goto(`${studio.address}${path}`)
    expect(response?.status()).toBe(200)
    await guide.getByRole('link', {name: title}).and(guide.locator('[aria-current]')).waitFor()
    await guide.evaluate(axe.source)
    const found: unknown = await guide.evaluate('axe.run().then(({violations}) => violations)')
    expect(z.array(z.object({id: z.string()})).parse(found), path).toEqual([])
  }
  await guide.goto(`${studio.address}/guides/writers.html`)
  await guide.getByRole('link', {name: 'retract'}).first().click()
  expect(new URL(guide.url()).pathname).toBe('/guides/reviewers.html')
  await guide.locator('#retract').waitFor()
  await guide.close()
})

test('required fields say so, and a rule is chosen from a list', async () => {
  const {page} = administrator
  await administrator.open('siteSettings')
  await page.getByLabel('Name of the library (required)').waitFor()
  await page.getByText('Address for answers', {exact: true}).waitFor()
  await page.getByTestId('field-rules').getByText('Plain words').click()
  const rule = page.getByLabel('Rule (required)')
  await page.getByLabel('Reason for the change (required)').waitFor()
  expect(await page.getByLabel('Limit', {exact: true}).count()).toBe(1)
  expect(await rule.locator('option:checked').innerText()).toMatch(/\(plain\/jargon\)$/)
  await rule.selectOption('plain/passive')
  await page.getByText('Saved').waitFor()
  await page.keyboard.press('Escape')
})

test('the user of a person is chosen from a list, and the form says whose words a page can give', async () => {
  const {page} = administrator
  await administrator.open('person;person-jo-lind')
  const user = page.getByLabel('User name')
  await user.selectOption({label: 'Miriam Hale (reviewer)'})
  await page.getByText('its id is not person-miriam-hale').waitFor()
  await page.getByRole('link', {name: 'Open the page with that id'}).click()
  await page.getByTestId('field-name').getByTestId('string-input').waitFor()
  await page.getByText('because its id is not').waitFor({state: 'detached'})

  // Hosted Sanity may not let every user see the others.
  await page.route(`**/projects/countersign?**`, (route) => route.fulfill({status: 403, json: {}}))
  await page.reload()
  await page.getByText('Type it here. The users could not be listed').waitFor()
  expect(await page.getByLabel('User name').inputValue()).toBe('reviewer')
  await page.unroute(`**/projects/countersign?**`)
})

test('an administrator deletes a text that readers do not get, once nothing refers to it', async () => {
  const {page} = administrator
  const form = page.getByRole('dialog')
  await administrator.open('citedWork;work-cited')
  await openForm(page, 'Delete')
  await form.getByText('Change first what refers to it').waitFor()
  await form.getByRole('link', {name: 'Which trial is this?'}).waitFor()
  const button = form.getByRole('button', {name: 'Delete this text'})
  expect(await button.isEnabled()).toBe(false)
  await page.keyboard.press('Escape')

  await administrator.open('citedWork;work-unused')
  await openForm(page, 'Delete')
  await button.click()
  await form.waitFor({state: 'hidden'})
  await page.getByText('The document was deleted.').waitFor()
  // Nothing is left to edit, so no empty form stays.
  await page.getByTestId('field-title').waitFor({state: 'detached'})
  await page.goto(`${studio.address}/structure/citedWork`)
  await page.getByPlaceholder('Search list').fill('A trial that')
  await page.getByText('A trial that is cited').waitFor()
  expect(await page.getByText('A trial that was typed twice').count()).toBe(0)

  await administrator.open('article;article-prolotherapy-back-pain')
  await page.getByRole('button', {name: 'Open document actions'}).click()
  expect(await page.getByRole('menuitem', {name: 'Delete'}).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
})

test('a full disk keeps no words from being saved later, and the writer is told', async () => {
  const {page} = administrator
  await administrator.open('citedWork;work-cited')
  const title = page.getByTestId('field-title').locator('input, textarea').first()
  await title.waitFor()
  await page.getByTestId('action-menu-button').waitFor()
  const change = /\/data\/(mutate|actions)\//
  await page.route(change, (route) =>
    route.fulfill({
      status: 507,
      headers: {
        'access-control-allow-origin': studio.address,
        'access-control-allow-credentials': 'true',
      },
      json: {
        statusCode: 507,
        error: 'Insufficient Storage',
        message: 'The disk of the lake is full',
      },
    }),
  )
  await title.fill('Typed while the disk was full')
  const notice = page.getByRole('alert').filter({hasText: 'Not saved yet'})
  await notice.getByText('The disk of the lake is full').waitFor()
  expect(await title.inputValue()).toBe('Typed while the disk was full')
  await page.unroute(change)
  await notice.waitFor({state: 'hidden'})
  await page.getByText('Saved').waitFor()
  await page.reload()
  await expect
    .poll(() => title.inputValue(), {timeout: 20_000})
    .toBe('Typed while the disk was full')
})
