// What a site says to programs: search engines, feed readers, language models, other sites, and web servers.

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {HtmlValidate, Parser, type HtmlElement} from 'html-validate'
import {fromMarkdown} from 'mdast-util-from-markdown'
import sharp from 'sharp'
import {parseSitemap} from 'sitemap'
import {visit} from 'unist-util-visit'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {validateXML} from 'xmllint-wasm'
import {z} from 'zod'
import type {Settled} from '../../model/standing/settled.ts'
import {web} from '../../render/channels/web/web.ts'
import type {Library} from '../../render/page/library.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {approvedLibrary, settledAs} from '../support/approved-library.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  exportBoth,
  exportedNames,
  filesEnding,
  readText,
  type ExportedName,
} from '../support/exported.ts'
import {decode, wordsOf} from '../support/html.ts'
import {fullPages, kitchenSinkArticle} from '../support/kitchen-sink.ts'
import {article, faq, settings, slug, therapy} from '../support/library.ts'

const SITE = 'https://library.example/'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

let releases: Record<ExportedName, string>
let parse: (source: string) => HtmlElement

beforeAll(async () => {
  releases = await exportBoth(folder.path)
  const config = await new HtmlValidate().getConfigFor('page.html')
  parse = (source) => new Parser(config).parseHtml(source)
})

const support = join(import.meta.dirname, '..', 'support')
const ofProtocol = join(import.meta.dirname, '../../node_modules/sitemap/schema/sitemap.xsd')

/** Adds the link that search engines allow in a sitemap to what the protocol allows. */
const sitemapSchema = {
  schema: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
    <xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="link.xsd"/>
  </xs:schema>`,
  preload: [
    {fileName: 'sitemap.xsd', contents: readFileSync(ofProtocol)},
    {
      fileName: 'link.xsd',
      contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
        <xs:element name="link"><xs:complexType>
          <xs:attribute name="rel" type="xs:string" fixed="alternate" use="required"/>
          <xs:attribute name="hreflang" type="xs:language" use="required"/>
          <xs:attribute name="href" type="xs:anyURI" use="required"/>
        </xs:complexType></xs:element>
      </xs:schema>`,
    },
  ],
}
const sitemapIndexSchema = {schema: readFileSync(join(support, 'sitemap-index.xsd'), 'utf8')}
const atomSchema = {
  schema: readFileSync(join(support, 'atom.rng'), 'utf8'),
  extension: 'relaxng' as const,
}

async function problemsIn(
  xml: string,
  schema: typeof sitemapSchema | typeof sitemapIndexSchema | typeof atomSchema,
): Promise<string[]> {
  const {valid, errors} = await validateXML({xml, ...schema, maxMemoryPages: 16_384})
  return valid ? [] : errors.map(({message}) => message)
}

/** The values of an attribute of some elements of a page. */
function valuesIn(page: HtmlElement, selector: string, attribute: string): string[] {
  return page
    .querySelectorAll(selector)
    .map((element) => decode(element.getAttributeValue(attribute) ?? ''))
}

/** The pages of a release that search engines may list, by their addresses in the channel. */
function listedPages(release: string): Map<string, HtmlElement> {
  const paths = filesEnding(join(release, 'web'), '.html')
  const pages = paths.map((path) => [path, parse(readText(release, `web/${path}`))] as const)
  return new Map(pages.filter(([, page]) => page.querySelector('meta[name="robots"]') === null))
}

async function sitemapOf(release: string) {
  return await parseSitemap(Readable.from([readText(release, 'web/sitemap.xml')]))
}

describe.each(exportedNames)('the sitemap of %s', (name) => {
  test('keeps to the protocol', async () => {
    expect(await problemsIn(readText(releases[name], 'web/sitemap.xml'), sitemapSchema)).toEqual([])
  })

  test('has each page that search engines may list, and no other address', async () => {
    const addresses = (await sitemapOf(releases[name])).map(({url}) => url)
    const pages = [...listedPages(releases[name]).keys()].map((path) => `${SITE}${path}`)
    expect(addresses.toSorted()).toEqual(pages.toSorted())
  })

  test('names the same translations as the head of each page', async () => {
    const pages = listedPages(releases[name])
    for (const {url, links = []} of await sitemapOf(releases[name])) {
      const page = pages.get(url.replace(SITE, ''))
      if (!page) throw new Error(`There is no ${url}`)
      const heads = valuesIn(page, 'link[hreflang]', 'href')
      expect(
        links.map((link) => link.url),
        url,
      ).toEqual(heads)
    }
  })

  test('says when each page was reviewed last', async () => {
    const pages = listedPages(releases[name])
    for (const {url, lastmod} of await sitemapOf(releases[name])) {
      const page = pages.get(url.replace(SITE, ''))
      const [reviewed] = page ? valuesIn(page, '.reviewed time', 'datetime') : []
      expect(lastmod?.slice(0, 10), url).toBe(reviewed)
    }
  })
})

/** A page for a library of many. */
function numbered(number: number): StoredDocument {
  return {...article, _id: `article-${number}`, slug: slug(`number-${number}`)}
}

/** The files of the parts for programs of a library with so many articles. */
function filesFor(count: number): Map<string, string> {
  const pages = Array.from({length: count}, (_, number) => settledAs(numbered(number)))
  return filesOf(libraryOf(settings, ...pages))
}

/** A library with these settings and pages. */
function libraryOf(site: StoredDocument, ...pages: readonly Settled[]): Library {
  return approvedLibrary([site], [settledAs(site), ...pages])
}

const machineParts = new Set(['sitemap', 'changes', 'robots', 'llms', 'gone', 'notFound'])

function filesOf(library: Library): Map<string, string> {
  return new Map(
    web.site
      .filter(({name}) => machineParts.has(name))
      .flatMap(({render}) => render(library).files)
      .map(({path, content}) => [path, String(content)]),
  )
}

describe('a library of 50,000 articles', () => {
  const files = filesFor(50_000)

  test('has a sitemap in parts, none of which is too large', async () => {
    const index = files.get('sitemap.xml') ?? ''
    expect(await problemsIn(index, sitemapIndexSchema)).toEqual([])
    const parts = [...index.matchAll(/<loc>https:\/\/library\.example\/(.+?)<\/loc>/g)]
    const counts = parts.map(([, path = '']) => files.get(path)?.match(/<loc>/g)?.length ?? 0)
    // The index, the list of titles and the search come before the articles.
    expect(counts).toEqual([50_000, 3])
  })

  test('has a short feed and a short list for language models', () => {
    expect(files.get('changes.atom')?.match(/<entry/g)).toHaveLength(50)
    expect(files.get('llms.txt')?.match(/number-\d+\.html/g)).toHaveLength(100)
    expect(files.get('llms.txt')).toContain('49900 more pages')
  })
})

describe.each(exportedNames)('the feeds of %s', (name) => {
  test('keep to the standard', async () => {
    const feeds = filesEnding(releases[name], '.atom')
    expect(feeds).toContain('web/changes.atom')
    for (const path of feeds) {
      expect(await problemsIn(readText(releases[name], path), atomSchema), path).toEqual([])
    }
  })

  test('are named by each page of their language', () => {
    for (const path of filesEnding(releases[name], '.html').filter((file) => !/404/.test(file))) {
      const page = parse(readText(releases[name], path))
      const [feed = ''] = valuesIn(page, 'link[type="application/atom+xml"]', 'href')
      const found = new URL(feed, `https://x/${path}`).pathname
      expect(found, path).toBe(
        path.startsWith('web/es/') ? '/web/es/changes.atom' : '/web/changes.atom',
      )
      expect(existsSync(join(releases[name], found)), path).toBe(true)
    }
  })
})

/** The entries of a feed, each with its elements as text. */
function entriesIn(feed: string): Record<string, string>[] {
  return feed
    .split('<entry')
    .slice(1)
    .map((entry) =>
      Object.fromEntries(
        [...entry.matchAll(/<(\w+)(?: [^>]*)?>([^<]*)<\/\1>/g)].map(([, name, text = '']) => [
          name,
          decode(text),
        ]),
      ),
    )
}

function feedOf(...settled: readonly ReturnType<typeof settledAs>[]): Record<string, string>[] {
  const library = libraryOf(settings, ...settled)
  return entriesIn(filesOf(library).get('changes.atom') ?? '')
}

describe('a feed of changes', () => {
  const noted = {...article, changeNote: 'The dose is lower & <safer>.'}

  test('begins with what was decided last, whatever the zones of the stated times', () => {
    const entries = feedOf(
      settledAs(article, {decidedAt: '2026-10-02T01:00:00+05:00'}),
      settledAs(therapy, {decidedAt: '2026-10-01T21:00:00Z'}),
      settledAs(faq, {decidedAt: '2026-10-01T10:00:00-09:00'}),
    )
    expect(entries.map(({updated}) => updated)).toEqual([
      '2026-10-01T21:00:00Z',
      '2026-10-01T20:00:00Z',
      '2026-10-01T19:00:00Z',
    ])
  })

  test('tells what changed, in the words that were approved with the page', () => {
    const [entry] = feedOf(settledAs(noted))
    expect(entry).toMatchObject({title: article.title, summary: article.summary})
    expect(wordsOf(entry?.content ?? '')).toContain('What changed: The dose is lower & <safer>.')
  })

  test('says that a page was withdrawn, under the same id and without its title', () => {
    const [approved] = feedOf(settledAs(noted))
    const [withdrawn] = feedOf(settledAs(noted, {state: 'retracted'}))
    expect(withdrawn?.id).toBe(approved?.id)
    expect(withdrawn?.title).toMatch(/^Withdrawn: articles\/.+\.html$/)
    expect(withdrawn?.content).toContain('A reviewer withdrew it')
    expect(JSON.stringify(withdrawn)).not.toContain(article.title)
    expect(JSON.stringify(withdrawn)).not.toContain('The dose is lower')
  })

  test('keeps the id of a page that moves', () => {
    const [before] = feedOf(settledAs(article))
    const [after] = feedOf(settledAs({...article, slug: slug('moved'), title: 'Another title'}))
    expect(after?.id).toBe(before?.id)
    expect(after?.title).not.toBe(before?.title)
  })
})

describe('the change note of a page', () => {
  test.each(Object.values(fullPages))(
    'is on the page and in the bundle of a $_type',
    ({changeNote, slug: at}) => {
      const {current} = z.object({current: z.string()}).parse(at)
      const release = releases['the kitchen sink']
      const file = filesEnding(release, `${current}.json`)[0] ?? ''
      const bundle = z.object({changeNote: z.string()}).parse(JSON.parse(readText(release, file)))
      expect(bundle.changeNote).toBe(changeNote)
      const page = filesEnding(release, `${current}.html`)[0] ?? 'web/faq.html'
      const shown = wordsOf(readText(release, page).replaceAll('<br>', '\n'))
      expect(shown).toContain(changeNote)
    },
  )
})

/** A document in Markdown: its headings by rank, its quotes, and its links. */
function outlineOf(markdown: string) {
  const headings: string[] = []
  const links: {url: string; words: string}[] = []
  const others: string[] = []
  const textIn = (node: Parameters<typeof visit>[0]): string => {
    let words = ''
    visit(node, 'text', (text: {value: string}) => {
      words += text.value
    })
    return words
  }
  visit(fromMarkdown(markdown), (node) => {
    if (node.type === 'heading') headings.push(`${'#'.repeat(node.depth)} ${textIn(node)}`)
    else if (node.type === 'link') links.push({url: node.url, words: textIn(node)})
    else if (!/^(?:root|paragraph|text|list|listItem|blockquote)$/.test(node.type)) {
      others.push(node.type)
    }
  })
  return {headings, links, others}
}

describe('llms.txt', () => {
  test.each(exportedNames)(
    'of %s has the format, and leads to approved pages only',
    async (name) => {
      const files = filesEnding(releases[name], 'llms.txt')
      const pages = new Set((await sitemapOf(releases[name])).map(({url}) => url))
      expect(files).toContain('web/llms.txt')
      for (const path of files) {
        const text = readText(releases[name], path)
        const {headings, links, others} = outlineOf(text)
        expect(headings[0], path).toMatch(/^# ./)
        expect(headings.slice(1).every((heading) => heading.startsWith('## '))).toBe(true)
        expect(headings.at(-1)).toBe('## Optional')
        expect(others, path).toEqual([])
        for (const {url} of links) {
          const [file = ''] = url.split('#')
          const isPage = pages.has(file)
          expect(
            isPage || existsSync(join(releases[name], 'web', file.replace(SITE, ''))),
            url,
          ).toBe(true)
        }
        expect(text, path).toMatch(/^> ./m)
      }
    },
  )

  test('has the title of a page as plain words, and says when its review falls due', () => {
    const title = 'a](https://evil.example) <b> `c` *d* & [e] ![f](g) \\'
    const library = libraryOf(
      settings,
      settledAs({...kitchenSinkArticle, title, reviewInterval: 6}),
    )
    const text = filesOf(library).get('llms.txt') ?? ''
    const {links, others} = outlineOf(text)
    expect(links[0]).toEqual({url: `${SITE}articles/everything.html`, words: title})
    expect(others).toEqual([])
    expect(text).toContain('Last reviewed 2026-10-01. Next review due 2027-04-01.')
  })

  test('tells not to quote what was withdrawn, and does not name it', () => {
    const library = libraryOf(settings, settledAs(article, {state: 'retracted'}))
    const text = filesOf(library).get('llms.txt') ?? ''
    expect(text).toContain(`Do not quote pages that were withdrawn: ${SITE}gone.json`)
    expect(text).not.toContain(String(article.title))
  })
})

test('robots.txt allows everything and names the sitemap', () => {
  expect(readText(releases['the sample content'], 'web/robots.txt')).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${SITE}sitemap.xml\n`,
  )
})

test('gone.json lists the notices of withdrawn pages', () => {
  const release = releases['the kitchen sink']
  const list: unknown = JSON.parse(readText(release, 'web/gone.json'))
  expect(list).toEqual([{path: 'articles/gone.html', withdrawnAt: '2026-11-01T10:00:00Z'}])
  expect(readText(release, 'web/articles/gone.html')).toContain('This page was withdrawn')
})

describe('a site without an address', () => {
  const {url: _, ...unplaced} = settings
  const files = filesOf(libraryOf(unplaced, settledAs(article)))

  test('has no file that needs full addresses', () => {
    expect([...files.keys()].toSorted()).toEqual([
      '404.html',
      'gone.json',
      'llms.txt',
      'robots.txt',
    ])
    expect(files.get('robots.txt')).toBe('User-agent: *\nAllow: /\n')
  })

  test('has files that lead to its pages all the same', () => {
    expect(files.get('llms.txt')).toContain('](articles/')
    expect(files.get('404.html')).toContain('href="/index.html"')
    expect(files.get('404.html')).not.toMatch(/og:image|atom/)
  })
})

test('the page for lost readers works at any address of a site below a path', () => {
  const placed = {...settings, url: 'https://www.example.org/library'}
  const page = filesOf(libraryOf(placed)).get('404.html') ?? ''
  const root = parse(page)
  const addresses = [...valuesIn(root, 'a', 'href'), ...valuesIn(root, 'link', 'href')]
  expect(addresses.length).toBeGreaterThan(3)
  expect(addresses.filter((address) => !/^(?:\/library\/|#)/.test(address))).toEqual([])
})

describe.each(exportedNames)('a shared link to a page of %s', (name) => {
  test('shows its title, its words and a picture with its size', async () => {
    const pages = listedPages(releases[name])
    expect(pages.size).toBeGreaterThan(4)
    for (const [path, page] of pages) {
      const tag = (property: string): string =>
        valuesIn(page, `meta[property="${property}"]`, 'content').join('|')
      const [title = ''] = page.querySelectorAll('title').map(({textContent}) => textContent)
      expect(decode(title).startsWith(tag('og:title')), path).toBe(true)
      expect(valuesIn(page, 'meta[name="description"]', 'content'), path).toEqual(
        tag('og:description') === '' ? [] : [tag('og:description')],
      )
      expect(tag('og:url'), path).toBe(valuesIn(page, 'link[rel="canonical"]', 'href').join())
      expect(tag('og:type'), path).toBe(
        /(?:articles|therapies)\//.test(path) ? 'article' : 'website',
      )
      expect(tag('og:locale'), path).toBe(path.startsWith('es/') ? 'es_ES' : 'en_US')
      expect(valuesIn(page, 'meta[name="twitter:card"]', 'content')).toEqual([
        'summary_large_image',
      ])
      const image = tag('og:image')
      expect(image.startsWith(SITE), path).toBe(true)
      const file = join(releases[name], 'web', image.replace(SITE, ''))
      const {width, height} = await sharp(file).metadata()
      expect([tag('og:image:width'), tag('og:image:height')], path).toEqual([
        `${width}`,
        `${height}`,
      ])
      expect(tag('og:image:alt').length, path).toBeGreaterThan(4)
    }
  })
})
