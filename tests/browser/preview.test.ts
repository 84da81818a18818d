// The preview in the real Studio: the page that readers would get from the text in the form.

import {join} from 'node:path'
import type {FrameLocator, Locator, Page} from 'playwright-core'
import {beforeAll, describe, expect, test} from 'vitest'
import {runCommand} from '../support/command.ts'
import {released} from '../support/release.ts'
import {sampleStudio, type Person} from '../support/studio.ts'

const studio = sampleStudio()
const out = join(studio.folder, 'exports')
let writer: Person

beforeAll(async () => {
  const {code, stderr} = await runCommand('export', ['--source', studio.dir, '--out', out])
  if (code !== 0) throw new Error(stderr)
  writer = await studio.signIn('writer')
})

function previewOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Preview of the page"]')
}

function marking(page: Page, words: string) {
  return page.getByRole('status').getByText(words, {exact: true})
}

/** Form and preview side by side. */
const SIDE_BY_SIDE = 'article;article-prolotherapy-back-pain|,view=preview'

/** The main part of a page as a browser parses it, without what a preview has to change in images and links. */
function mainPart(page: Page, html: string): Promise<string> {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    for (const source of parsed.querySelectorAll('picture > source')) source.remove()
    // A preview knows nothing of other pages.
    const related = parsed.querySelector('nav.related')
    related?.nextSibling?.remove()
    related?.remove()
    for (const image of parsed.querySelectorAll('img')) image.removeAttribute('src')
    for (const link of parsed.querySelectorAll('a')) {
      const address = link.getAttribute('href')?.replace('about:srcdoc', '')
      const isAtLake = link.className === 'figure-larger'
      const leads =
        !isAtLake && address !== undefined && (address.startsWith('#') || URL.canParse(address))
      link.replaceWith(leads ? `[${link.innerHTML}](${address})` : link.innerHTML)
    }
    return parsed.querySelector('main')?.innerHTML ?? ''
  }, html)
}

describe('the preview of a published and approved text', () => {
  test.each([
    [
      'article',
      'article-prolotherapy-back-pain',
      'articles/what-is-prolotherapy-for-chronic-back-pain',
    ],
    ['therapyType', 'therapy-dextrose', 'therapies/dextrose-prolotherapy'],
  ])('is the page that an export writes, for a %s', async (type, id, address) => {
    const {page, open} = writer
    await open(`${type};${id},view=preview`)
    const main = previewOf(page).locator('main')
    await main.waitFor()
    await marking(page, 'Approved').waitFor()

    const shown = await main.evaluate((element) => element.ownerDocument.documentElement.outerHTML)
    const exported = released(out, `web/${address}.html`) ?? ''
    const expected = await mainPart(page, exported)
    expect(expected.length).toBeGreaterThan(1000)
    expect(await mainPart(page, shown)).toBe(expected)
  })

  test('has its images, styles and typeface', async () => {
    const {page, open} = writer
    await open('article;article-prolotherapy-back-pain,view=preview')
    const main = previewOf(page).locator('main')
    await main.waitFor()

    const images = main.locator('img')
    expect(await images.count()).toBeGreaterThan(0)
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded()
      await expect
        .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
        .toBe(Number(await image.getAttribute('width')))
    }
    const typefaces = await main.evaluate(async ({ownerDocument}) => {
      const faces = await ownerDocument.fonts.ready
      return [...faces].filter(({status}) => status === 'loaded').map(({family}) => family)
    })
    expect(typefaces.join()).toContain('Atkinson Hyperlegible Next')
  })

  test('has the width of a phone or of a desktop', async () => {
    const {page, open} = writer
    await open('article;article-prolotherapy-back-pain,view=preview')
    const main = previewOf(page).locator('main')
    await main.waitFor()
    const width = () => main.evaluate(({ownerDocument}) => ownerDocument.defaultView?.innerWidth)
    await page.getByRole('button', {name: 'Desktop'}).click()
    await expect.poll(width).toBe(1280)
    await page.getByRole('button', {name: 'Phone'}).click()
    await expect.poll(width).toBe(390)
  })
})

test('the preview follows what a writer types, and is marked as not approved', async () => {
  const {page, open} = writer
  await open(SIDE_BY_SIDE)
  const preview = previewOf(page)
  await preview.locator('h1').waitFor()
  await marking(page, 'Approved').waitFor()

  await page.getByTestId('field-title').getByTestId('string-input').fill('Is prolotherapy for me?')
  await preview.locator('h1', {hasText: 'Is prolotherapy for me?'}).waitFor()
  await marking(page, 'Not approved').waitFor()
  const reviewed = await preview.locator('.reviewed').textContent()
  expect(reviewed).toContain('no reviewer yet (not approved)')
  expect(reviewed).not.toContain('Miriam Hale')
})

test('a text that cannot be a page gets a list of problems, beside the last page', async () => {
  const {page, open} = writer
  await open(SIDE_BY_SIDE)
  const preview = previewOf(page)
  await preview.locator('h1').waitFor()
  const summary = page.getByTestId('field-summary').locator('textarea')
  await summary.fill('')
  await page.getByRole('listitem').filter({hasText: 'summary is missing'}).waitFor()
  expect(await preview.locator('h1').textContent()).toContain('prolotherapy')

  await summary.fill('A summary that is long enough again to be one on a page.')
  await preview.getByText('long enough again').waitFor()
  expect(await page.getByText('summary is missing').count()).toBe(0)
})

/** The page that a click opens in a new tab. Nothing leaves this machine. */
async function opened(page: Page, link: Locator): Promise<{address: string; opener: unknown}> {
  await page.context().route('https://doi.org/**', (route) => route.fulfill({body: 'The work'}))
  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()])
  await tab.waitForURL('https://doi.org/**')
  const opener: unknown = await tab.evaluate(() => window.opener)
  const address = tab.url()
  await tab.close()
  return {address, opener}
}

test('a link of the preview opens in a new tab, and a number of a citation leads to its reference', async () => {
  const {page, open} = writer
  await open('article;article-prp-back-pain,view=preview')
  const preview = previewOf(page)
  const {address, opener} = await opened(
    page,
    preview.locator('a[href^="https://doi.org/"]').first(),
  )
  expect(address).toMatch(/^https:\/\/doi\.org\/10\./)
  expect(opener).toBe(null)
  await preview.getByRole('link', {name: 'Reference 1'}).first().click()
  await preview.locator('#reference-1').waitFor()
  expect(page.context().pages()).toHaveLength(1)
})

test('the address of a DOI becomes the DOI, with a link to the work', async () => {
  const {page, open} = writer
  await open('citedWork;work-dagenais-2007')
  const field = page.getByTestId('field-doi')
  await field.getByTestId('string-input').fill('https://doi.org/10.1000/182')
  expect(await field.getByTestId('string-input').inputValue()).toBe('10.1000/182')
  const {address, opener} = await opened(page, field.getByRole('link', {name: 'doi:10.1000/182'}))
  expect([address, opener]).toEqual(['https://doi.org/10.1000/182', null])
})
