// A list of pages with their summaries, as indexes show it.

import {html} from 'ghtml'
import {dayOf} from '../../../review/days.ts'
import {dayHtml} from '../../page/day.ts'
import {fillHtml} from '../../page/fill.ts'
import type {Library, PageCard} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import {pageAddress, rootFrom} from './context.ts'

export interface CardList {
  readonly id: string
  readonly heading: string
  readonly cards: readonly PageCard[]
}

/**
 * The list as a section. Empty if there are no pages.
 *
 * @param at Where in the channel it stands, and in which language.
 */
export function cardList(
  {id, heading, cards}: CardList,
  {address, language}: {readonly address: string; readonly language: string},
  library: Library,
): string {
  if (cards.length === 0) return ''
  const {reviewed} = library.words(language).index
  const root = rootFrom(address)
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <ul class="card-list">
      !${cards.map((card) => {
        const day = dayHtml(dayOf(card.decidedAt), language)
        return html`<li class="card">
          <h3><a href="${root}${pageAddress(card)}">${card.title}</a></h3>
          <p>!${linesHtml(card.summary ?? '')}</p>
          <p class="hint">!${fillHtml(reviewed, {day})}</p>
        </li> `
      })}
    </ul>
  </section>`
}
