// The page of all questions. It has one list of references, and each disclaimer that applies to at least
// one question.

import {html} from 'ghtml'
import type {Faq} from '../../../model/faq.ts'
import {byPriority} from '../../../policy/disclaimers/applies.ts'
import {emptyPageTexts} from '../../page/context.ts'
import type {Library} from '../../page/library.ts'
import {numbersOf, type Page} from '../../page/page.ts'
import {renderHtml} from '../../text/html.ts'
import {contextFor, questionId} from './context.ts'
import {layout} from './layout.ts'
import {
  disclaimersSection,
  firstDisclaimers,
  importantLink,
  referencesSection,
  reviewedLines,
  reviewersSection,
  stack,
} from './parts.ts'
import {faqData} from './structured-data.ts'

export function faqPage(questions: readonly Page<Faq>[], library: Library): string {
  const works = unique(questions.flatMap((page) => page.works))
  const disclaimers = unique(questions.flatMap((page) => page.disclaimers)).toSorted(byPriority)
  const context = contextFor({numbers: numbersOf(works), texts: emptyPageTexts()}, library, '')
  const language = library.settings?.language ?? 'en'
  const main = stack(
    html`<h1>Questions people ask</h1>
      <p class="lead">Short answers, each approved by a reviewer.</p>`,
    firstDisclaimers({disclaimers}, context),
    importantLink(disclaimers),
    html`<ul class="question-list">
      !${questions.map(
        ({document: {slug, question}}) =>
          html`<li><a href="#${questionId(slug.current)}">${question}</a></li> `,
      )}
    </ul>`,
    '<div class="prose">',
    ...questions.map((page) => {
      const {document} = page
      const id = questionId(document.slug.current)
      return html`<section aria-labelledby="${id}">
        <h2 id="${id}">!${formerAnchors(document._id, library)}${document.question}</h2>
        !${renderHtml(document.answer, context, 2)}
        <div class="hint">!${reviewedLines(page)}</div>
      </section>`
    }),
    '</div>',
    disclaimersSection({disclaimers}, context),
    referencesSection(works, context, language),
    reviewersSection(questions.flatMap(({words}) => words)),
  )
  return layout(
    {
      title: 'Questions people ask',
      description: 'Short answers to questions that patients ask, each approved by a reviewer.',
      language,
      root: '',
      address: 'faq.html',
      structuredData: faqData(questions, library),
      current: 'questions',
      main,
    },
    library,
  )
}

/** Anchors at the former addresses of a question, so that old links still lead to it. */
function formerAnchors(id: string, {redirects}: Library): string {
  return redirects
    .filter(({to}) => to.id === id)
    .map(({from}) => html`<span id="${questionId(from.slug)}"></span>`)
    .join('')
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
