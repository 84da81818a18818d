// The notice in place of a page that a reviewer has taken down.

import {html} from 'ghtml'
import {dayOf} from '../../../review/days.ts'
import {formatDay} from '../../page/dates.ts'
import type {Library} from '../../page/library.ts'
import {layout} from './layout.ts'

/** @param decidedAt When it was withdrawn: ISO 8601. */
export function withdrawnPage(decidedAt: string, library: Library): string {
  const language = library.settings?.language ?? 'en'
  const day = dayOf(decidedAt)
  const main = html`<h1>This page was withdrawn</h1>
    <p class="lead">
      A reviewer withdrew it on <time datetime="${day}">${formatDay(day, language)}</time>. Please
      do not rely on copies of it.
    </p>
    <p><a href="../index.html">See all pages</a></p>`
  return layout({title: 'This page was withdrawn', language, root: '../', main}, library)
}
