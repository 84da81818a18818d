// The web channel: a complete, accessible page for each article and therapy type, one for all
// questions, and an index. Plain files that work from a disk or any static host, without script.
import {imageOf} from '../../images.ts'
import type {Library} from '../../library.ts'
import {assemblePage, figuresIn, type Page} from '../../page.ts'
import type {Channel, ChannelFile, RenderedPage} from '../channel.ts'
import {articlePage} from './article.ts'
import {contextFor, pageAddress} from './context.ts'
import {faqPage} from './faq.ts'
import {indexPages} from './indexPage.ts'
import {staticFiles} from './static.ts'
import {therapyPage} from './therapy.ts'
import {withdrawnPage} from './withdrawn.ts'

export const web: Channel = {name: 'web', renderPage, renderSite}

function renderPage(page: Page, library: Library): RenderedPage {
  const {document} = page
  const path = pageAddress({type: document._type, slug: document.slug.current})
  const context = contextFor(page, library, '../')
  const images = figuresIn(document).map((figure) => imageOf(figure, library))
  switch (document._type) {
    case 'article':
      return {files: [{path, content: articlePage({...page, document}, context)}], images}
    case 'therapyType':
      return {files: [{path, content: therapyPage({...page, document}, context)}], images}
    case 'faq':
      return {files: [], images}
  }
}

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
