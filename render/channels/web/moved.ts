// The page at a former address. It redirects at once. If the browser does not follow, there is a link.

import {html} from 'ghtml'
import type {Library, Redirect} from '../../page/library.ts'
import {pageAddress} from './context.ts'
import {layout} from './layout.ts'

export function movedPage({to}: Redirect, library: Library): string {
  const address = pageAddress(to)
  // A page with a notice in its place has no card, so its title is not shown.
  const name = library.card(to.id)?.title ?? 'its new address'
  const main = html`<h1>This page has moved</h1>
    <p class="lead">The page is now here: <a href="../${address}">${name}</a></p>`
  return layout(
    {
      title: 'This page has moved',
      language: library.settings?.language ?? 'en',
      root: '../',
      leadsTo: address,
      main,
    },
    library,
  )
}
