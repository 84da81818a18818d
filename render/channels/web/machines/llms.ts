// The site for language models, as https://llmstxt.org describes it: a page of links in Markdown for each language.

import {onOneLine} from '../../../../policy/characters.ts'
import {dayOf} from '../../../../review/days.ts'
import {pageTypes, type PageType} from '../../../../review/governed.ts'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'
import {fill} from '../../../page/fill.ts'
import type {Edition, Library, PageCard} from '../../../page/library.ts'
import {ownName} from '../../../page/names.ts'
import type {ChannelFile} from '../../channel.ts'
import {pageAddress, publicAddress, rootFrom} from '../context.ts'
import {FEED} from './changes.ts'
import {GONE} from './gone.ts'
import {SITEMAP} from './sitemap.ts'

const LLMS = 'llms.txt'

/**
 * How many pages of a type it lists: those that were reviewed last. A model reads the whole file, so it must stay short
 * in a library of any size. The sitemap and the index have all pages.
 */
const MOST_PAGES = 100

/** The headings of the pages of each type. */
const headings: Readonly<Record<PageType, (words: InterfaceWords) => string>> = {
  article: ({site}) => site.articles,
  therapyType: ({index}) => index.treatments,
  faq: ({site}) => site.questions,
}

/** The files of all languages. */
export function llmsFiles(library: Library): ChannelFile[] {
  const {cards} = library
  return library.editions.map((edition) => ({
    path: edition.folder + LLMS,
    content: llms(
      edition,
      cards.filter(({folder}) => folder === edition.folder),
      library,
    ),
  }))
}

function llms({folder, language}: Edition, cards: readonly PageCard[], library: Library): string {
  const {settings, editions} = library
  const words = library.words(language)
  const {machines} = words
  const {title, description} = library.site(language)
  const to = (address: string): string =>
    publicAddress(address, settings) ?? rootFrom(folder) + address
  const lists = [
    [machines.allPages, `${folder}index.html`],
    ...(settings?.url === undefined
      ? []
      : [
          [machines.sitemap, SITEMAP],
          [fill(machines.feed, {site: title.words}), folder + FEED],
        ]),
    [machines.withdrawnList, GONE],
    ...editions
      .filter((edition) => edition.folder !== folder)
      .map((edition) => [ownName(edition.language), edition.folder + LLMS]),
  ]
  const sections = pageTypes.map((type) =>
    pagesSection(
      headings[type](words),
      cards.filter((card) => card.type === type),
      {to, words, library},
    ),
  )
  return (
    [
      `# ${markdown(title.words)}`,
      ...(description ? [`> ${markdown(description.words)}`] : []),
      fill(machines.notice, {list: to(GONE)}),
      ...sections.filter((section) => section !== ''),
      // By the format, what may be left out stands below this heading, in English.
      [
        '## Optional',
        '',
        ...lists.map(([name = '', address = '']) => item(name, to(address))),
      ].join('\n'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

interface Around {
  readonly to: (address: string) => string
  readonly words: InterfaceWords
  readonly library: Library
}

function pagesSection(
  heading: string,
  cards: readonly PageCard[],
  {to, words: {machines}, library}: Around,
): string {
  if (cards.length === 0) return ''
  const shown = cards.toSorted(lastReviewedFirst).slice(0, MOST_PAGES)
  const rest = cards.length - shown.length
  const items = shown.map((card) => {
    const reviewed = fill(machines.reviewed, {
      reviewed: dayOf(card.decidedAt),
      due: library.news(card.id).dueOn ?? '',
    })
    const summary = card.summary === undefined ? '' : `${markdown(card.summary)} `
    return `${item(card.title, to(pageAddress(card)))}: ${summary}${reviewed}`
  })
  return [
    `## ${heading}`,
    '',
    ...items,
    ...(rest === 0 ? [] : ['', fill(machines.more, {count: rest})]),
  ].join('\n')
}

function lastReviewedFirst(a: PageCard, b: PageCard): number {
  return Date.parse(b.decidedAt) - Date.parse(a.decidedAt) || (a.id < b.id ? -1 : 1)
}

function item(name: string, address: string): string {
  return `- [${markdown(name)}](${address})`
}

/** The characters with a meaning in Markdown (CommonMark, "Backslash escapes"). */
const MARKUP = /[!#&*<>[\\\]_`|~]/g

/** Words as Markdown, on one line. */
function markdown(words: string): string {
  return onOneLine(words).replaceAll(MARKUP, String.raw`\$&`)
}
