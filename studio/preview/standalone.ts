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
  for (const image of page.querySelectorAll('img')) {
    const address = addresses.get(image.getAttribute('src') ?? '')
    if (address !== undefined) image.setAttribute('src', address)
  }
  const style = page.createElement('style')
  style.textContent = isApproved ? styles : `${styles}\n${PLACEHOLDER}`
  page.querySelector('link[rel="stylesheet"]')?.replaceWith(style)
  page
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.setAttribute('content', contentSecurityPolicy([...addresses.values()]))
  // The sandbox opens no windows, so links do nothing. The pages that they lead to are not here.
  const base = page.createElement('base')
  base.target = '_blank'
  page.head.prepend(base)
  return `<!doctype html>\n${page.documentElement.outerHTML}`
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
