// The pages of conditions in each language: a list of them, and a page for each with what the library has about it.

import {html} from 'ghtml'
import type {Condition} from '../../../../model/condition.ts'
import {fill} from '../../../page/fill.ts'
import {must, type Edition, type Library, type PageCard} from '../../../page/library.ts'
import {linesHtml} from '../../../page/lines.ts'
import {isBehind, wordsFor} from '../../../page/page.ts'
import {sitePart, type ChannelFile} from '../../channel.ts'
import type {Translation} from '../alternates.ts'
import {cardList} from '../card-list.ts'
import {rootFrom} from '../context.ts'
import {layout} from '../layout.ts'
import type {Moved} from '../moved.ts'
import {listsIn} from '../navigation.ts'
import {newerText, pagination, reviewedLines, stack} from '../parts.ts'
import {
  addressAt,
  conditionAddress,
  CONDITIONS_PAGE,
  conditionsWithPages,
  folderOfCondition,
  languageOfCondition,
  originalOf,
} from './addresses.ts'

/** As many as on a page of the index. */
const ARTICLES_PER_PAGE = 50

export const conditionPages = sitePart('conditions', (library) =>
  library.editions.flatMap((edition) => {
    const conditions = library.conditionsOf(edition.folder)
    if (conditions.length === 0) return []
    return [
      listPage(conditions, edition, library),
      ...conditions.flatMap((one) => pagesOf(one, edition, library)),
    ]
  }),
)

function listPage(
  conditions: readonly Condition[],
  {folder, language}: Edition,
  library: Library,
): ChannelFile {
  const words = library.words(language).conditions
  const address = folder + CONDITIONS_PAGE
  const root = rootFrom(address)
  const main = stack(
    html`<h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>`,
    html`<ul class="card-list">
      !${conditions.map(
        (condition) =>
          html`<li class="card">
            <h2><a href="${root}${conditionAddress(condition, library)}">${condition.name}</a></h2>
            <p>!${linesHtml(condition.description)}</p>
          </li> `,
      )}
    </ul>`,
  )
  return {
    path: address,
    content: layout(
      {
        title: words.title,
        description: words.lead,
        language,
        address,
        translations: listsIn('conditions', folder, library),
        current: 'conditions',
        main,
      },
      library,
    ),
  }
}

/** The pages of a condition. It has several if there are many articles about it. */
function pagesOf(condition: Condition, {folder}: Edition, library: Library): ChannelFile[] {
  const {slug} = condition
  const about = originalOf(condition)
  const articles = library.pagesAbout(about, folder)
  const treatments = library.treatmentsBeside(about, folder)
  const count = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_PAGE))
  return Array.from({length: count}, (_, number) => {
    const address = addressAt(slug.current, folder, number)
    const shown = {
      articles: articles.slice(number * ARTICLES_PER_PAGE, (number + 1) * ARTICLES_PER_PAGE),
      treatments: number === 0 ? treatments : [],
      number,
      count,
    }
    return {path: address, content: conditionPage(condition, {address, ...shown}, library)}
  })
}

interface ShownPages {
  readonly address: string
  readonly articles: readonly PageCard[]
  readonly treatments: readonly PageCard[]
  /** Of the page, from 0. */
  readonly number: number
  readonly count: number
}

function conditionPage(
  condition: Condition,
  {address, articles, treatments, number, count}: ShownPages,
  library: Library,
): string {
  const {_id: id, name, aliases = [], description, slug} = condition
  const language = languageOfCondition(condition, library)
  const folder = folderOfCondition(condition, library)
  const words = library.words(language)
  const at = {address, language}
  const pathOf = (other: number): string =>
    rootFrom(address) + addressAt(slug.current, folder, other)
  const main = stack(
    html`<p class="kicker">${words.conditions.kind}</p>
      <h1>${name}</h1>`,
    aliases.length === 0
      ? ''
      : html`<p class="aliases">${fill(words.therapy.alsoCalled, {names: aliases.join(', ')})}</p>`,
    html`<p class="lead">!${linesHtml(description)}</p>`,
    behindNotice(condition, {address, language}, library),
    html`<div class="reviewed">
      !${reviewedLines({approval: must(library.approval(id), id), words: wordsFor(id, library)}, language, library)}
    </div>`,
    cardList({id: 'articles', heading: words.site.articles, cards: articles}, at, library),
    pagination({number, count, path: pathOf}, words),
    cardList({id: 'treatments', heading: words.index.treatments, cards: treatments}, at, library),
  )
  return layout(
    {
      title:
        number === 0 ? name : fill(words.conditions.page, {condition: name, number: number + 1}),
      description,
      ...at,
      translations: number === 0 ? translationsOf(condition, library) : [],
      trail: [{label: words.conditions.title, address: folder + CONDITIONS_PAGE}],
      main,
    },
    library,
  )
}

/** The page of a condition in other languages, in order of language. */
export function translationsOf(condition: Condition, library: Library): Translation[] {
  const original = originalOf(condition)
  return library
    .all('condition')
    .filter((other) => other._id !== condition._id && originalOf(other) === original)
    .map((other) => ({
      language: languageOfCondition(other, library),
      address: conditionAddress(other, library),
    }))
    .toSorted((a, b) => (a.language < b.language ? -1 : 1))
}

/** The former addresses of conditions that no other condition has, each once. */
export function movedConditions(library: Library): Moved[] {
  const conditions = conditionsWithPages(library)
  const taken = new Set(conditions.map((condition) => conditionAddress(condition, library)))
  return conditions.flatMap((condition) => {
    const language = languageOfCondition(condition, library)
    const folder = folderOfCondition(condition, library)
    const to = conditionAddress(condition, library)
    return [...new Set(condition.formerSlugs)]
      .map((slug) => addressAt(slug, folder))
      .filter((from) => !taken.has(from))
      .map((from) => ({from, to, title: condition.name, language}))
  })
}

/** On a translation of an older text: that there is a newer one, and the way to it. */
function behindNotice(
  condition: Condition,
  {address, language}: Translation,
  library: Library,
): string {
  const {rendition} = condition
  const source = rendition && library.find('condition', rendition.of._ref)
  if (!source || !isBehind(condition, library)) return ''
  return newerText(
    {
      title: source.name,
      language: languageOfCondition(source, library),
      href: rootFrom(address) + conditionAddress(source, library),
    },
    {language, words: library.words(language)},
  )
}
