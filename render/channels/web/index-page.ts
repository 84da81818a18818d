// The index of the library, which is the first page of the site: the search, what the library is about, and all articles. It
// has several pages if there are many of these.

import {html} from 'ghtml'
import type {InterfaceWords} from '../../../schemas/data/interface-words.ts'
import {fill} from '../../page/fill.ts'
import {langAttributes} from '../../page/lang.ts'
import type {Edition, Library, PageCard} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import type {ChannelFile} from '../channel.ts'
import type {Translation} from './alternates.ts'
import {cardList, type CardList} from './card-list.ts'
import {conditionAddress} from './conditions/addresses.ts'
import {rootFrom, type OwnPageType} from './context.ts'
import {layout} from './layout.ts'
import {listsIn, SEARCH_FILE} from './navigation.ts'
import {pagination, stack} from './parts.ts'
import {searchForm} from './search/search-form.ts'

const ARTICLES_PER_PAGE = 50

/** If there are more conditions, only their own page lists them. */
const MOST_CONDITIONS = 40

/** The lists before the articles. All of them are on the first page. */
const otherLists: Readonly<
  Record<
    Exclude<OwnPageType, 'article'>,
    {readonly id: string; readonly heading: keyof InterfaceWords['index']}
  >
> = {
  therapyType: {id: 'treatments', heading: 'treatments'},
}

/** The index of the pages in one language. */
export function indexPages({folder, language}: Edition, library: Library): ChannelFile[] {
  const words = library.words(language)
  const cards = library.cards.filter((card) => card.folder === folder)
  const translations = listsIn('articles', folder, library)
  const articles = cards.filter(({type}) => type === 'article')
  const others = Object.entries(otherLists).map(([type, list]) => ({
    id: list.id,
    heading: words.index[list.heading],
    cards: cards.filter((card) => card.type === type),
  }))
  const count = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_PAGE))
  return Array.from({length: count}, (_, number) => ({
    path: folder + indexPath(number),
    content: indexPage({
      folder,
      language,
      number,
      count,
      articles: articles.slice(number * ARTICLES_PER_PAGE, (number + 1) * ARTICLES_PER_PAGE),
      others: number === 0 ? others : [],
      translations: number === 0 ? translations : [],
      library,
    }),
  }))
}

function indexPath(number: number): string {
  return number === 0 ? 'index.html' : `index-${number + 1}.html`
}

/** What stands on the first page only, above the lists. */
function firstParts({folder, language}: Edition, library: Library): string[] {
  const words = library.words(language)
  const {description} = library.site(language)
  const lang = description ? langAttributes(description.language, language) : ''
  const lead = description ? linesHtml(description.words) : ''
  return [
    description ? html`<p class="lead" !${lang}>!${lead}</p>` : '',
    searchForm(words, SEARCH_FILE),
    conditionsSection({folder, language}, library),
  ]
}

/** The way to the page of each condition. Empty if there are too many. */
function conditionsSection({folder, language}: Edition, library: Library): string {
  const conditions = library.conditionsOf(folder)
  if (conditions.length === 0 || conditions.length > MOST_CONDITIONS) return ''
  const {title} = library.words(language).conditions
  return html`<section aria-labelledby="conditions">
    <h2 id="conditions">${title}</h2>
    <ul class="topics">
      !${conditions.map((condition) => {
        const address = rootFrom(folder) + conditionAddress(condition, library)
        return html`<li><a href="${address}">${condition.name}</a></li> `
      })}
    </ul>
  </section>`
}

interface IndexPage extends Edition {
  readonly number: number
  readonly count: number
  readonly articles: readonly PageCard[]
  readonly others: readonly CardList[]
  /** The first page of the index in each other language. */
  readonly translations: readonly Translation[]
  readonly library: Library
}

function indexPage({
  folder,
  language,
  number,
  count,
  articles,
  others,
  translations,
  library,
}: IndexPage): string {
  const words = library.words(language)
  const {title: site, description} = library.site(language)
  const title = number === 0 ? site.words : fill(words.index.articlesPage, {number: number + 1})
  const siteLang = langAttributes(site.language, language)
  const at = {address: folder + indexPath(number), language}
  const main = stack(
    html`<h1!${number === 0 ? siteLang : ''}>${title}</h1>`,
    ...(number === 0 ? firstParts({folder, language}, library) : []),
    ...others.map((list) => cardList(list, at, library)),
    cardList({id: 'articles', heading: words.site.articles, cards: articles}, at, library),
    pagination({number, count, path: indexPath}, words),
  )
  return layout(
    {
      title,
      description: description?.words,
      language,
      address: at.address,
      translations,
      needs: {hasForm: number === 0},
      current: 'articles',
      main,
    },
    library,
  )
}
