// The real Studio on a real lake, as `npm start` serves them, and users in browser windows.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import type {Browser, BrowserContext, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll} from 'vitest'
import {makeLake} from '../../pipeline/source/source.ts'
import {launchBrowser} from './browser.ts'
import {commandLine, temporaryFolder} from './command.ts'

export interface StudioServer extends AsyncDisposable {
  /** For example `http://localhost:4000`. */
  readonly address: string
  /** The password that the first start printed for a user. */
  readonly passwordOf: (username: string) => string
}

/**
 * Starts Studio and lake, with the sample content in a new folder.
 *
 * @param port By default any free port.
 */
export async function startStudio(dir: string, port = 0): Promise<StudioServer> {
  const args = [...commandLine('start'), '--dir', dir, '--port', String(port)]
  const child = spawn(process.execPath, args)
  let output = ''
  const {promise, resolve, reject} = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const [, address] = /The Studio is at (http:\S+)/.exec(output) ?? []
      if (address !== undefined && output.includes('Stop it with')) resolve(address)
    })
  }
  child.on('close', () => reject(new Error(`It did not start: ${output}`)))
  return {
    address: await promise,
    passwordOf: (username) => {
      const [, password] = new RegExp(`^ {4}${username} +(\\S+)$`, 'm').exec(output) ?? []
      if (password === undefined) throw new Error(`No password for ${username}: ${output}`)
      return password
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
    },
  }
}

/** A signed-in user with a browser window of their own. */
export interface Person extends AsyncDisposable {
  readonly page: Page
  /** Opens a place of the Studio, such as `article;some-id`. */
  readonly open: (place: string) => Promise<void>
}

/** Signs a user in on the login page. */
export async function signIn(
  browser: Browser,
  studio: StudioServer,
  username: string,
): Promise<Person> {
  const context: BrowserContext = await browser.newContext({
    viewport: {width: 1500, height: 1000},
    // Without a graphics card, Sanity's animations take as much time as all else.
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.goto(studio.address)
  await page.getByLabel('Name').fill(username)
  await page.getByLabel('Password').fill(studio.passwordOf(username))
  await page.getByRole('button', {name: 'Log in'}).click()
  await page.getByRole('heading', {name: 'Dashboard'}).waitFor()
  await page.getByRole('link', {name: 'Structure'}).click()
  await page.getByText('My drafts').waitFor()
  return {
    page,
    open: async (place) => {
      await page.goto(`${studio.address}/structure/${place}`)
    },
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** Chooses an action of the document once it is possible: the button, or an item of the menu beside it. */
export async function choose(page: Page, action: string): Promise<void> {
  const button = page.getByTestId(`action-${action.toLowerCase().replaceAll(' ', '')}`)
  const timeout = 10_000
  for (let attempt = 1; ; attempt++) {
    try {
      return await button.click({timeout})
    } catch {
      await page.getByRole('button', {name: 'Open document actions'}).click()
    }
    try {
      return await page.getByRole('menuitem', {name: action}).click({timeout})
    } catch (error) {
      // On a busy machine the action may become the button only now.
      if (attempt === 3) throw error
      await page.keyboard.press('Escape')
    }
  }
}

/** Chooses an action that opens a form. Tries again, because a click may hit a menu that is closing. */
export async function openForm(page: Page, action: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await choose(page, action)
    try {
      return await page.getByRole('dialog').waitFor({timeout: 5000})
    } catch (error) {
      if (attempt === 4) throw error
    }
  }
}

/** The place where a reviewer decides on the open text. */
export function decisionOn(page: Page): Locator {
  return page.getByRole('region', {name: /^Your decision on/})
}

/** Chooses an action whose form stands beside the text. */
export async function openDecision(page: Page, action: string): Promise<Locator> {
  await choose(page, action)
  const form = decisionOn(page)
  await form.waitFor()
  return form
}

/** Writes a comment into the form of a decision, which folds it away if it asks for none. */
export async function writeComment(
  form: Locator,
  words: string,
  label: string | RegExp = /^Comment/,
): Promise<void> {
  await form.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })
  await form.getByLabel(label).fill(words)
}

/** What all tests of a file share. */
export interface SampleStudio {
  readonly folder: string
  /** The lake's folder. */
  readonly dir: string
  readonly address: string
  readonly passwordOf: StudioServer['passwordOf']
  readonly signIn: (username: string) => Promise<Person>
}

/**
 * Starts a Studio with the sample content, and a browser, before the tests of a file, and stops them after.
 *
 * @param prepare Changes the lake before the Studio starts.
 */
export function sampleStudio(
  prepare: (dir: string) => Promise<void> = async () => {},
): SampleStudio {
  const folder = temporaryFolder()
  const dir = join(folder.path, 'lake')
  let studio: StudioServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    await makeLake(dir, 'content')
    await prepare(dir)
    browser = await launchBrowser()
    studio = await startStudio(dir)
  })
  afterAll(async () => {
    await browser?.close()
    await studio?.[Symbol.asyncDispose]()
    folder[Symbol.dispose]()
  })
  const started = () => {
    if (!browser || !studio) throw new Error('The Studio starts before the tests of a file.')
    return {browser, studio}
  }
  return {
    folder: folder.path,
    dir,
    get address() {
      return started().studio.address
    },
    passwordOf: (username) => started().studio.passwordOf(username),
    signIn: (username) => signIn(started().browser, started().studio, username),
  }
}

/** Begins an article whose body is one sentence, and opens the citation of that sentence. */
export async function citeInNewArticle(
  page: Page,
  address: string,
  {title, sentence}: {readonly title: string; readonly sentence: string},
): Promise<void> {
  const field = (name: string) => page.getByTestId(`field-${name}`)
  await page.goto(`${address}/intent/create/type=article`)
  await field('title').getByTestId('string-input').fill(title)
  await field('slug').getByRole('button', {name: 'Generate'}).click()
  await field('summary')
    .locator('textarea')
    .fill('Walking a little every day may ease back pain. Start slowly and build up.')
  await field('body').getByTestId('fullscreen-button-expand').click()
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type(sentence)
  await page.keyboard.press('Shift+Home')
  await page.getByTestId('action-button-citation').locator('visible=true').last().click()
}
