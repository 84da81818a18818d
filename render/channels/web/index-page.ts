// The index of the library. It has several pages if there are many articles.

import {html} from 'ghtml'
import {formatDay} from '../../../review/day-words.ts'
import {dayOf} from '../../../review/days.ts'
import type {Library, PageCard} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import type {ChannelFile} from '../channel.ts'
import {pageAddress, type OwnPageType} from './context.ts'
import {layout} from './layout.ts'
import {stack} from './parts.ts'

const ARTICLES_PER_PAGE = 50

interface CardList {
  readonly id: string
  readonly heading: string
  readonly cards: readonly PageCard[]
}

/** The lists beside the articles. All of them are on the first page. */
const otherLists: Readonly<
  Record<Exclude<OwnPageType, 'article'>, Pick<CardList, 'id' | 'heading'>>
> = {
  therapyType: {id: 'treatments', heading: 'Treatments'},
}

export function indexPages(library: Library): ChannelFile[] {
  const cards = library.cards
  const articles = cards.filter(({type}) => type === 'article')
  const others = Object.entries(otherLists).map(([type, list]) => ({
    ...list,
    cards: cards.filter((card) => card.type === type),
  }))
  const count = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_PAGE))
  return Array.from({length: count}, (_, number) => ({
    path: indexPath(number),
    content: indexPage({
      number,
      count,
      articles: articles.slice(number * ARTICLES_PER_PAGE, (number + 1) * ARTICLES_PER_PAGE),
      others: number === 0 ? others : [],
      library,
    }),
  }))
}

function indexPath(number: number): string {
  return number === 0 ? 'index.html' : `index-${number + 1}.html`
}

interface IndexPage {
  readonly number: number
  readonly count: number
  readonly articles: readonly PageCard[]
  readonly others: readonly CardList[]
  readonly library: Library
}

function indexPage({number, count, articles, others, library}: IndexPage): string {
  const {settings} = library
  const site = settings?.title ?? 'Health library'
  const language = settings?.language ?? 'en'
  const main = stack(
    html`<h1>${number === 0 ? site : `Articles, page ${number + 1}`}</h1>`,
    number === 0 && settings ? html`<p class="lead">!${linesHtml(settings.description)}</p>` : '',
    cardList({id: 'articles', heading: 'Articles', cards: articles}, language),
    pagination(number, count),
    ...others.map((list) => cardList(list, language)),
  )
  return layout(
    {
      title: number === 0 ? site : `Articles, page ${number + 1}`,
      description: settings?.description,
      language,
      root: '',
      address: indexPath(number),
      current: 'articles',
      main,
    },
    library,
  )
}

function cardList({id, heading, cards}: CardList, language: string): string {
  if (cards.length === 0) return ''
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <ul class="card-list">
      !${cards.map((card) => {
        const day = dayOf(card.decidedAt)
        return html`<li class="card">
          <h3><a href="${pageAddress(card)}">${card.title}</a></h3>
          <p>!${linesHtml(card.summary ?? '')}</p>
          <p class="hint">Reviewed <time datetime="${day}">${formatDay(day, language)}</time></p>
        </li> `
      })}
    </ul>
  </section>`
}

function pagination(number: number, count: number): string {
  if (count === 1) return ''
  const previous =
    number === 0 ? '' : html`<a rel="prev" href="${indexPath(number - 1)}">Previous page</a>`
  const next =
    number === count - 1 ? '' : html`<a rel="next" href="${indexPath(number + 1)}">Next page</a>`
  return html`<nav class="pagination" aria-label="Pages">
    !${previous} <span>Page ${number + 1} of ${count}</span> !${next}
  </nav>`
}
