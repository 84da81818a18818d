// The web channel: an accessible page for each article and therapy type, one page for all questions,
// and an index. The files work from a disk or any static host, without scripts.

import type {Library} from '../../page/library.ts'
import {assemblePage} from '../../page/page.ts'
import type {Channel, ChannelFile, RenderedPage} from '../channel.ts'
import {redirectsFile} from '../redirects.ts'
import {hasOwnPage, pageAddress} from './context.ts'
import {faqPage} from './faq.ts'
import {indexPages} from './index-page.ts'
import {movedPage} from './moved.ts'
import {heldPage, withdrawnPage} from './notices.ts'
import {renderPage} from './render-page.ts'

export const web: Channel = {name: 'web', renderPage, renderSite}

function renderSite(library: Library): RenderedPage {
  const withdrawn = library.withdrawn.filter(hasOwnPage).map((card): ChannelFile => ({
    path: pageAddress(card),
    content: withdrawnPage(card.decidedAt, library),
  }))
  const held = library.held.filter(hasOwnPage).map((card): ChannelFile => ({
    path: pageAddress(card),
    content: heldPage(library),
  }))
  // The page of all questions does not move. It has the former anchors of each question.
  const redirects = library.redirects.filter(({from}) => hasOwnPage(from))
  const moved = redirects.map((redirect): ChannelFile => ({
    path: pageAddress(redirect.from),
    content: movedPage(redirect, library),
  }))
  const questions = library.all('faq').map((faq) => assemblePage(faq, library)('web'))
  return {
    files: [
      ...indexPages(library),
      ...(questions.length > 0 ? [{path: 'faq.html', content: faqPage(questions, library)}] : []),
      ...withdrawn,
      ...held,
      ...moved,
      redirectsFile(redirects, pageAddress),
    ],
    images: [],
  }
}
