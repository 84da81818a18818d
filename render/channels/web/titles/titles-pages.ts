// The pages of all titles in one language, by first letter: what readers use in place of the search. A small library
// has one page of them. Otherwise each letter has pages of its own.

import {html} from 'ghtml'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'
import {languageFolder} from '../../../page/addresses.ts'
import {fill, fillHtml} from '../../../page/fill.ts'
import {langAttributes} from '../../../page/lang.ts'
import type {Edition, Library} from '../../../page/library.ts'
import {collatorOf} from '../../../page/names.ts'
import type {ChannelFile} from '../../channel.ts'
import {
  conditionAddress,
  conditionsWithPages,
  languageOfCondition,
  originalOf,
} from '../conditions/addresses.ts'
import {pageAddress, rootFrom} from '../context.ts'
import {layout} from '../layout.ts'
import {namesOf} from '../names.ts'
import {listsIn, TITLES_FILE} from '../navigation.ts'
import {pagination, stack} from '../parts.ts'
import {initialsOf, NUMBERS, OTHERS} from './initials.ts'

/** So many titles stay below 60 kB. */
const TITLES_PER_PAGE = 250

/** A page in the list. */
interface Listed {
  readonly id: string
  readonly title: string
  /** In the channel. */
  readonly address: string
  /** A BCP 47 tag. */
  readonly language: string
  /** The id of the page of which it is a translation, or its own. */
  readonly original: string
}

/** A title, or another name of a page with a title. */
interface Entry {
  readonly words: string
  readonly page: Listed
}

/** Entries with the same first letter. */
interface Letter {
  /** The letter, `NUMBERS` or `OTHERS`. */
  readonly initial: string
  readonly entries: readonly Entry[]
  /** The files of its pages, in the folder of the language. */
  readonly files: readonly string[]
}

/** The pages of all titles in one language. */
export function titlesPages(edition: Edition, library: Library): ChannelFile[] {
  const words = library.words(edition.language)
  const {titles} = words
  const pages = new Map(allPages(library).map((page) => [page.id, page]))
  const letters = lettersOf(edition, [...pages.values()], library)
  const count = letters.reduce((sum, {entries}) => sum + entries.length, 0)
  const site = {edition, library, words, pages}
  const heading = html`<h1>${titles.title}</h1>`
  if (count <= TITLES_PER_PAGE) {
    const sections = letters.map((letter) => section(letter, site))
    const jumps = letterLinks(letters, words, ({initial}) => `#${idOf(initial)}`)
    return [page(TITLES_FILE, titles.title, stack(heading, jumps, ...sections), site)]
  }
  const links = letterLinks(letters, words, ({files: [first = '']}) => first)
  return [
    page(
      TITLES_FILE,
      titles.title,
      stack(heading, html`<p class="lead">${titles.choose}</p>`, links),
      site,
    ),
    ...letters.flatMap((letter) => letterPages(letter, letters, site)),
  ]
}

interface Site {
  readonly edition: Edition
  readonly library: Library
  readonly words: InterfaceWords
  /** The pages of all languages, by id. */
  readonly pages: ReadonlyMap<string, Listed>
}

/** The pages of one letter. */
function letterPages(letter: Letter, letters: readonly Letter[], site: Site): ChannelFile[] {
  const {words} = site
  const {titleOf, titleOfPage} = words.titles
  const {files, entries} = letter
  return files.map((file, number) => {
    const shown = {letter: named(letter.initial, words), number: number + 1}
    const title = fill(number === 0 ? titleOf : titleOfPage, shown)
    const some = entries.slice(number * TITLES_PER_PAGE, (number + 1) * TITLES_PER_PAGE)
    const links = letterLinks(letters, words, ({files: [first = '']}) => first, letter)
    const main = stack(
      html`<h1>${title}</h1>`,
      links,
      entryList(some, site),
      pagination({number, count: files.length, path: (other) => files[other] ?? ''}, words),
    )
    return page(file, title, main, site)
  })
}

function page(
  file: string,
  title: string,
  main: string,
  {edition, library, words}: Site,
): ChannelFile {
  const {folder, language} = edition
  return {
    path: folder + file,
    content: layout(
      {
        title,
        description: words.titles.description,
        language,
        address: folder + file,
        // Other languages have other letters, so only the first pages say the same.
        translations: file === TITLES_FILE ? listsIn('titles', folder, library) : [],
        current: 'titles',
        main,
      },
      library,
    ),
  }
}

/** The pages of all languages, with those of conditions. */
function allPages(library: Library): Listed[] {
  const conditions = conditionsWithPages(library).map((condition) => ({
    id: condition._id,
    title: condition.name,
    address: conditionAddress(condition, library),
    language: languageOfCondition(condition, library),
    original: originalOf(condition),
  }))
  const pages = library.cards.map((card) => ({...card, address: pageAddress(card)}))
  return [...pages, ...conditions]
}

/** All titles and other names by first letter, in the order of the language. */
function lettersOf(
  {folder, language}: Edition,
  pages: readonly Listed[],
  library: Library,
): Letter[] {
  const collator = collatorOf(language, {numeric: true})
  const initialOf = initialsOf(language)
  const names = namesOf(library)
  const entries = pages
    .filter((page) => languageFolder(page.language, library.language) === folder)
    .flatMap((page): Entry[] => {
      const [, ...others] = names.get(page.id) ?? []
      return [page.title, ...others].map((words) => ({words, page}))
    })
    .toSorted((a, b) => collator.compare(a.words, b.words) || (a.page.id < b.page.id ? -1 : 1))
  const byInitial = Map.groupBy(entries, ({words}) => initialOf(words))
  const ranks = new Map([
    [NUMBERS, 1],
    [OTHERS, 2],
  ])
  return [...byInitial]
    .toSorted(([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || collator.compare(a, b))
    .map(([initial, some]) => ({initial, entries: some, files: filesOf(initial, some.length)}))
}

function filesOf(initial: string, count: number): string[] {
  return Array.from({length: Math.ceil(count / TITLES_PER_PAGE)}, (_, number) =>
    number === 0 ? `a-z-${nameOf(initial)}.html` : `a-z-${nameOf(initial)}-${number + 1}.html`,
  )
}

/** A letter in the name of a file, which has plain letters only: `a`, or `u00f1` for `ñ`. */
function nameOf(initial: string): string {
  const small = initial.toLowerCase()
  return /^[a-z]+$/.test(small)
    ? small
    : [...small].map((letter) => `u${codeOf(letter).toString(16).padStart(4, '0')}`).join('')
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0
}

function idOf(initial: string): string {
  return `letter-${nameOf(initial)}`
}

/** A letter as readers see it. */
function named(initial: string, {titles}: InterfaceWords): string {
  if (initial === NUMBERS) return titles.numbers
  return initial === OTHERS ? titles.others : initial
}

function letterLinks(
  letters: readonly Letter[],
  words: InterfaceWords,
  addressOf: (letter: Letter) => string,
  current?: Letter,
): string {
  if (letters.length < 2) return ''
  return html`<nav class="letters" aria-label="${words.titles.letters}">
    <ul>
      !${letters.map(
        (letter) =>
          html`<li>
            <a href="${addressOf(letter)}" !${letter === current ? ' aria-current="page"' : ''}
              >${named(letter.initial, words)}</a
            >
          </li> `,
      )}
    </ul>
  </nav>`
}

function section(letter: Letter, site: Site): string {
  const id = idOf(letter.initial)
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${named(letter.initial, site.words)}</h2>
    !${entryList(letter.entries, site)}
  </section>`
}

function entryList(entries: readonly Entry[], site: Site): string {
  const {edition, words} = site
  return html`<ul class="titles">
    !${entries.map(({words: shown, page}) => {
      const lang = langAttributes(page.language, edition.language)
      const address = page.address.slice(edition.folder.length)
      const link = html`<a href="${address}">${page.title}</a>`
      return shown === page.title
        ? html`<li!${lang}>!${link}!${originalLink(page, site)}</li> `
        : html`<li!${lang}>${shown} <span class="hint">!${fillHtml(words.titles.see, {title: link})}</span></li> `
    })}
  </ul>`
}

/** Beside the title of a translation: the way to the text that was translated, in the words of that text. */
function originalLink({id, original}: Listed, {edition, pages}: Site): string {
  const source = original === id ? undefined : pages.get(original)
  if (!source) return ''
  const address = rootFrom(edition.folder) + source.address
  const lang = langAttributes(source.language, edition.language)
  return html` <span class="hint"
    >(<a href="${address}" hreflang="${source.language}" !${lang}>${source.title}</a>)</span
  >`
}
