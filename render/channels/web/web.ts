// The web channel: an accessible page for each article and therapy type, one page for all questions,
// and an index. The files work from a disk or any static host, without scripts.

import {languageFolder} from '../../page/addresses.ts'
import type {Library} from '../../page/library.ts'
import {assemblePage} from '../../page/page.ts'
import type {Channel, ChannelFile, RenderedPage} from '../channel.ts'
import {redirectsFile} from '../redirects.ts'
import {hasOwnPage, pageAddress} from './context.ts'
import {editionsOf, type Edition} from './editions.ts'
import {faqPage} from './faq.ts'
import {indexPages} from './index-page.ts'
import {movedPage} from './moved.ts'
import {heldPage, withdrawnPage} from './notices.ts'
import {renderPage} from './render-page.ts'

export const web: Channel = {name: 'web', renderPage, renderSite}

function renderSite(library: Library): RenderedPage {
  const withdrawn = library.withdrawn.filter(hasOwnPage).map((card): ChannelFile => ({
    path: pageAddress(card),
    content: withdrawnPage(card, library),
  }))
  const held = library.held.filter(hasOwnPage).map((card): ChannelFile => ({
    path: pageAddress(card),
    content: heldPage(card, library),
  }))
  // The page of all questions does not move. It has the former anchors of each question.
  const redirects = library.redirects.filter(({from}) => hasOwnPage(from))
  const moved = redirects.map((redirect): ChannelFile => ({
    path: pageAddress(redirect.from),
    content: movedPage(redirect, library),
  }))
  const editions = editionsOf(library)
  return {
    files: [
      ...editions.flatMap((edition) => [
        ...indexPages(edition, editions, library),
        ...faqPages(edition, library),
      ]),
      ...withdrawn,
      ...held,
      ...moved,
      redirectsFile(redirects, pageAddress),
    ],
    images: [],
  }
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
