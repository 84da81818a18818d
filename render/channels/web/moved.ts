// What stands at a former address of a page: it leads on at once, and without the browser's help by
// a link.

import {html} from 'ghtml'
import type {Library, Redirect} from '../../page/library.ts'
import {pageAddress} from './context.ts'
import {layout} from './layout.ts'

export function movedPage({to}: Redirect, library: Library): string {
  const address = pageAddress(to)
  // Nothing of a page that was withdrawn is told, its title neither.
  const name = library.cards.get(to.id)?.title ?? 'its new address'
  const main = html`<h1>This page has moved</h1>
    <p class="lead">It now stands here: <a href="../${address}">${name}</a></p>`
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
