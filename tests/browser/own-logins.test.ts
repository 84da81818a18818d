// A login counts only in the browser that asked for it.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {launchBrowser} from '../support/browser.ts'
import {signIn, startStudio} from '../support/studio.ts'

test('a link with the code of another login does not change who works in the Studio', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'studio-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  await using studio = await startStudio(join(folder, 'lake'))
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  await using reviewer = await signIn(browser, studio, 'reviewer')
  const {page} = reviewer
  const tokenInUse = () => page.evaluate('localStorage.__studio_auth_token_countersign')
  const token = await tokenInUse()
  expect(token).toEqual(expect.stringContaining('countersign_'))

  // The writer logs in elsewhere, and sends the reviewer the address.
  const linkOf = async (state: string): Promise<string> => {
    const {headers} = await fetch(`${studio.address}/auth/login`, {
      method: 'POST',
      body: new URLSearchParams({
        username: 'writer',
        password: studio.passwordOf('writer'),
        origin: `${studio.address}/structure`,
        state,
      }),
      redirect: 'manual',
    })
    return headers.get('location') ?? ''
  }
  const links = [
    await linkOf(''),
    await linkOf('of-the-writer'),
    `${studio.address}/structure#token=countersign_${'a'.repeat(43)}`,
  ]
  for (const link of links) {
    expect(link).toMatch(/#(?:sid|token)=/)
    for (const from of ['about:blank', `${studio.address}/structure`]) {
      await page.goto(from)
      await page.goto(link)
      // Long enough for the Studio to exchange the code.
      await page.waitForTimeout(2000)
      expect(await tokenInUse()).toBe(token)
      expect(page.url()).not.toContain('#token=')
      // Whatever the Studio showed for the refused code, it still belongs to the reviewer.
      await page.goto('about:blank')
      await page.goto(`${studio.address}/structure`)
      await page.getByText('My drafts').waitFor()
      expect(await tokenInUse()).toBe(token)
    }
  }

  // A page that opened the Studio can change its address at every moment while it loads.
  await page.addInitScript(`
    const {port1, port2} = new MessageChannel()
    port1.onmessage = () => {
      location.hash = 'token=countersign_${'a'.repeat(43)}'
      if (performance.now() < 5000) port2.postMessage('')
    }
    port2.postMessage('')
  `)
  await page.goto('about:blank')
  await page.goto(`${studio.address}/structure`)
  await page.waitForTimeout(5000)
  await page.getByText('My drafts').waitFor()
  expect(await tokenInUse()).toBe(token)
})
