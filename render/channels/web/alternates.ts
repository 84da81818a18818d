// The addresses of a page in each language, for search engines. The head of a page and the sitemap give the same.

import {languageFolder} from '../../page/addresses.ts'
import type {Library} from '../../page/library.ts'
import {publicAddress} from './context.ts'

/** A page that says the same in another language. */
export interface Translation {
  /** A BCP 47 tag. */
  readonly language: string
  /** Its address in the channel. */
  readonly address: string
}

interface Alternate {
  /** A BCP 47 tag, or `x-default` for readers of all other languages. */
  readonly hreflang: string
  readonly href: string
}

/**
 * Where a page is in each language. Search engines take full addresses only, so there is none without the address of
 * the site.
 *
 * @param pages The page itself, and its translations.
 */
export function alternatesOf(pages: readonly Translation[], library: Library): Alternate[] {
  const {settings} = library
  if (pages.length < 2 || settings?.url === undefined) return []
  const original = pages.find(({language}) => languageFolder(language, library.language) === '')
  const named = [
    ...pages.map(({language, address}) => ({hreflang: language, address})),
    ...(original ? [{hreflang: 'x-default', address: original.address}] : []),
  ]
  return named.flatMap(({hreflang, address}) => {
    const href = publicAddress(address, settings)
    return href === undefined ? [] : {hreflang, href}
  })
}
