// Makes a page of the web channel self-contained. In a release the stylesheet and the images are files
// beside the page; a preview has no such files.

import {imagePath, imageUrl} from '../../render/page/images.ts'
import type {ComposedPage} from './compose.ts'
import type {ImageUrls} from './gather.ts'

/** Marks the place of the reviewer's name while it holds a placeholder. */
const PLACEHOLDER = '.reviewed { outline: 2px dashed; outline-offset: 0.25rem; }'

/**
 * Puts stylesheet and images into a page.
 *
 * @param page The result of `compose`.
 * @param styles The text of the stylesheet.
 */
export function standalone(
  {html, images, isApproved}: ComposedPage,
  {imageUrls, styles}: {readonly imageUrls: ImageUrls; readonly styles: string},
): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const addresses = new Map<string, string>(
    images.flatMap((image) => {
      const url = imageUrls.get(image.asset._id)
      return url === undefined ? [] : [[`../${imagePath(image)}`, imageUrl(url, image)] as const]
    }),
  )
  // The lake has the image itself, but none of its smaller files.
  for (const source of page.querySelectorAll('picture > source')) source.remove()
  for (const image of page.querySelectorAll('img')) replaceAddress(image, 'src', addresses)
  for (const link of page.querySelectorAll('a.figure-larger')) {
    replaceAddress(link, 'href', addresses)
  }
  const style = page.createElement('style')
  style.textContent = isApproved ? styles : `${styles}\n${PLACEHOLDER}`
  page.querySelector('link[rel="stylesheet"]')?.replaceWith(style)
  page
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.setAttribute('content', contentSecurityPolicy([...addresses.values()]))
  for (const link of page.querySelectorAll('a[href]')) leadOut(link)
  return `<!doctype html>\n${page.documentElement.outerHTML}`
}

function replaceAddress(
  element: Element,
  attribute: 'src' | 'href',
  addresses: ReadonlyMap<string, string>,
): void {
  const address = addresses.get(element.getAttribute(attribute) ?? '')
  if (address !== undefined) element.setAttribute(attribute, address)
}

/** Links to other websites open a new tab, which learns nothing of the Studio. Pages of the library are not here. */
function leadOut(link: Element): void {
  const href = link.getAttribute('href') ?? ''
  // Without its own address, a place on this page would be a place on the Studio's page.
  if (href.startsWith('#')) return link.setAttribute('href', `about:srcdoc${href}`)
  if (!URL.canParse(href)) return link.removeAttribute('href')
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

/** As strict as the page's own policy, but for styles and fonts inside the page. */
function contentSecurityPolicy(addresses: readonly string[]): string {
  const origins = [...new Set(addresses.map((address) => new URL(address).origin))]
  return [
    "default-src 'none'",
    `img-src ${origins.length === 0 ? "'none'" : origins.join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
