// Makes the search index of the pages in one language: which page has which word in its title, in the names of what it
// is about, or in its summary and headings. The words of the text itself are not in it.

import {sha256} from 'js-sha256'
import type {PageType} from '../../../../review/governed.ts'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'
import type {Edition, Library, PageCard, SearchedPage} from '../../../page/library.ts'
import type {ChannelFile} from '../../channel.ts'
import {pageAddress} from '../context.ts'
import {namesOf} from '../names.ts'
import {
  asSteps,
  CARDS_PER_PART,
  lengthKey,
  places,
  SHORTEST_MISSPELT,
  type IndexedWord,
  type PageNumber,
  type ResultCard,
  type SearchIndex,
} from './index-files.ts'
import {synonymsOf} from './synonyms.ts'
import {wordsIn} from './words.ts'

/** The folder of the index, in that of the language. */
const FOLDER = 'search/'

/** The first file of the index, relative to the folder of the language. */
export const INDEX_FILE = `${FOLDER}index.json`

/** About so many characters of JSON are in a part. */
const PART_LENGTH = 24_000

/** A page about a subject comes before the pages that mention it. */
const typeOrder: Readonly<Record<PageType, number>> = {therapyType: 0, article: 1, faq: 2}

/** The files of the search index of the pages in one language. */
export function indexFiles(edition: Edition, library: Library): ChannelFile[] {
  const {folder} = edition
  const pages = library.searched.filter(({card}) => card.folder === folder).toSorted(byWorth)
  const files: ChannelFile[] = []
  /** Adds a part, and gives its name. */
  const add = (kind: string, content: string): string => {
    const name = `${kind}-${sha256(content).slice(0, 16)}.json`
    files.push({path: `${folder}${FOLDER}${name}`, content})
    return name
  }
  const {pageType: kinds} = library.words(edition.language)
  const cards = pages.map(({card}) => resultCard(card, kinds))
  const words = indexedWords(pages, edition, library)
  const index: SearchIndex = {
    pages: pages.length,
    words: partsOf(words).map(({first, content}) => [first, add('words', content)]),
    spellings: Object.fromEntries(
      [...spellingsOf(words)].map(([key, all]) => [key, add('spellings', JSON.stringify(all))]),
    ),
    cards: inChunks(cards, CARDS_PER_PART).map((chunk) => add('cards', JSON.stringify(chunk))),
  }
  return [{path: folder + INDEX_FILE, content: JSON.stringify(index)}, ...files]
}

/** Subjects before pages about them, then short titles before long ones. */
function byWorth({card: a}: SearchedPage, {card: b}: SearchedPage): number {
  return (
    typeOrder[a.type] - typeOrder[b.type] ||
    a.title.length - b.title.length ||
    (a.slug < b.slug ? -1 : 1)
  )
}

function resultCard(card: PageCard, kinds: InterfaceWords['pageType']): ResultCard {
  return {
    title: card.title,
    summary: card.summary ?? '',
    kind: kinds[card.type],
    address: pageAddress({...card, folder: ''}),
    language: card.language,
  }
}

/** The words of pages in order, compared by code unit. The number of a page is its place in the list. */
function indexedWords(
  pages: readonly SearchedPage[],
  {language}: Edition,
  library: Library,
): IndexedWord[] {
  const names = new Map([...namesOf(library)].map(([id, all]) => [id, all.map(wordsIn)]))
  const synonyms = synonymsOf(language, library)
  const index = new Map<string, PageNumber[][]>()
  const add = (words: readonly string[], place: number, page: PageNumber): void => {
    for (const word of words) {
      let lists = index.get(word)
      if (!lists) index.set(word, (lists = places.map(() => [])))
      const isThere = lists.some((list, other) => other <= place && list.at(-1) === page)
      if (!isThere) lists[place]?.push(page)
    }
  }
  for (const [page, {card, topics, headings}] of pages.entries()) {
    const title = wordsIn(card.title)
    const called = [card.id, ...topics].flatMap((id) => names.get(id) ?? [])
    const text = [card.summary ?? '', ...headings].map(wordsIn)
    const all = [title, ...called, ...text]
    for (const [place, words] of [title, called.flat(), text.flat()].entries()) {
      add(words, place, page)
    }
    add(all.flatMap(synonyms), places.length - 1, page)
  }
  return [...index]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, lists]) => [word, ...lists.map(asSteps)])
}

/** Words in parts of about the same length. */
function partsOf(words: readonly IndexedWord[]): {first: string; content: string}[] {
  const parts: {first: string; items: string[]; length: number}[] = []
  for (const word of words) {
    const item = JSON.stringify(word)
    const last = parts.at(-1)
    if (last && last.length + item.length <= PART_LENGTH) {
      last.items.push(item)
      last.length += item.length
    } else {
      parts.push({first: word[0], items: [item], length: item.length})
    }
  }
  return parts.map(({first, items}) => ({first, content: `[${items.join(',')}]`}))
}

/** The words of which misspelt forms are found, by their length. */
function spellingsOf(words: readonly IndexedWord[]): Map<string, string[]> {
  const spelt = words.map(([word]) => word).filter(({length}) => length >= SHORTEST_MISSPELT)
  return Map.groupBy(spelt, ({length}) => lengthKey(length))
}

function inChunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
