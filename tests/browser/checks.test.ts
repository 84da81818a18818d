// The Studio shows the same findings at the same places as `npm run validate`.

import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {importDataset, openLake} from '../../lake/index.ts'
import {makeLake} from '../../pipeline/source/source.ts'
import {formatFinding} from '../../policy/finding.ts'
import {rules} from '../../policy/rules.ts'
import {today} from '../../review/days.ts'
import {isAdministrative, isGoverned} from '../../review/governed.ts'
import {alike, inOrder} from '../../studio/checks/findings.ts'
import {launchBrowser} from '../support/browser.ts'
import {runCommand, temporaryFolder} from '../support/command.ts'
import {flawedDocuments} from '../support/flawed.ts'
import {writeKitchenSink} from '../support/kitchen-sink.ts'
import {administrator, deputy, withApprovals} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {signIn, startStudio, type StudioServer} from '../support/studio.ts'

const folder = temporaryFolder()
const dir = join(folder.path, 'lake')
const {approved, since} = flawedDocuments(today())
let browser: Browser
let studio: StudioServer
let page: Page
/** What `npm run validate` finds in the flawed documents. */
let found: readonly Found[]

/** What each place of a finding has of its own. */
const place = z.object({
  path: z.string(),
  quote: z.object({text: z.string(), start: z.number(), end: z.number()}).optional(),
  sentence: z.string().optional(),
  message: z.string(),
})

const foundOnce = place.extend({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  document: z.string(),
  type: z.string(),
  also: z.array(place).default([]),
  subject: z.string().optional(),
  hint: z.string(),
  answer: z.string().optional(),
})

/** A finding in one of its places. */
type Found = Omit<z.output<typeof foundOnce>, 'also'>

beforeAll(async () => {
  await makeLake(dir, 'content')
  {
    using lake = openLake({dir})
    // Administrators approve the settings and the people.
    const administrators = withApprovals([administrator, deputy])
    for (const documents of [[...administrators, ...approved], since]) {
      await importDataset(lake, writeKitchenSink(folder.path, documents))
    }
  }
  browser = await launchBrowser()
  studio = await startStudio(dir)
  found = await validate()
  page = (await signIn(browser, studio, 'writer')).page
})

afterAll(async () => {
  await browser.close()
  await studio[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

async function validate(): Promise<Found[]> {
  const {stdout, stderr} = await runCommand('validate', ['--source', dir, '--json'])
  if (stdout === '') throw new Error(stderr)
  const {findings} = z.object({findings: z.array(foundOnce)}).parse(JSON.parse(stdout))
  const flawed = new Set(approved.map(({_id}) => _id))
  return findings
    .filter(({document}) => flawed.has(document))
    .flatMap(({also, ...first}) => [first, ...also.map((another) => ({...first, ...another}))])
}

function foundIn(id: string): Found[] {
  return found.filter(({document}) => document === id)
}

/** A busy machine needs time. */
const patience = {timeout: 20_000}

/** Goes to a place of the Studio like its own links, without loading the Studio again. */
function goTo(place: string): Promise<void> {
  return page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/structure/${place}`)
}

/** Opens the list of the marks in the form, beside the document. */
const MARKS = 'inspect=sanity%2Fstructure%2Fvalidation'

/** Opens the checks beside the document. */
const CHECKS = 'inspect=checks'

/** The parts of the checks, from the top. */
const groups = ['Errors', 'Warnings', 'Answered'] as const

/** What the checks show of one place. */
interface Shown {
  /** Undefined for a card outside these groups. */
  readonly group: (typeof groups)[number] | undefined
  readonly rule: string
  readonly sentence: string | undefined
  /** `(document)` where the card leads nowhere. */
  readonly path: string
  readonly reason: string | undefined
}

function shownOf({rule, severity, path, sentence, answer}: Found): Shown {
  return {
    group: answer !== undefined ? 'Answered' : severity === 'error' ? 'Errors' : 'Warnings',
    rule,
    sentence,
    path,
    reason: answer,
  }
}

/** The findings as the checks show them, from the top. */
function asShown(all: readonly Found[]): Found[] {
  return groups.flatMap((name) =>
    alike(inOrder(all).filter((finding) => shownOf(finding).group === name)).flat(),
  )
}

/** The places that the checks show, from the top, each with the words of its card. */
async function places(): Promise<(Shown & {readonly card: string})[]> {
  const read = await page.locator('section li[data-place]').evaluateAll((items) =>
    items.map((item) => {
      const card = item.parentElement?.closest('li')
      return {
        heading: item.closest('section')?.querySelector('h3')?.textContent ?? '',
        card: card?.textContent ?? '',
        rule: card?.querySelector('[data-ui="Badge"]')?.textContent ?? '',
        sentence: item.querySelector('blockquote')?.textContent,
        address: item.querySelector('a[href^="/intent/edit/"]')?.getAttribute('href') ?? '',
        reason: /Reason: (.*?)(?:Show me|$)/.exec(item.textContent)?.[1],
      }
    }),
  )
  return read.map(({heading, address, ...place}) => ({
    ...place,
    group: groups.find((group) => heading.startsWith(group)),
    path: placeIn(address),
  }))
}

/** The place in a document that an address of the Studio names. */
function placeIn(address: string): string {
  return (
    /[;,]path=([^;,/]*)/.exec(decodeURIComponent(decodeURIComponent(address)))?.[1] ?? '(document)'
  )
}

/** A mark in a form. It names no rule. */
interface Mark {
  readonly severity: Found['severity']
  readonly words: string
}

function markOf({severity, hint, ...rest}: Found): Mark {
  return {
    severity,
    words: `${formatFinding(rest)}. ${hint}`,
  }
}

function markItems() {
  return page.locator('button[data-ui="Card"]:has([data-sanity-icon$="-outline"])')
}

function marks(): Promise<Mark[]> {
  return markItems().evaluateAll((items) =>
    items.map((item) => ({
      severity: item.querySelector('[data-sanity-icon="error-outline"]') ? 'error' : 'warning',
      words: [...item.querySelectorAll('[data-ui="Text"]')].at(-1)?.textContent ?? '',
    })),
  )
}

/** Sorts things, to compare them without their order. */
function ordered<T>(things: readonly T[]): T[] {
  return things.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

function isOpen({answer}: Found): boolean {
  return answer === undefined
}

test('every rule finds something in the flawed documents', () => {
  expect(ordered([...new Set(found.map(({rule}) => rule))])).toEqual(
    ordered(rules.map(({id}) => id)),
  )
})

/** The people and the site settings among them have no flaws. */
const flawed = approved
  .filter(({_type}) => isGoverned(_type) && !isAdministrative(_type))
  .map(({_type, _id}) => [_type, _id] as const)

/** A short run looks at three kinds of forms. */
const looked = flawed.filter(
  ([type]) => runs(0, 1) > 0 || ['article', 'therapyType', 'citedWork'].includes(type),
)

test.each(looked)(
  'a flawed %s, %s, has the same findings in its checks, in its form and in validate',
  async (type, id) => {
    const expected = asShown(foundIn(id))
    expect(expected).not.toEqual([])
    await goTo(`${type};${id},${CHECKS}`)
    await expect.poll(places, patience).toMatchObject(expected.map(shownOf))
    for (const [index, {card}] of (await places()).entries()) {
      const {hint, ...finding} = expected[index] ?? {hint: '', message: ''}
      expect(card).toContain(formatFinding(finding))
      expect(card).toContain(hint)
    }
    await goTo(`${type};${id},${MARKS}`)
    await expect
      .poll(async () => ordered(await marks()), patience)
      .toEqual(ordered(expected.filter(isOpen).map(markOf)))
  },
)

// Each of these has one finding, so there is one link.
test.each([
  ['clinic', 'flawed-clinic'],
  ['condition', 'flawed-condition'],
])(
  'a flawed %s has the same finding in its form as in validate, with a link to the place',
  async (type, id) => {
    const expected = foundIn(id)
    expect(expected).toHaveLength(1)
    await goTo(`${type};${id},${MARKS}`)
    await expect.poll(marks, patience).toEqual(expected.map(markOf))
    await markItems().click()
    await expect.poll(() => placeIn(page.url())).toBe(expected[0]?.path)
  },
)

/** The marked blocks of the text in the form, by their places. */
async function markedBlocks(): Promise<Map<string, string>> {
  const read = await page.locator('[data-pt-block]').evaluateAll((blocks) =>
    blocks.flatMap((block) => {
      const has = (severity: string) => block.querySelector(`[data-${severity}]`) !== null
      const severity = has('error') ? 'error' : has('warning') ? 'warning' : undefined
      const path = block.getAttribute('data-pt-path')
      return severity === undefined ? [] : [[`body${path}`, severity] as const]
    }),
  )
  return new Map(read)
}

test('a card has a link to its words, and the form marks the places that validate names', async () => {
  const shown = foundIn('flawed-article').find(({path}) => path.includes('regulatory'))
  await goTo(`article;flawed-article,${CHECKS}`)
  await placeOf('claims/regulatory', shown?.path ?? '')
    .getByRole('link', {name: 'Show me'})
    .click()
  await expect.poll(() => placeIn(page.url()), patience).toBe(shown?.path)
  await expect.poll(selected, patience).toBe(shown?.quote?.text)

  const inBody = foundIn('flawed-article').filter(isOpen)
  const places = Map.groupBy(inBody, ({path}) => /^body\[[^\]]*\]/.exec(path)?.[0])
  places.delete(undefined)
  const expected = [...places].map(([path, at]) => [
    path,
    at.some(({severity}) => severity === 'error') ? 'error' : 'warning',
  ])
  await expect
    .poll(async () => ordered([...(await markedBlocks())]), patience)
    .toEqual(ordered(expected))
  const block = page.locator('[data-pt-block]').filter({hasText: shown?.quote?.text})
  expect(await block.getAttribute('data-pt-path')).toBe(shown?.path.replace(/^body/, ''))
  expect(await block.isVisible()).toBe(true)
})

/** The words that are selected in the page. */
function selected(): Promise<string | undefined> {
  return page.evaluate(() => getSelection()?.toString())
}

/** A block of the flawed article. */
function blockOf(key: string) {
  return page.locator(`[data-pt-block][data-pt-path='[_key=="${key}"]']`)
}

/** The marked words of a block, and whether they are marked as an error or as a warning. */
function wordsMarked(key: string): Promise<(readonly [string | null, string])[]> {
  return blockOf(key)
    .locator('[data-finding]')
    .evaluateAll((found) =>
      found.map((one) => [one.getAttribute('data-finding'), one.textContent] as const),
    )
}

test('the words of a finding are marked, and the marks follow what the writer types', async () => {
  await goTo('article;flawed-article')
  for (const key of ['jargon', 'clinic-endorsement']) {
    const expected = foundIn('flawed-article')
      .filter(({path, quote}) => path === `body[_key=="${key}"]` && quote)
      .map(({severity, quote}) => [severity, quote?.text])
    expect(expected).toHaveLength(1)
    await expect.poll(() => wordsMarked(key), patience).toEqual(expected)
  }
  const before = await blockOf('safety').textContent()
  // Before the first word.
  await blockOf('safety')
    .getByText('The injection')
    .click({position: {x: 1, y: 8}})
  await page.keyboard.type('It cures pain. ')
  await expect
    .poll(() => wordsMarked('safety'), patience)
    .toEqual([
      ['error', 'cures'],
      ['warning', 'has'],
      ['error', 'no side effects'],
    ])
  await page.keyboard.type('Ask. ')
  expect(await blockOf('safety').textContent()).toBe(`It cures pain. Ask. ${before}`)
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+z')
      return blockOf('safety').textContent()
    }, patience)
    .toBe(before)
})

test('a look at the checks does not close the form, so a writer can still undo', async () => {
  await goTo('article;flawed-article')
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  const body = page.locator('[contenteditable="true"]').first()
  await body.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Take 50 mg.')
  await page.getByRole('button', {name: 'Checks', exact: true}).click()
  await page.locator('section li').first().waitFor()
  expect(await body.innerText()).toContain('Take 50 mg.')
  await body.click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => body.innerText(), patience).not.toContain('Take 50 mg.')
})

/** The card's place of a finding that a rule has at a path. */
function placeOf(rule: string, path: string) {
  return page
    .locator('section > ul > li')
    .filter({has: page.getByText(rule, {exact: true})})
    .locator(`li[data-place='${path}']`)
}

test('a mend of words is an edit of the writer, so that the keys for undo take it back', async () => {
  await goTo(`article;flawed-article,${CHECKS}`)
  const spaces = 'Two  spaces are one too many.'
  await placeOf('plain/spacing', 'body[_key=="spacing"]')
    .getByRole('button', {name: 'Mend'})
    .click()
  await expect
    .poll(() => blockOf('spacing').textContent(), patience)
    .toBe('Two spaces are one too many.')
  await expect
    .poll(
      () => page.evaluate(() => document.activeElement?.getAttribute('contenteditable')),
      patience,
    )
    .toBe('true')
  await page.keyboard.press('Control+z')
  await expect.poll(() => blockOf('spacing').textContent(), patience).toBe(spaces)
})

test('a page that moved gets its former address from the checks, and can lose it again', async () => {
  await goTo(`faq;flawed-address,${CHECKS}`)
  const place = placeOf('links/moved', 'slug.current')
  const former = page.getByTestId('field-formerSlugs').getByTestId('string-input')
  await place.getByRole('button', {name: 'Mend'}).click()
  await expect.poll(() => former.inputValue(), patience).toBe('flawed-address')
  await expect.poll(() => place.count(), patience).toBe(0)
  await page.getByRole('button', {name: 'Undo', exact: true}).click()
  await place.waitFor()
  expect(await former.count()).toBe(0)
})

test('the checks also list what the form asks for, and there is no second list', async () => {
  await goTo(`faq;flawed-question,${CHECKS}`)
  const title = page.getByTestId('field-question').locator('input, textarea').first()
  await title.fill('')
  await page
    .locator('section li')
    .filter({hasText: 'Question: '})
    .filter({hasText: 'Required'})
    .waitFor()
  expect(await page.getByRole('button', {name: 'Validation'}).count()).toBe(0)
})
