// Readers get every word of a page: on the web, and in both forms of an app's texts. A word is missing
// here if a channel forgets its field, or if no test document fills the field.

import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {pageAddress} from '../../render/channels/web/context.ts'
import {folders} from '../../render/page/addresses.ts'
import {isGoverned, pageTypes, type PageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {exportPath, readText} from '../support/exported.ts'
import {filled, notWords} from '../support/filled.ts'
import {fullPages, kitchenSink, wordsFor, writeKitchenSink} from '../support/kitchen-sink.ts'

/** The fields that hold words for readers. Readers see a credit, although rules do not read it. */
function fieldsOf(type: PageType): Set<string> {
  const fields = [...filled(type).words.values()]
  return new Set(fields.filter((at) => at === 'figure.credit' || !(at in notWords)))
}

/**
 * Adds a word of its own to each text for readers.
 *
 * @returns The document, and for each word where it is: its type and its field.
 */
function marked(document: StoredDocument, fields: ReadonlySet<string>) {
  const words = new Map<string, string>()
  const mark = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => mark(item, at))
    if (typeof value === 'object' && value !== null) return markFields(value)
    if (typeof value !== 'string' || !fields.has(at)) return value
    const word = `word${words.size}x`
    words.set(word, at)
    return `${value} ${word}`
  }
  const markFields = (object: object): object => {
    const type = '_type' in object ? String(object._type) : ''
    return Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, mark(value, `${type}.${name}`)]),
    )
  }
  const {_id, _type} = document
  return {document: {...markFields(document), _id, _type}, words}
}

const pages = new Map(
  pageTypes.map((type) => [fullPages[type]._id, marked(fullPages[type], fieldsOf(type))]),
)

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

let release: string

beforeAll(async () => {
  const documents = kitchenSink
    .filter(({_type}) => _type !== 'review')
    .map((document) => pages.get(document._id)?.document ?? document)
  const decisions = documents.filter(({_type}) => isGoverned(_type)).flatMap(wordsFor)
  const dataset = writeKitchenSink(join(folder.path, 'dataset'), [...documents, ...decisions])
  release = await exportPath(dataset, join(folder.path, 'out'))
})

/** A bundle with only one of the forms in which it has each text. */
function bundle(path: string, form: 'html' | 'text'): string {
  const others = new Set(['portableText', 'html', 'text'].filter((name) => name !== form))
  const value: unknown = JSON.parse(readText(release, path), (name, member: unknown) =>
    others.has(name) ? undefined : member,
  )
  return JSON.stringify(value)
}

const forms: Record<string, (type: PageType, slug: string) => string> = {
  'web page': (type, slug) =>
    readText(release, `web/${pageAddress({type, slug, folder: ''}).replace(/#.*/, '')}`),
  'app bundle, as HTML': (type, slug) => bundle(`app/${folders[type]}/${slug}.json`, 'html'),
  'app bundle, as plain text': (type, slug) => bundle(`app/${folders[type]}/${slug}.json`, 'text'),
}

/** The fields that some page fills. */
const filledFields = new Set([...pages.values()].flatMap(({words}) => [...words.values()]))

describe.each(pageTypes)('%s', (type) => {
  const page = fullPages[type]
  const words = pages.get(page._id)?.words ?? new Map<string, string>()

  test('the kitchen sink fills every field that can hold words', () => {
    expect([...fieldsOf(type)].filter((at) => !filledFields.has(at))).toEqual([])
  })

  test.each(Object.keys(forms))('every word is in the %s', (form) => {
    const {current} = z.object({current: z.string()}).parse(page.slug)
    // Plain text has lowered digits in a subscript, which NFKC reads as digits.
    const text = (forms[form]?.(type, current) ?? '').normalize('NFKC')
    const missing = [...words].filter(([word]) => !text.includes(word)).map(([, at]) => at)
    expect([...new Set(missing)]).toEqual([])
  })
})
