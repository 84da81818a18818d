// A reader answers "Was this helpful?" in a real browser without scripts, on a site of another origin than the lake.

import {join} from 'node:path'
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
import {staticHost} from '../support/static-host.ts'

const folder = temporaryFolder()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  folder[Symbol.dispose]()
})

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
  await using site = await staticHost(join(folder.path, 'current', 'web'))
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
