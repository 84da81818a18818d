// Every HTML page of a release is valid, complete in itself, and runs only scripts of this project. It shows every approved
// word, even if the words look like markup.

import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import fc from 'fast-check'
import {HtmlValidate, Parser, type HtmlElement} from 'html-validate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {asRichTable} from '../../model/plain-table.ts'
import {characterFault, isBlank} from '../../policy/characters.ts'
import {holdsMarkup} from '../../policy/markup.ts'
import nearMe from '../../render/channels/web/bundled/near-me.json' with {type: 'json'}
import search from '../../render/channels/web/bundled/search.json' with {type: 'json'}
import {renderHtml} from '../../render/text/html.ts'
import {renderText} from '../../render/text/plain-text.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  exportBoth,
  exportedNames,
  filesEnding,
  readText,
  type ExportedName,
} from '../support/exported.ts'
import {decode, wordsOf} from '../support/html.ts'
import {hostileTexts, kitchenSinkArticle, kitchenSinkBody} from '../support/kitchen-sink.ts'
import {paragraph} from '../support/library.ts'
import {bareContext as context, unchecked} from '../support/render.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // These are about the source, which no reader sees. Our formatter writes templates in this way.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // The stylesheet is the release's own file. Nothing comes from elsewhere.
    'require-sri': ['error', {target: 'crossorigin'}],
    // A reviewer approved the title, and the model has its own limit.
    'long-title': 'off',
    // The stylesheet keeps a telephone number on one line.
    'tel-non-breaking': 'off',
    // Headings in other scripts have ids in those scripts, as HTML allows.
    'valid-id': ['error', {relaxed: true}],
  },
})

/** The code of the scripts of this project. */
const ownScripts: ReadonlySet<string> = new Set([nearMe.code, search.code])

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

let releases: Record<ExportedName, string>
let parse: (source: string) => HtmlElement

beforeAll(async () => {
  releases = await exportBoth(folder.path)
  const config = await validator.getConfigFor('page.html')
  parse = (source) => new Parser(config).parseHtml(source)
})

function valuesOf(root: HtmlElement, attribute: string): string[] {
  return root.querySelectorAll(`[${attribute}]`).map((element) => {
    return decode(element.getAttributeValue(attribute) ?? '')
  })
}

/** Checks every page of a release, and makes sure that there are some. */
function everyPage(release: string, check: (path: string, source: string) => void): void {
  const paths = filesEnding(release, '.html')
  expect(paths.length).toBeGreaterThan(4)
  for (const path of paths) check(path, readText(release, path))
}

describe.each(exportedNames)('every page of %s', (name) => {
  test('is valid HTML', async () => {
    for (const path of filesEnding(releases[name], '.html')) {
      const report = await validator.validateString(readText(releases[name], path), path)
      const problems = report.results.flatMap(({messages}) => messages)
      expect(
        problems.map(({ruleId, message, line}) => `${path}:${line} ${ruleId}: ${message}`),
      ).toEqual([])
    }
  })

  test('has one first-level heading, one main part and a language', () => {
    everyPage(releases[name], (path, source) => {
      const page = parse(source)
      expect(page.querySelectorAll('h1'), path).toHaveLength(1)
      expect(page.querySelectorAll('main'), path).toHaveLength(1)
      const [language] = valuesOf(page, 'lang')
      expect(language, path).toMatch(path.startsWith('web/es/') ? /^es\b/ : /^en\b/)
    })
  })

  test('runs nothing but the scripts that it names by digest', () => {
    everyPage(releases[name], (path, source) => {
      const page = parse(source)
      const scripts = page
        .querySelectorAll('script')
        .filter((script) => script.getAttributeValue('type') !== 'application/ld+json')
      const named = scripts.map(({textContent}) => {
        expect(ownScripts.has(textContent), path).toBe(true)
        return `'sha256-${createHash('sha256').update(textContent).digest('base64')}'`
      })
      expect(page.querySelectorAll('style, iframe, object, embed, base'), path).toEqual([])
      const attributes = page
        .querySelectorAll('*')
        .flatMap((element) => element.attributes.map(({key}) => key))
      expect(
        attributes.filter((key) => key === 'style' || key === 'srcdoc' || key.startsWith('on')),
        path,
      ).toEqual([])
      const [policy, ...others] = page.querySelectorAll(
        'head > meta[http-equiv="Content-Security-Policy"]',
      )
      expect(others, path).toEqual([])
      expect(policy?.getAttributeValue('content'), path).toMatch(/^default-src &#39;none&#39;;/)
      const directives = decode(policy?.getAttributeValue('content') ?? '').split('; ')
      expect(directives.join('; '), path).not.toMatch(/unsafe|\*/)
      expect(
        directives.filter((directive) => directive.startsWith('script-src')),
        path,
      ).toEqual(named.length === 0 ? [] : [`script-src ${named.join(' ')}`])
      const hasForm = page.querySelectorAll('form').length > 0
      expect(directives.includes("form-action 'none'"), path).toBe(!hasForm)
      // A policy binds only what comes after it.
      expect(source.indexOf('Content-Security-Policy'), path).toBeLessThan(
        source.search(/<(?:link|script|img)\b/),
      )
    })
  })

  test('links only to pages, places and files that exist', () => {
    const release = releases[name]
    const ids = new Map<string, Set<string>>()
    everyPage(release, (path, source) => ids.set(path, new Set(valuesOf(parse(source), 'id'))))
    everyPage(release, (path, source) => {
      const page = parse(source)
      for (const address of [...valuesOf(page, 'href'), ...valuesOf(page, 'src')]) {
        if (/^(?:https?|mailto|tel):/.test(address)) continue
        const [file = '', fragment] = address.split('#')
        const from = file.startsWith('/') ? 'web' : dirname(path)
        const target = file === '' ? path : join(from, file)
        expect(existsSync(join(release, target)), `${path} leads to ${address}`).toBe(true)
        if (fragment === undefined) continue
        expect(ids.get(target)?.has(fragment), `${path} leads to ${address}`).toBe(true)
      }
    })
  })

  test('describes itself to search engines in JSON', () => {
    const schemaOrg = z.object({
      '@context': z.literal('https://schema.org'),
      '@type': z.enum(['MedicalWebPage', 'FAQPage', 'ItemList']),
    })
    everyPage(releases[name], (path, source) => {
      const blocks = parse(source).querySelectorAll('script[type="application/ld+json"]')
      const isContent =
        /faq|clinics|articles\/|therapies\//.test(path) && !source.includes('noindex')
      expect(blocks, path).toHaveLength(isContent ? 1 : 0)
      for (const block of blocks) {
        expect(schemaOrg.safeParse(JSON.parse(block.textContent)), path).toMatchObject({
          success: true,
        })
      }
    })
  })
})

/** The words that editors typed: the texts of spans, titles, captions, credits and cells. */
function typedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typedIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, content]: [string, unknown]) => {
    if (field === 'cells' && Array.isArray(content)) {
      return content.flatMap((cell: unknown) => (typeof cell === 'string' ? [cell] : typedIn(cell)))
    }
    const isWords = ['text', 'title', 'summary', 'caption', 'credit'].includes(field)
    return isWords && typeof content === 'string' ? [content] : typedIn(content)
  })
}

describe('an article with every block', () => {
  const page = 'web/articles/everything.html'
  const bundleText = z.object({html: z.string(), text: z.string(), portableText: z.unknown()})
  const bundle = () =>
    z
      .object({body: bundleText})
      .parse(JSON.parse(readText(releases['the kitchen sink'], 'app/articles/everything.json')))

  test('shows every word that was typed, on the page and in each form of the bundle', () => {
    const {body} = bundle()
    const typed = typedIn(kitchenSinkBody).flatMap((text) => text.split('\n'))
    expect(typed.length).toBeGreaterThan(80)
    const onPage = wordsOf(readText(releases['the kitchen sink'], page))
    const inHtml = wordsOf(body.html)
    for (const text of [...typed, ...typedIn(kitchenSinkArticle)].flatMap((t) => t.split('\n'))) {
      expect(onPage).toContain(text)
    }
    for (const text of typed) {
      expect(inHtml).toContain(text)
      expect(body.text).toContain(text)
    }
    expect(body.portableText).toEqual(kitchenSinkBody.map(asRichTable))
  })

  test('shows hostile words as plain text', () => {
    const source = readText(releases['the kitchen sink'], page)
    const root = parse(source)
    for (const text of hostileTexts) expect(wordsOf(source)).toContain(text)
    const images = root.querySelectorAll('img')
    expect(images).toHaveLength(3)
    for (const image of images) {
      expect(image.attributes.map(({key}) => key).toSorted()).toEqual([
        'alt',
        'decoding',
        'height',
        'loading',
        'src',
        'width',
      ])
      expect(decode(image.getAttributeValue('alt') ?? '')).toBe(
        'A plain teal square" onerror="alert(1)',
      )
    }
  })

  test('marks each citation with the number of its work, and has no link in a link', () => {
    const root = parse(readText(releases['the kitchen sink'], page))
    expect(root.querySelectorAll('.references > li')).toHaveLength(2)
    expect(root.querySelectorAll('a a')).toEqual([])
    const numbered = root.querySelectorAll('.citation').map(({textContent}) => textContent.trim())
    // From the summary, the paragraph of links, the callouts, a table and a cell of it, a caption, the question,
    // which is shown twice, and the card of the therapy, which is shown twice too.
    expect(numbered.join(' ')).toBe('1 1 1 2 2 1 1 1 1 1 1 1 2 2 2 2')
  })

  test('keeps the formatting of every block and mark', () => {
    const body = parse(bundle().body.html)
    for (const selector of [
      'h2',
      'h3',
      'h4',
      'blockquote > p',
      'ul > li > ul > li > ol > li',
      'ol > li',
      'strong',
      'em',
      'sub',
      'sup',
      'p > a',
      'a[rel="sponsored"]',
      'small.sponsored',
      '.callout-note',
      '.callout-seeDoctor',
      '.callout-urgent',
      'table caption',
      'th[scope="col"]',
      'th[scope="row"]',
      'figure img',
      'figure figcaption',
      '.question',
      '.therapy-card',
      'br',
    ]) {
      expect(body.querySelector(selector), selector).not.toBeNull()
    }
  })
})

describe('rendering', () => {
  test.each([
    ['block', {_type: 'carousel', _key: 'x', words: 'lost'}, /carousel/],
    [
      'mark',
      paragraph('x', 'lost', {marks: ['m'], markDefs: [{_type: 'footnote', _key: 'm'}]}),
      /footnote/,
    ],
    ['decorator', paragraph('x', 'lost', {marks: ['blink']}), /blink/],
    ['style', paragraph('x', 'lost', {style: 'shout'}), /shout/],
    ['heading', paragraph('x', 'lost', {style: 'h6'}), /h6/],
    ['format', paragraph('x', 'lost', {marks: ['underline']}), /underline/],
    ['list', {...paragraph('x', 'lost'), listItem: 'abacus', level: 1}, /abacus/],
    [
      'inline object',
      {...paragraph('x', ''), children: [{_type: 'emoji', _key: 'e', name: 'lost'}]},
      /emoji/,
    ],
  ])('refuses an unknown %s instead of dropping it', (_, block, name) => {
    expect(() => renderHtml(unchecked(block), context)).toThrow(name)
  })

  test('nests marks in the same way for any keys, because locales order keys differently', () => {
    const linkedTwice = (one: string, other: string) =>
      unchecked(
        paragraph('x', 'words', {
          marks: [other, one],
          markDefs: [
            {_type: 'link', _key: one, href: 'tel:1'},
            {_type: 'link', _key: other, href: 'tel:2'},
          ],
        }),
      )
    const expected = renderHtml(linkedTwice('a', 'b'), context)
    const key = fc.string({unit: fc.constantFrom('a', 'B', 'i', 'I', '1', '_'), minLength: 1})
    fc.assert(
      fc.property(key, key, (one, other) => {
        fc.pre(one !== other)
        expect(renderHtml(linkedTwice(one, other), context)).toBe(expected)
      }),
    )
  })

  test('shows all words that validation accepts, and only those', () => {
    const text = fc
      .oneof(
        fc.string({unit: 'grapheme'}),
        fc.constantFrom(...hostileTexts),
        fc.string({unit: fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', ' ', ';', '#', '\n')}),
      )
      .filter(
        (words) => characterFault(words) === undefined && !holdsMarkup(words) && !/\r/.test(words),
      )
    const spans = fc.array(fc.record({text, marks: fc.subarray(['strong', 'em', 'sub', 'sup'])}), {
      minLength: 1,
    })
    const style = fc.constantFrom('normal', 'h2', 'h3', 'h4', 'blockquote')
    fc.assert(
      fc.property(spans, style, (children, style) => {
        const block = {
          ...paragraph('x', '', {style}),
          children: children.map((span, index) => ({_type: 'span', _key: `${index}`, ...span})),
        }
        const words = children.map((span) => span.text).join('')
        const html = renderHtml(unchecked(block), context)
        expect(wordsOf(html)).toBe(isBlank(words) ? '' : `${words.replaceAll('\n', '')}\n`)
        expect(
          html.replaceAll(/<\/?(?:p|h[234]|blockquote|strong|em|sub|sup|br)\b[^<>]*>/g, ''),
        ).not.toMatch(/[<>]/)
        if (children.some(({marks}) => marks.includes('sup') || marks.includes('sub'))) return
        expect(renderText(unchecked(block), context)).toBe(
          words.replaceAll(/\n{3,}/g, '\n\n').trim(),
        )
      }),
    )
  })
})

describe('the words for the tone of a box stand before its heading', () => {
  const boxed = (title: string) => {
    const box = unchecked({
      _type: 'callout',
      _key: 'c',
      tone: 'seeDoctor',
      title,
      body: [paragraph('p', 'Words.')],
    })
    const [heading = ''] =
      renderHtml(box, context).match(/<p class="callout-title">.*?<\/p>/s) ?? []
    return {
      html: wordsOf(heading).trim(),
      text: renderText(box, context).split('\n')[0],
    }
  }

  test.each([
    ['Call the clinic if', 'See a doctor: Call the clinic if'],
    ['See a doctor soon if', 'See a doctor soon if'],
    ['See a doctor', 'See a doctor'],
    ['see a doctor: today', 'see a doctor: today'],
    ['See a doctoral student', 'See a doctor: See a doctoral student'],
  ])('and do not repeat it: %s', (title, shown) => {
    expect(boxed(title)).toEqual({html: shown, text: shown})
  })
})
