// The page of an article.

import {html} from 'ghtml'
import type {Article} from '../../../model/article.ts'
import type {Faq} from '../../../model/faq.ts'
import {sourcesHtml} from '../../components/citation/citation.ts'
import {figure} from '../../components/figure/figure.ts'
import {therapyCardHtml} from '../../components/therapy-card/therapy-card.ts'
import type {RenderContext} from '../../page/context.ts'
import {linesHtml} from '../../page/lines.ts'
import {closingQuestions, closingTherapies, publishedElsewhere, type Page} from '../../page/page.ts'
import {headingsOf, renderHtml} from '../../text/html.ts'
import {pageAddress} from './context.ts'
import {layout} from './layout.ts'
import {
  aboutSection,
  closingHeadings,
  contentsList,
  disclaimersSection,
  firstDisclaimers,
  helpfulSection,
  referencesSection,
  reviewedBox,
  stack,
} from './parts.ts'
import {articleData} from './structured-data.ts'

const audiences: Record<Article['audience'], string> = {
  patients: 'For patients',
  carers: 'For carers',
  professionals: 'For health professionals',
}

export function articlePage(page: Page<Article>, context: RenderContext): string {
  const {document} = page
  const {library} = context
  const {title, summary, summarySources, seo, language, slug} = document
  const authors = document.authors.map(({_ref}) => library.get('person', _ref))
  const questions = closingQuestions(document, library)
  const headings = [
    ...headingsOf([document.body], library).flat(),
    ...(questions.length > 0 ? [{id: 'questions', text: 'Questions people ask'}] : []),
    ...closingHeadings(page),
  ]
  const address = pageAddress({type: document._type, slug: slug.current})
  const main = stack(
    '<article>',
    html`<p class="kicker">${audiences[document.audience]}</p>
      <h1>${title}</h1>
      <p class="lead">!${linesHtml(summary)}!${sourcesHtml(summarySources, context)}</p>`,
    firstDisclaimers(page, context),
    reviewedBox(page),
    ...(document.images ?? []).map((image) => figure.html(image, context)),
    contentsList(headings),
    html`<div class="prose">!${renderHtml(document.body, context)}</div>`,
    therapiesSection(page, context),
    questionsSection(questions, context),
    disclaimersSection(page, context),
    referencesSection(page.works, context, language),
    aboutSection(page, {
      authors,
      dates: page.approval.dates,
      elsewhere: publishedElsewhere(page),
    }),
    '</article>',
    helpfulSection(title, context),
  )
  return layout(
    {
      title: seo?.title ?? title,
      description: seo?.description ?? summary,
      language,
      root: '../',
      address,
      structuredData: articleData(page, authors, address, library),
      main,
    },
    library,
  )
}

function therapiesSection({document, therapies}: Page<Article>, context: RenderContext): string {
  const rest = closingTherapies(document, therapies)
  if (rest.length === 0) return ''
  return html`<section aria-labelledby="therapies">
    <h2 id="therapies">Treatments in this article</h2>
    <div class="cards">!${rest.map((therapy) => therapyCardHtml(therapy, context))}</div>
  </section>`
}

function questionsSection(questions: readonly Faq[], context: RenderContext): string {
  if (questions.length === 0) return ''
  return html`<section class="questions" aria-labelledby="questions">
    <h2 id="questions">Questions people ask</h2>
    !${questions.map(
      ({question, answer}) =>
        html`<h3>${question}</h3>
          !${renderHtml(answer, context, 3)}`,
    )}
  </section>`
}
