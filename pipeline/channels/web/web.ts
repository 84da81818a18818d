// The web channel: a complete, accessible page for each article and therapy type, one for all
// questions, and an index. Plain files that work from a disk or any static host, without script.
import type {Library} from '../../library.ts'
import {assemblePage} from '../../page.ts'
import type {Channel, ChannelFile, RenderedPage} from '../channel.ts'
import {pageAddress} from './context.ts'
import {faqPage} from './faq.ts'
import {indexPages} from './indexPage.ts'
import {renderPage} from './renderPage.ts'
import {staticFiles} from './static.ts'
import {withdrawnPage} from './withdrawn.ts'

export const web: Channel = {name: 'web', renderPage, renderSite}

function renderSite(library: Library): RenderedPage {
  const withdrawn = library.withdrawn
    .filter(({type}) => type !== 'faq')
    .map((card): ChannelFile => ({
      path: pageAddress(card),
      content: withdrawnPage(card.decidedAt, library),
    }))
  const questions = [...library.faqs.values()].map((faq) => assemblePage(faq, library))
  return {
    files: [
      ...indexPages(library),
      ...(questions.length > 0 ? [{path: 'faq.html', content: faqPage(questions, library)}] : []),
      ...withdrawn,
      ...staticFiles(),
    ],
    images: [],
  }
}
