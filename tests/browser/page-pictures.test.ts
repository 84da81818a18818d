// Pictures of a page on a phone and on a desktop: browsers load the size that fits, nothing moves while they load, and
// a reader on a phone can open a picture to enlarge it.

import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launchBrowser} from '../support/browser.ts'
import {temporaryFolder} from '../support/command.ts'
import {exportPath} from '../support/exported.ts'
import {staticHost} from '../support/static-host.ts'

const ARTICLE = 'articles/what-is-prolotherapy-for-chronic-back-pain.html'

/** Pictures and typefaces come late, as over a slow network. */
const LATE = new Set(['.avif', '.webp', '.png', '.woff2'])

const folder = temporaryFolder()
let browser: Browser
let host: Awaited<ReturnType<typeof staticHost>>

beforeAll(async () => {
  const content = join(import.meta.dirname, '..', '..', 'content')
  const [launched, release] = await Promise.all([
    launchBrowser(),
    exportPath(content, join(folder.path, 'exports')),
  ])
  browser = launched
  host = await staticHost(join(release, 'web'), async (ending) => {
    if (LATE.has(ending)) await wait(500)
  })
})

afterAll(async () => {
  await host[Symbol.asyncDispose]()
  await browser.close()
  folder[Symbol.dispose]()
})

test.each([
  ['a phone', {width: 360, deviceScaleFactor: 2}, '720.avif', true],
  ['a desktop', {width: 1280, deviceScaleFactor: 1}, '720.avif', false],
  ['a desktop with fine pixels', {width: 1280, deviceScaleFactor: 2}, '1200.avif', false],
])(
  'on %s, pictures of the right size load and move nothing',
  async (_, {width, deviceScaleFactor}, ending, hasLink) => {
    await using context = await browser.newContext({
      viewport: {width, height: 800},
      deviceScaleFactor,
    })
    const page = await context.newPage()
    await page.addInitScript(`
      window.shifts = 0
      new PerformanceObserver((list) => {
        for (const {value} of list.getEntries()) window.shifts += value
      }).observe({type: 'layout-shift', buffered: true})
    `)
    await page.goto(`${host.origin}/${ARTICLE}`, {waitUntil: 'networkidle'})
    const images = page.locator('figure img')
    expect(await images.count()).toBe(3)
    for (const [index, image] of (await images.all()).entries()) {
      expect(await image.getAttribute('loading')).toBe(index === 0 ? 'eager' : 'lazy')
      await image.scrollIntoViewIfNeeded()
      const shown = () => image.evaluate((one: HTMLImageElement) => one.complete && one.currentSrc)
      await expect.poll(shown).toContain(`-${ending}`)
    }
    expect(await page.evaluate('window.shifts')).toBeLessThan(0.02)

    const link = page.locator('.figure-larger').first()
    expect(await link.isVisible()).toBe(hasLink)
    if (!hasLink) return
    await link.click()
    await page.waitForURL(/1200x\d+\.png$/)
  },
)
