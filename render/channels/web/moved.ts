// The page at a former address. It redirects at once. If the browser does not follow, there is a link.

import {html} from 'ghtml'
import {fillHtml} from '../../page/fill.ts'
import type {Library} from '../../page/library.ts'
import {rootFrom} from './context.ts'
import {layout} from './layout.ts'

/** A former address of a page. */
export interface Moved {
  /** Addresses in the channel. */
  readonly from: string
  readonly to: string
  /** Undefined for a notice in place of a page, which shows no title. */
  readonly title: string | undefined
  /** A BCP 47 tag. */
  readonly language: string
}

export function movedPage({from, to, title, language}: Moved, library: Library): string {
  const words = library.words(language).notice
  const page = html`<a href="${rootFrom(from)}${to}">${title ?? words.newAddress}</a>`
  const main = html`<h1>${words.moved}</h1>
    <p class="lead">!${fillHtml(words.movedLead, {page})}</p>`
  return layout(
    {title: words.moved, language, address: from, isUnlisted: true, leadsTo: to, main},
    library,
  )
}
