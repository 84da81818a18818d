// The notices in place of pages that readers do not get any more, or not at the moment.

import {html} from 'ghtml'
import {formatDay} from '../../../review/day-words.ts'
import {dayOf} from '../../../review/days.ts'
import type {Library} from '../../page/library.ts'
import {layout} from './layout.ts'

/**
 * The notice in place of a page that a reviewer has taken down.
 *
 * @param decidedAt When it was withdrawn: ISO 8601.
 */
export function withdrawnPage(decidedAt: string, library: Library): string {
  const day = dayOf(decidedAt)
  const lead = html`A reviewer withdrew it on
    <time datetime="${day}">${formatDay(day, languageOf(library))}</time>. Please do not rely on
    copies of it.`
  return notice('This page was withdrawn', lead, library)
}

/** The notice in place of a page that waits for another document to be approved again. */
export function heldPage(library: Library): string {
  return notice(
    'This page is not available at the moment',
    'A part of it is no longer approved and has to be reviewed again. Please do not rely on copies of it.',
    library,
  )
}

function notice(title: string, lead: string, library: Library): string {
  const main = html`<h1>${title}</h1>
    <p class="lead">!${lead}</p>
    <p><a href="../index.html">See all pages</a></p>`
  return layout({title, language: languageOf(library), root: '../', main}, library)
}

function languageOf({settings}: Library): string {
  return settings?.language ?? 'en'
}
