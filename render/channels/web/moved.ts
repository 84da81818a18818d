// The page at a former address. It redirects at once. If the browser does not follow, there is a link.

import {html} from 'ghtml'
import {interfaceWords} from '../../../schemas/data/interface-words.ts'
import {fillHtml} from '../../page/fill.ts'
import type {Library, Redirect} from '../../page/library.ts'
import {pageAddress, rootFrom} from './context.ts'
import {layout} from './layout.ts'

export function movedPage({from, to}: Redirect, library: Library): string {
  const {language} = to
  const words = interfaceWords(language).notice
  const leadsTo = pageAddress(to)
  const address = pageAddress(from)
  // A page with a notice in its place has no card, so its title is not shown.
  const name = library.card(to.id)?.title ?? words.newAddress
  const page = html`<a href="${rootFrom(address)}${leadsTo}">${name}</a>`
  const main = html`<h1>${words.moved}</h1>
    <p class="lead">!${fillHtml(words.movedLead, {page})}</p>`
  return layout({title: words.moved, language, address, isUnlisted: true, leadsTo, main}, library)
}
