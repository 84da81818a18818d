// Addresses in the web channel, relative to its folder or to one of its pages.

import type {PageType} from '../../../review/governed.ts'
import {folders} from '../../page/addresses.ts'
import type {RenderContext} from '../../page/context.ts'
import type {Library, PageAddress, PageCard} from '../../page/library.ts'
import type {Page} from '../../page/page.ts'

/**
 * What components need to know to render a page of the web channel.
 *
 * @param root The path from the page to the folder of the channel.
 */
export function contextFor(
  {numbers, texts, language}: Pick<Page, 'numbers' | 'texts'> & {readonly language: string},
  library: Library,
  root: string,
): RenderContext {
  return {
    library,
    language,
    words: library.words(language),
    numbers,
    texts,
    addressOf: (card) => `${root}${pageAddress(card)}`,
    imageAddress: (path) => `${root}${path}`,
  }
}

/** The id of a question. The prefix keeps it apart from the ids of other parts of the page. */
export function questionId(slug: string): string {
  return `question-${slug}`
}

/** The types whose documents have an HTML page each. All questions share one page. */
export type OwnPageType = Exclude<PageType, 'faq'>

export function hasOwnPage<Card extends Pick<PageCard, 'type'>>(
  card: Card,
): card is Card & {readonly type: OwnPageType} {
  return card.type !== 'faq'
}

/** A page's address, relative to the folder of the channel. */
export function pageAddress({type, slug, folder}: PageAddress): string {
  const address = type === 'faq' ? `faq.html#${questionId(slug)}` : `${folders[type]}/${slug}.html`
  return folder + address
}

/** The path from the file at an address to the folder of the channel. */
export function rootFrom(address: string): string {
  return '../'.repeat(address.split('/').length - 1)
}

/** The path of the site on its host, with a slash at its end. A page that is shown anywhere links by it. */
export function pathOfSite(settings: Library['settings']): string {
  return new URL(publicAddress('', settings) ?? 'https://host.invalid/').pathname
}

/** The full address of a page, if the settings name the address of the site. */
export function publicAddress(address: string, settings: Library['settings']): string | undefined {
  return settings?.url === undefined
    ? undefined
    : new URL(address, `${settings.url.replace(/\/$/, '')}/`).href
}
