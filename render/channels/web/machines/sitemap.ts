// The sitemap, as https://www.sitemaps.org/protocol.html describes it. Its addresses must be full, so there is one only
// if the settings name the address of the site.

import type {Library} from '../../../page/library.ts'
import type {ChannelFile} from '../../channel.ts'
import {alternatesOf} from '../alternates.ts'
import {publicAddress} from '../context.ts'
import {listedPages} from './listed-pages.ts'
import {element, XML_HEADER, xmlText} from './xml.ts'

export const SITEMAP = 'sitemap.xml'

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const XHTML = 'http://www.w3.org/1999/xhtml'

/** How much one sitemap may hold by the protocol. */
const MOST_ADDRESSES = 50_000
/** 50 MB, less than a kilobyte for what stands around the addresses. */
const MOST_BYTES = 50 * 1024 * 1024 - 1000

/** The sitemap. If it would be too large, it is a list of its parts. */
export function sitemapFiles(library: Library): ChannelFile[] {
  const {settings} = library
  if (settings?.url === undefined) return []
  const parts = partsOf(
    listedPages(library).map(({language, address, lastChanged, translations}) => {
      const alternates = alternatesOf([{language, address}, ...translations], library)
      return element(
        'url',
        {},
        [
          element('loc', {}, xmlText(publicAddress(address, settings) ?? address)),
          lastChanged === undefined ? '' : element('lastmod', {}, lastChanged),
          ...alternates.map(({hreflang, href}) =>
            element('xhtml:link', {rel: 'alternate', hreflang, href}),
          ),
        ].join(''),
      )
    }),
  )
  const [only, ...others] = parts
  if (only && others.length === 0) return [{path: SITEMAP, content: urlSet(only)}]
  const files = parts.map((urls, index) => ({
    path: `sitemap-${index + 1}.xml`,
    content: urlSet(urls),
  }))
  const list = files.map(({path}) => {
    const address = publicAddress(path, settings) ?? path
    return element('sitemap', {}, element('loc', {}, xmlText(address)))
  })
  return [
    {
      path: SITEMAP,
      content: `${XML_HEADER}${element('sitemapindex', {xmlns: NAMESPACE}, inLines(list))}\n`,
    },
    ...files,
  ]
}

function urlSet(urls: readonly string[]): string {
  return `${XML_HEADER}${element('urlset', {xmlns: NAMESPACE, 'xmlns:xhtml': XHTML}, inLines(urls))}\n`
}

function inLines(elements: readonly string[]): string {
  return `\n${elements.join('\n')}\n`
}

/** Divides entries into as few parts as the protocol allows, in their order. */
function partsOf(urls: readonly string[]): string[][] {
  const encoder = new TextEncoder()
  let part: string[] = []
  const parts = [part]
  let bytes = 0
  for (const url of urls) {
    const size = encoder.encode(url).length + 1
    if (part.length === MOST_ADDRESSES || bytes + size > MOST_BYTES) {
      part = []
      parts.push(part)
      bytes = 0
    }
    part.push(url)
    bytes += size
  }
  return parts
}
