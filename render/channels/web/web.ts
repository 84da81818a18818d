// The web channel: an accessible page for each article and therapy type, one page for all questions,
// an index, a search and a list of all titles. The files work from a disk or any static host, without scripts.

import {languageFolder} from '../../page/addresses.ts'
import type {Edition, Library} from '../../page/library.ts'
import {assemblePage} from '../../page/page.ts'
import {sitePart, type Channel, type ChannelFile} from '../channel.ts'
import {redirectsFile} from '../redirects.ts'
import {clinicFiles} from './clinics/clinics.ts'
import {conditionPages, movedConditions} from './conditions/conditions.ts'
import {hasOwnPage, pageAddress} from './context.ts'
import {faqPage} from './faq.ts'
import {indexPages} from './index-page.ts'
import {machineParts} from './machines/parts.ts'
import {movedPage} from './moved.ts'
import {heldPage, withdrawnPage} from './notices.ts'
import {renderPage} from './render-page.ts'
import {indexFiles} from './search/make-index.ts'
import {searchPage} from './search/search-page.ts'
import {titlesPages} from './titles/titles-pages.ts'

export const web: Channel = {
  name: 'web',
  renderPage,
  site: [
    sitePart('index', (library) =>
      library.editions.flatMap((edition) => indexPages(edition, library)),
    ),
    conditionPages,
    sitePart('questions', (library) =>
      library.editions.flatMap((edition) => faqPages(edition, library)),
    ),
    sitePart('titles', (library) =>
      library.editions.flatMap((edition) => titlesPages(edition, library)),
    ),
    sitePart('search', (library) =>
      library.editions.map((edition) => searchPage(edition, library)),
    ),
    sitePart('search-index', (library) =>
      library.editions.flatMap((edition) => indexFiles(edition, library)),
    ),
    sitePart('clinics', clinicFiles),
    sitePart('notices', (library) => [
      ...library.withdrawn.filter(hasOwnPage).map((card) => ({
        path: pageAddress(card),
        content: withdrawnPage(card, library),
      })),
      ...library.held.filter(hasOwnPage).map((card) => ({
        path: pageAddress(card),
        content: heldPage(card, library),
      })),
    ]),
    sitePart('redirects', redirectFiles),
    ...machineParts,
  ],
}

/** The page at each former address, and the list of these. */
function redirectFiles(library: Library): ChannelFile[] {
  const pages = library.redirects
    // The page of all questions does not move. It has the former anchors of each question.
    .filter(({from}) => hasOwnPage(from))
    .map(({from, to}) => ({
      from: pageAddress(from),
      to: pageAddress(to),
      title: library.card(to.id)?.title,
      language: to.language,
    }))
  const moved = [...pages, ...movedConditions(library)]
  return [
    ...moved.map((one) => ({path: one.from, content: movedPage(one, library)})),
    redirectsFile(moved),
  ]
}

/** The page of all questions in one language, if there are any. */
function faqPages(edition: Edition, library: Library): ChannelFile[] {
  const {folder, language} = edition
  const questions = library
    .all('faq')
    .filter((faq) => languageFolder(faq.language, library.language) === folder)
    .map((faq) => assemblePage(faq, library)('web'))
  if (questions.length === 0) return []
  const address = `${folder}faq.html`
  return [{path: address, content: faqPage(questions, {address, language}, library)}]
}
