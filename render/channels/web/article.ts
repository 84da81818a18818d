// The page of an article.

import {html} from 'ghtml'
import type {Article} from '../../../model/article.ts'
import type {Faq} from '../../../model/faq.ts'
import {sourcesHtml} from '../../components/citation/citation.ts'
import {figure} from '../../components/figure/figure.ts'
import {therapyCardHtml} from '../../components/therapy-card/therapy-card.ts'
import {languageFolder} from '../../page/addresses.ts'
import type {RenderContext} from '../../page/context.ts'
import {langAttributes} from '../../page/lang.ts'
import {linesHtml} from '../../page/lines.ts'
import {
  closingQuestions,
  closingTherapies,
  firstPictureOf,
  publishedElsewhere,
  type Page,
} from '../../page/page.ts'
import {headingsOf, renderHtml} from '../../text/html.ts'
import {CONDITIONS_PAGE, conditionAddress, folderOfCondition} from './conditions/addresses.ts'
import {helpfulNeeds, helpfulSection} from './feedback/helpful.ts'
import {layout, type Step} from './layout.ts'
import {socialPicture} from './machines/social.ts'
import {
  aboutSection,
  behindNotice,
  formsNotice,
  closingHeadings,
  contentsList,
  disclaimersSection,
  firstDisclaimers,
  referencesSection,
  relatedSection,
  reviewedBox,
  stack,
  translationsOf,
} from './parts.ts'
import {articleData} from './structured-data.ts'

/** @param address Where it is in the channel. */
export function articlePage(page: Page<Article>, context: RenderContext, address: string): string {
  const {document} = page
  const {library, words} = context
  const {title, summary, summarySources, seo, language} = document
  const authors = document.authors.map(({_ref}) => library.get('person', _ref))
  const questions = closingQuestions(document, library)
  const headings = [
    ...headingsOf([document.body], library).flat(),
    ...(questions.length > 0 ? [{id: 'questions', text: words.questions.title}] : []),
    ...closingHeadings(page, words),
  ]
  const main = stack(
    '<article>',
    html`<p class="kicker">${words.audience[document.audience]}</p>
      <h1>${title}</h1>
      <p class="lead">!${linesHtml(summary)}!${sourcesHtml(summarySources, context)}</p>`,
    formsNotice(document, context),
    behindNotice(page, context),
    firstDisclaimers(page, context),
    reviewedBox(page, context),
    ...(document.images ?? []).map((image) => figure.html(image, context)),
    contentsList(headings, words),
    html`<div class="prose">!${renderHtml(document.body, context)}</div>`,
    therapiesSection(page, context),
    questionsSection(questions, context),
    disclaimersSection(page, context),
    referencesSection(page.works, context),
    aboutSection(page, context, {
      authors,
      dates: page.approval.dates,
      elsewhere: publishedElsewhere(page),
    }),
    '</article>',
    relatedSection(document._id, context),
    helpfulSection(page, {title, question: words.helpful.question}, context),
  )
  return layout(
    {
      title: seo?.title ?? title,
      description: seo?.description ?? summary,
      language,
      address,
      isArticle: true,
      picture: socialPicture(firstPictureOf(document), library),
      translations: translationsOf(document._id, library),
      trail: trailOf(document, context),
      needs: helpfulNeeds(library),
      structuredData: articleData(page, authors, address, library),
      main,
    },
    library,
  )
}

/** An article is below its first condition, if that has a page in its language. */
function trailOf({conditions = []}: Article, {library, language, words}: RenderContext): Step[] {
  const folder = languageFolder(language, library.language)
  const first = conditions
    .flatMap(({_ref}) => library.conditionIn(language, _ref) ?? [])
    .find((one) => folderOfCondition(one, library) === folder)
  return first
    ? [
        {label: words.conditions.title, address: folder + CONDITIONS_PAGE},
        {label: first.name, address: conditionAddress(first, library)},
      ]
    : []
}

function therapiesSection({document, therapies}: Page<Article>, context: RenderContext): string {
  const rest = closingTherapies(document, therapies)
  if (rest.length === 0) return ''
  return html`<section aria-labelledby="therapies">
    <h2 id="therapies">${context.words.article.treatments}</h2>
    <div class="cards">!${rest.map((therapy) => therapyCardHtml(therapy, context))}</div>
  </section>`
}

function questionsSection(questions: readonly Faq[], context: RenderContext): string {
  if (questions.length === 0) return ''
  return html`<section class="questions" aria-labelledby="questions">
    <h2 id="questions">${context.words.questions.title}</h2>
    !${questions.map(
      ({question, answer, language}) =>
        html`<div!${langAttributes(language, context.language)}>
          <h3>${question}</h3>
          !${renderHtml(answer, context, 3)}
        </div> `,
    )}
  </section>`
}
