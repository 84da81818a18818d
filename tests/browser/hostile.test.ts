// Whatever an editor types into any field, and even if no rule and no reviewer stopped it: nothing of it runs, and
// nothing leaves its element. In both channels and in two languages.

import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {imageFromId} from '../../model/image-asset.ts'
import {siteParts} from '../../pipeline/render/static-files.ts'
import {isObject} from '../../policy/references.ts'
import type {ChannelFile} from '../../render/channels/channel.ts'
import {channels} from '../../render/channels/index.ts'
import {imagePath} from '../../render/page/images.ts'
import {assemblePage, pageDocument} from '../../render/page/page.ts'
import {isPageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {ChannelName} from '../../schemas/data/channels.ts'
import {approvedLibrary} from '../support/approved-library.ts'
import {launchBrowser} from '../support/browser.ts'
import {temporaryFolder} from '../support/command.ts'
import {filled, notWords} from '../support/filled.ts'
import {planted} from '../support/hostile.ts'
import {kitchenSink} from '../support/kitchen-sink.ts'
import {gradient} from '../support/photo.ts'
import {bilingualLibrary} from '../support/translations.ts'

const folder = temporaryFolder()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  folder[Symbol.dispose]()
})

/** What the documents of some types lack, so that every field that holds words has some. */
const more: Readonly<Record<string, object>> = {
  citedWork: {
    url: 'https://journal.example/42',
    volume: '1',
    issue: '2',
    page: '3',
    publisher: 'A press',
  },
  condition: {aliases: ['Backache']},
  glossaryTerm: {note: 'A note'},
}

const documents = bilingualLibrary(...kitchenSink.filter(({_type}) => _type !== 'review'))
  .filter(({_type}) => _type !== 'review')
  .map((one): StoredDocument => ({...more[one._type], ...one}))

/** Fields that hold digits or days only. */
const numbers = new Set(
  ['pmid', 'accessed', 'validUntil', 'checkedOn'].map((name) => `citedWork.${name}`),
)

/** The pictures that documents show. */
function picturesOf(value: unknown): StoredDocument[] {
  if (!isObject(value)) return []
  const {_ref: id} = z.object({_ref: z.string()}).catch({_ref: ''}).parse(value)
  const own = id.startsWith('image-') ? [imageFromId(id, {projectId: 'p', dataset: 'd'})] : []
  return [...own, ...Object.values(value).flatMap(picturesOf)]
}

/** All files of a channel for these documents, as if all were approved. */
async function filesOf(
  channel: ChannelName,
  content: readonly StoredDocument[],
): Promise<readonly ChannelFile[]> {
  const pictures = new Map(content.flatMap(picturesOf).map((one) => [one._id, one]))
  const library = approvedLibrary([...content, ...pictures.values()])
  const renderer = channels.find(({name}) => name === channel)
  if (!renderer) throw new Error(`There is no ${channel}`)
  const pages = content
    .filter(({_type}) => isPageType(_type))
    .map((document) =>
      renderer.renderPage(assemblePage(pageDocument(document), library)(channel), library),
    )
  const site = siteParts(renderer).map(({render}) => render(library))
  const all = [...pages, ...site]
  const picture = await gradient(8, 6).png().toBuffer()
  return [
    ...all.flatMap(({files}) => files),
    ...all
      .flatMap(({images}) => images)
      .map((image) => ({path: imagePath(image), content: picture})),
  ]
}

/** Every HTML text in a bundle. */
function htmlIn(value: unknown): string[] {
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    name === 'html' && typeof member === 'string' ? [member] : htmlIn(member),
  )
}

/** The texts of a bundle as a page of an app that trusts them, without any policy. */
function appPage({path, content}: ChannelFile): ChannelFile {
  const texts = htmlIn(JSON.parse(String(content)))
  return {
    path: `${path.replaceAll('/', '-')}.html`,
    content: `<!doctype html><meta charset="utf-8">${texts.map((text) => `<article>${text}</article>`).join('')}`,
  }
}

/** Sends the browser on from a former address. Without it, the page stays open. */
const REFRESH = /<meta http-equiv="refresh"[^>]*>/

const outline = z.array(z.string())

/** The elements of each page in a browser, and all troubles: what ran, what was refused, what left. */
async function opened(dir: string, files: readonly ChannelFile[]) {
  for (const {path, content} of files) {
    mkdirSync(dirname(join(dir, path)), {recursive: true})
    writeFileSync(
      join(dir, path),
      typeof content === 'string' ? content.replace(REFRESH, '') : content,
    )
  }
  const context = await browser.newContext({viewport: {width: 1280, height: 900}})
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) troubles.push(`left: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    troubles.push(`ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const outlines = new Map<string, readonly string[]>()
  for (const {path} of files.filter(
    (file) => file.path.endsWith('.html') && file.path !== '404.html',
  )) {
    await page.goto(pathToFileURL(join(dir, path)).href)
    const elements = await page.evaluate(() =>
      [...document.querySelectorAll('*')].map(
        (element) => `${element.localName} ${element.getAttributeNames().toSorted().join(' ')}`,
      ),
    )
    outlines.set(path, outline.parse(elements))
    const data = await page.locator('script[type="application/ld+json"]').allTextContents()
    for (const block of data) expect(() => void JSON.parse(block), path).not.toThrow()
  }
  for (const {path, content} of files.filter((file) => /\.(?:xml|atom)$/.test(file.path))) {
    const elements = await page.evaluate(
      (xml) =>
        [...new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('*')].map(
          ({localName}) => localName,
        ),
      String(content),
    )
    expect(elements, path).not.toContain('parsererror')
    outlines.set(path, outline.parse(elements))
  }
  await context.close()
  return {outlines, troubles}
}

const forms = documents.map(planted)

test('hostile words are in every field that holds words', () => {
  const plantedFields = new Set(forms.flatMap(({fields}) => [...fields]))
  const types = new Set(documents.map(({_type}) => _type))
  const fields = [...types].flatMap((type) => [...filled(type).words.values()])
  const missing = fields.filter(
    (field) => !(field in notWords) && !numbers.has(field) && !plantedFields.has(field),
  )
  expect(missing).toEqual([])
})

test.each([
  ['web', (files: readonly ChannelFile[]) => files],
  [
    'app',
    (files: readonly ChannelFile[]) => [
      ...files.filter(({path}) => path.startsWith('images/')),
      ...files.filter(({path}) => path.endsWith('.json')).map(appPage),
    ],
  ],
] as const)(
  'in the channel %s they run nothing and stay in their elements',
  async (channel, shown) => {
    const made = await Promise.all(
      (['hostile', 'harmless'] as const).map(async (form) =>
        shown(
          await filesOf(
            channel,
            forms.map((one) => one[form]),
          ),
        ),
      ),
    )
    const [hostile, harmless] = [
      await opened(join(folder.path, channel, 'hostile'), made[0] ?? []),
      await opened(join(folder.path, channel, 'harmless'), made[1] ?? []),
    ]
    expect(hostile.troubles).toEqual([])
    expect(hostile.outlines.size).toBeGreaterThan(10)
    expect([...hostile.outlines.keys()].some((path) => /^es\b/.test(path))).toBe(true)
    for (const [path, elements] of hostile.outlines) {
      expect(elements, path).toEqual(harmless.outlines.get(path))
    }
  },
)
