// The login page of a lake works at any width, by keyboard and without scripts.

import {once} from 'node:events'
import {createServer} from 'node:http'
import axe from 'axe-core'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {accessControl, Accounts, openLake, serveLake} from '../../lake/index.ts'
import {roles} from '../../review/roles.ts'
import {launchBrowser} from '../support/browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

/** A page that asks for a login, as the Studio does, and a lake that knows it and one writer. */
async function studioAndLake() {
  const studio = createServer((_request, response) => response.end('<h1>Studio</h1>'))
  studio.listen(0, '127.0.0.1')
  await once(studio, 'listening')
  const address = studio.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const origin = `http://127.0.0.1:${port}`
  const accounts = new Accounts(':memory:')
  accounts.add({username: 'ada', name: 'Ada', email: undefined, role: 'writer'})
  const password = await accounts.newPassword('ada')
  const access = accessControl(accounts, roles)
  const lake = openLake({dir: ':memory:', access, allowedOrigins: [origin]})
  const server = await serveLake(lake, {port: 0})
  const back = `${origin}/structure`
  return {
    password,
    back,
    login: `${server.origin}/auth/login?${new URLSearchParams({origin: back})}`,
    [Symbol.asyncDispose]: async () => {
      await server.close()
      lake.close()
      accounts[Symbol.dispose]()
      studio.close()
    },
  }
}

const violations = z.array(z.object({id: z.string(), help: z.string()}))

test.each([
  ['on a phone, in light colours', 320, 'light'],
  ['on a desk, in dark colours', 1280, 'dark'],
] as const)(
  'the page passes WCAG 2.2 AA, also with an error: %s',
  async (_where, width, colorScheme) => {
    await using site = await studioAndLake()
    const context = await browser.newContext({
      viewport: {width, height: 640},
      colorScheme,
      bypassCSP: true,
    })
    const page = await context.newPage()
    await page.goto(site.login)
    for (const shown of ['first', 'error']) {
      await page.evaluate(axe.source)
      const found: unknown = await page.evaluate(
        'axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(({violations}) => violations)',
      )
      expect(violations.parse(found), shown).toEqual([])
      const overflow = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      expect(overflow).toBe(false)
      await page.getByLabel('Name').fill('ada')
      await page.getByLabel('Password').fill('wrong')
      await page.getByRole('button', {name: 'Log in'}).click()
      await page.getByRole('alert').waitFor()
    }
    await context.close()
  },
)

test('a user logs in by keyboard, without scripts, and returns to the page from before', async () => {
  await using site = await studioAndLake()
  const context = await browser.newContext({javaScriptEnabled: false})
  const page = await context.newPage()
  await page.goto(site.login)
  await page.keyboard.press('Tab')
  await page.keyboard.type('ada')
  await page.keyboard.press('Tab')
  await page.keyboard.type(site.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/#sid=/)
  expect(page.url()).toMatch(new RegExp(`^${site.back}#sid=`))
  await context.close()
})
