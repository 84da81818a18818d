// The pages of a release in a browser: from a disk or over HTTP, on a phone or a desktop, with or without
// scripts, by keyboard, and with assistive technology.

import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'
import axe from 'axe-core'
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {launchBrowser} from '../support/browser.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  exportBoth,
  exportedNames,
  filesEnding,
  readText,
  type ExportedName,
} from '../support/exported.ts'
import {staticHost} from '../support/static-host.ts'

const folder = temporaryFolder()
let browser: Browser
let releases: Record<ExportedName, string>

beforeAll(async () => {
  ;[browser, releases] = await Promise.all([launchBrowser(), exportBoth(folder.path)])
})

afterAll(async () => {
  await browser.close()
  folder[Symbol.dispose]()
})

const phone = {width: 360, height: 800}
const desktop = {width: 1280, height: 900}

/** The narrowest screen that a page must fit: WCAG 2.2, 1.4.10, "Reflow". */
const narrow = {width: 320, height: 640}

/** Marks the page at a former address, which sends the browser on. */
const REFRESH = /<meta http-equiv="refresh"[^>]*>/

function redirectsOf(release: string): string[] {
  return filesEnding(release, '.html').filter((path) => REFRESH.test(readText(release, path)))
}

/** The pages that do not redirect and that open from a disk. Only a web server can show the page for lost readers. */
function pagesOf(release: string): string[] {
  return filesEnding(release, '.html').filter(
    (path) => path !== 'web/404.html' && !REFRESH.test(readText(release, path)),
  )
}

function addressOf(release: string, path: string): string {
  return pathToFileURL(join(release, path)).href
}

/** A browser window and its troubles: errors, failed requests, and requests to other hosts. */
async function open(
  options: BrowserContextOptions,
): Promise<{page: Page; troubles: string[]} & AsyncDisposable> {
  const context: BrowserContext = await browser.newContext(options)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    if (!/^(?:file|data|http:\/\/127)/.test(request.url())) troubles.push(`left: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    troubles.push(`ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return {page, troubles, [Symbol.asyncDispose]: () => context.close()}
}

const axeReport = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({html: z.string(), failureSummary: z.string().optional()})),
    }),
  ),
  passes: z.array(z.unknown()),
})

const colourRules = ['color-contrast', 'link-in-text-block']
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * The violations that axe-core finds on a page, one per line.
 *
 * @param rules Their ids, or tags of them.
 */
async function barriers(page: Page, rules: readonly string[] = everyRule): Promise<string[]> {
  await page.evaluate(axe.source)
  // Preloading would fetch the stylesheets by script, which the pages rightly forbid.
  const report = axeReport.parse(
    await page.evaluate(`axe.run({preload: false, runOnly: ${JSON.stringify(rules)}})`),
  )
  if (rules === everyRule) expect(report.passes.length).toBeGreaterThan(20)
  return report.violations.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html}\n${failureSummary}`),
  )
}

/** What a reader can ask the browser for, besides the light colours that all other tests see. */
const looks = [
  {look: 'dark', colorScheme: 'dark', forcedColors: 'none'},
  // axe reads the colours that the page asks for, which fit only a light palette of the reader.
  {look: 'forced', colorScheme: 'light', forcedColors: 'active'},
] as const

/** By how many pixels a page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

describe.each(exportedNames)('the pages of %s', (name) => {
  test.each([
    ['a phone', phone],
    ['a desktop', desktop],
  ])('open from a disk on %s without error, barrier or sideways scrolling', async (_, viewport) => {
    await using window = await open({viewport})
    const {page, troubles} = window
    for (const path of pagesOf(releases[name])) {
      await page.goto(addressOf(releases[name], path))
      expect(await barriers(page), path).toEqual([])
      expect(await overflow(page), path).toBe(0)
    }
    expect(troubles).toEqual([])
  })

  test.each(looks)(
    'have $look colours that can be told apart',
    async ({colorScheme, forcedColors}) => {
      await using window = await open({viewport: phone, colorScheme, forcedColors})
      const {page, troubles} = window
      for (const path of pagesOf(releases[name])) {
        await page.goto(addressOf(releases[name], path))
        for (const viewport of [phone, desktop]) {
          await page.setViewportSize(viewport)
          expect(await barriers(page, colourRules), path).toEqual([])
        }
      }
      expect(troubles).toEqual([])
    },
  )

  test('fit the narrowest screen that WCAG requires', async () => {
    await using window = await open({viewport: narrow})
    for (const path of pagesOf(releases[name])) {
      await window.page.goto(addressOf(releases[name], path))
      expect(await overflow(window.page), path).toBe(0)
    }
  })

  test('have their typeface, their stylesheet and all their images', async () => {
    await using window = await open({viewport: desktop})
    for (const path of pagesOf(releases[name])) {
      await window.page.goto(addressOf(releases[name], path))
      const look = await window.page.evaluate(async () => {
        await document.fonts.ready
        const images = [...document.images]
        for (const image of images) image.loading = 'eager'
        await Promise.all(images.map((image) => image.decode()))
        return {
          font: document.fonts.check('16px "Atkinson Hyperlegible Next"'),
          loaded: [...document.fonts].some(({status}) => status === 'loaded'),
          ground: getComputedStyle(document.body).backgroundColor,
          images: images.map(({naturalWidth, width, height, naturalHeight}) => ({
            shown: naturalWidth > 0,
            distorted: Math.abs(width / height - naturalWidth / naturalHeight) > 0.05,
          })),
        }
      })
      expect(look, path).toMatchObject({font: true, loaded: true, ground: 'rgb(246, 244, 239)'})
      expect(
        look.images.filter(({shown, distorted}) => !shown || distorted),
        path,
      ).toEqual([])
    }
  })

  test('have the same words without scripts, but for the controls that a script makes', async () => {
    await using scripted = await open({viewport: phone})
    await using plain = await open({viewport: phone, javaScriptEnabled: false})
    for (const path of pagesOf(releases[name])) {
      const address = addressOf(releases[name], path)
      await Promise.all([scripted.page.goto(address), plain.page.goto(address)])
      // The controls come from a template, which only a script shows.
      await scripted.page.evaluate(() => {
        for (const {content, nextElementSibling} of document.querySelectorAll('template')) {
          let made = nextElementSibling
          for (let count = content.childElementCount; count > 0; count -= 1) {
            const next: Element | null = made?.nextElementSibling ?? null
            made?.remove()
            made = next
          }
        }
      })
      const words = await plain.page.locator('body').innerText()
      expect(words.length, path).toBeGreaterThan(100)
      expect(words, path).toBe(await scripted.page.locator('body').innerText())
    }
    expect(plain.troubles).toEqual([])
  })

  test('let keyboard users skip to the content and reach every link', async () => {
    await using window = await open({viewport: desktop})
    const {page} = window
    for (const path of pagesOf(releases[name])) {
      await page.goto(addressOf(releases[name], path))
      await page.keyboard.press('Tab')
      const skip = page.locator('a.skip-link')
      expect(await skip.evaluate((link) => link === document.activeElement), path).toBe(true)
      const box = await skip.boundingBox()
      expect(box?.y, `${path}: the link shows when it has the focus`).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id), path).toBe('main')
      await page.keyboard.press('Tab')
      const inMain = page.evaluate(() => document.activeElement?.closest('main') !== null)
      expect(await inMain, path).toBe(true)
      const unreachable = await page.evaluate(
        () =>
          [...document.querySelectorAll('a')].filter((link) => !link.href || link.tabIndex < 0)
            .length,
      )
      expect(unreachable, path).toBe(0)
    }
  })
})

test('a reader opens a page and follows a citation to its source by keyboard', async () => {
  await using window = await open({viewport: desktop})
  const {page, troubles} = window
  await page.goto(addressOf(releases['the kitchen sink'], 'web/index.html'))
  await page.getByRole('link', {name: 'Everything'}).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/articles\/everything\.html$/)
  await page.getByRole('link', {name: 'Reference 2'}).first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#reference-2$/)
  expect(await page.locator(':target').innerText()).toContain('Another trial')
  expect(troubles).toEqual([])
})

/** A redirect may cancel requests of the page before it. */
function isNotLeaving(trouble: string): boolean {
  return !trouble.startsWith('failed: ')
}

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('a former address leads a reader to the page, %s', async (_, javaScriptEnabled) => {
  await using window = await open({viewport: phone, javaScriptEnabled, reducedMotion: 'reduce'})
  const {page, troubles} = window
  const release = releases['the kitchen sink']
  const ends = {
    'articles/all-of-it': {at: 'articles/everything', heading: /^Everything/},
    'articles/going': {at: 'articles/gone', heading: 'This page was withdrawn'},
    'therapies/sugar-water': {at: 'therapies/dextrose', heading: 'Dextrose prolotherapy'},
  }
  for (const [from, {at, heading}] of Object.entries(ends)) {
    await page.goto(addressOf(release, `web/${from}.html`), {waitUntil: 'commit'})
    await page.waitForURL(addressOf(release, `web/${at}.html`))
    await page.getByRole('heading', {level: 1, name: heading}).waitFor()
  }
  await page.goto(`${addressOf(release, 'web/faq.html')}#question-is-it-sore`)
  const question = page.getByRole('heading', {name: /^Does it hurt/})
  await expect.poll(async () => (await question.boundingBox())?.y).toBeLessThan(40)
  expect(troubles.filter(isNotLeaving)).toEqual([])
})

test.each([
  ['a phone', phone],
  ['a desktop', desktop],
])('the page at a former address has no barriers on %s', async (_, viewport) => {
  await using window = await open({viewport})
  const {page, troubles} = window
  const release = releases['the kitchen sink']
  expect(redirectsOf(release)).toHaveLength(4)
  for (const path of redirectsOf(release)) {
    const address = addressOf(release, path)
    // Without its redirect, the page stays open, as in a browser that does not redirect by itself.
    const still = readText(release, path).replace(REFRESH, '')
    await page.route(address, (route) => route.fulfill({body: still, contentType: 'text/html'}))
    await page.goto(address)
    expect(await barriers(page), path).toEqual([])
    expect(await overflow(page), path).toBe(0)
    await page.getByRole('main').getByRole('link').click()
    await page.waitForURL((url) => url.href !== address)
  }
  expect(troubles.filter(isNotLeaving)).toEqual([])
})

test('a wide table scrolls by keyboard inside the page', async () => {
  await using window = await open({viewport: narrow})
  const {page} = window
  await page.goto(addressOf(releases['the kitchen sink'], 'web/articles/everything.html'))
  const table = page.getByRole('region', {name: 'Doses & "amounts"'})
  await table.focus()
  expect(await table.evaluate(({scrollWidth, clientWidth}) => scrollWidth > clientWidth)).toBe(true)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate(({scrollLeft}) => scrollLeft)).toBeGreaterThan(0)
})

test('no page takes more than 60 kB to load, besides its pictures', async () => {
  const release = releases['the sample content']
  await using host = await staticHost(join(release, 'web'))
  const pages = pagesOf(release).filter((path) => path.startsWith('web/'))
  expect(pages.length).toBeGreaterThan(20)
  for (const path of pages) {
    await using window = await open({viewport: desktop})
    const loaded: Promise<number>[] = []
    window.page.on('response', (response) => {
      if (response.request().resourceType() === 'image') return
      // Hosts compress texts. Typefaces are compressed already.
      loaded.push(response.body().then((body) => Math.min(body.length, gzipSync(body).length)))
    })
    await window.page.goto(`${host.origin}/${path.slice('web/'.length)}`)
    await window.page.evaluate(() => document.fonts.ready)
    const weights = await Promise.all(loaded)
    const weight = weights.reduce((sum, each) => sum + each, 0)
    expect(weight, path).toBeGreaterThan(35_000)
    expect(weight, path).toBeLessThan(60_000)
  }
})

test('the pages work on a static host', async () => {
  await using host = await staticHost(join(releases['the sample content'], 'web'))
  // Browsers ask for an icon by themselves. Only this icon may be missing.
  await using window = await open({viewport: phone})
  const {page, troubles} = window
  const missing: string[] = []
  page.on('response', (response) => {
    if (!response.ok()) missing.push(new URL(response.url()).pathname)
  })
  await page.goto(`${host.origin}/`)
  await page.locator('.card a').first().click()
  await page.locator('h1').waitFor()
  expect(await barriers(page)).toEqual([])
  expect(
    await page.evaluate(() =>
      document.fonts.ready.then(() => document.fonts.check('16px "Atkinson Hyperlegible Next"')),
    ),
  ).toBe(true)
  // Wherever readers get lost, the way back works.
  await page.goto(`${host.origin}/articles/no/such/page.html`)
  await page.getByRole('heading', {level: 1, name: 'We cannot find this page'}).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('main').getByRole('link', {name: 'Artículos'}).click()
  await page.getByRole('heading', {level: 2, name: 'Artículos'}).waitFor()
  expect(missing.filter((path) => path !== '/favicon.ico')).toEqual(['/articles/no/such/page.html'])
  expect(troubles.filter((text) => !text.includes('404'))).toEqual([])
})
