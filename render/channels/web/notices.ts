// The notices in place of pages that readers do not get any more, or not at the moment.

import {html} from 'ghtml'
import {dayOf} from '../../../review/days.ts'
import {dayHtml} from '../../page/day.ts'
import {fillHtml} from '../../page/fill.ts'
import type {Library, PageCard} from '../../page/library.ts'
import {pageAddress, rootFrom} from './context.ts'
import {layout} from './layout.ts'
import {languageLink} from './parts.ts'

/** The notice in place of a page that a reviewer has taken down. */
export function withdrawnPage(card: PageCard, library: Library): string {
  const {withdrawn, withdrawnLead} = library.words(card.language).notice
  const day = dayHtml(dayOf(card.decidedAt), card.language)
  return notice(card, {title: withdrawn, lead: fillHtml(withdrawnLead, {day})}, library)
}

/** The notice in place of a page that waits for another document to be approved again. */
export function heldPage(card: PageCard, library: Library): string {
  const {held, heldLead, heldSource} = library.words(card.language).notice
  const source = sourceOf(card, library)
  const lead = source ? fillHtml(heldSource, {page: linkTo(source, card)}) : fillHtml(heldLead, {})
  return notice(card, {title: held, lead}, library)
}

/** The page whose message a page has in another language or form, if readers get it. */
function sourceOf({id, original, form}: PageCard, library: Library): PageCard | undefined {
  const source = form?.of ?? original
  return source === id ? undefined : library.card(source)
}

function linkTo(page: PageCard, from: PageCard): string {
  const href = rootFrom(pageAddress(from)) + pageAddress(page)
  return languageLink({...page, href}, from.language)
}

/** @param lead HTML. */
function notice(
  card: PageCard,
  {title, lead}: {readonly title: string; readonly lead: string},
  library: Library,
): string {
  const {language} = card
  const main = html`<h1>${title}</h1>
    <p class="lead">!${lead}</p>
    <p><a href="../index.html">${library.words(language).notice.allPages}</a></p>`
  return layout({title, language, address: pageAddress(card), isUnlisted: true, main}, library)
}
