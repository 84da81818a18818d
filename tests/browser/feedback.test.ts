// A reader answers "Was this helpful?" in a real browser without scripts, on a site of another origin than the lake.

import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {lakeClient, serveLake} from '../../lake/index.ts'
import {repliesFor} from '../../scripts/shared/replies.ts'
import {launchBrowser} from '../support/browser.ts'
import {temporaryFolder} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {article, settings, withApproved} from '../support/library.ts'
import {exportDocuments} from '../support/release.ts'

const folder = temporaryFolder()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  folder[Symbol.dispose]()
})

const types: Record<string, string> = {'.html': 'text/html', '.css': 'text/css'}

/** A release on a server of its own, until it is disposed of. */
async function publish(release: string): Promise<{origin: string} & AsyncDisposable> {
  const server = createServer(async ({url = '/'}, response) => {
    const content = await readFile(join(release, 'web', url)).catch(() => undefined)
    response.writeHead(content ? 200 : 404, {'content-type': types[extname(url)] ?? 'font/woff2'})
    response.end(content)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${addressOf(server.address()).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address
  throw new Error('The server has no port')
}

const answers = z.object({
  pages: z.array(
    z.object({
      page: z.string(),
      yes: z.int(),
      no: z.int(),
      comments: z.array(z.object({text: z.string()})),
    }),
  ),
})

test('a reader says what is missing, and is thanked', async () => {
  const {lake, client} = await lakeWith(withApproved(settings))
  await using server = await serveLake(lake, {port: 0, replies: repliesFor(lakeClient(lake))})
  const feedbackUrl = `${server.origin}/feedback`
  await exportDocuments(withApproved({...settings, feedbackUrl}), folder.path)
  await using site = await publish(join(folder.path, 'current'))
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: {width: 360, height: 800},
  })
  const page = await context.newPage()
  const refusals: string[] = []
  page.on('console', (message) => refusals.push(message.text()))
  await page.goto(`${site.origin}/articles/what-is-prolotherapy.html`)
  await page.getByText('Add a comment (optional)').click()
  await page
    .getByLabel('What helped you, or what is missing?')
    .fill('The price.\nIs it <b>much</b>?')
  await page.getByRole('button', {name: 'No', exact: true}).click()
  await page.getByRole('heading', {name: 'Thank you'}).waitFor()
  expect(page.url()).toBe(feedbackUrl)
  await page.goBack()
  await page.getByRole('button', {name: 'Yes', exact: true}).press('Enter')
  await page.getByRole('heading', {name: 'Thank you'}).waitFor()
  expect(refusals).toEqual([])
  const {pages} = answers.parse(await client.request({url: '/data/feedback/production'}))
  expect(pages).toMatchObject([{page: article._id, yes: 1, no: 1}])
  expect(pages[0]?.comments).toContainEqual({text: 'The price.\nIs it <b>much</b>?'})
  await context.close()
})
