// The page of all questions. It has one list of references, and each disclaimer that applies to at least
// one question.

import {html} from 'ghtml'
import type {Faq} from '../../../model/faq.ts'
import {byPriority} from '../../../policy/disclaimers/applies.ts'
import {languageFolder} from '../../page/addresses.ts'
import {emptyPageTexts, type RenderContext} from '../../page/context.ts'
import {fillHtml} from '../../page/fill.ts'
import {langAttributes} from '../../page/lang.ts'
import type {Library} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import {numbersOf, type Page} from '../../page/page.ts'
import {renderHtml} from '../../text/html.ts'
import {contextFor, questionId, rootFrom} from './context.ts'
import {layout} from './layout.ts'
import {listsIn} from './navigation.ts'
import {
  behindNotice,
  disclaimersSection,
  firstDisclaimers,
  importantLink,
  referencesSection,
  reviewedLines,
  reviewersSection,
  stack,
} from './parts.ts'
import {faqData} from './structured-data.ts'

/**
 * @param questions Those in one language, or at least one of its variants.
 * @param at Its address in the channel, and its language.
 */
export function faqPage(
  questions: readonly Page<Faq>[],
  {address, language}: {readonly address: string; readonly language: string},
  library: Library,
): string {
  const works = unique(questions.flatMap((page) => page.works))
  const disclaimers = unique(questions.flatMap((page) => page.disclaimers)).toSorted(byPriority)
  const texts = {numbers: numbersOf(works), texts: emptyPageTexts()}
  const context = contextFor({...texts, language}, library, rootFrom(address))
  const {words} = context
  const main = stack(
    html`<h1>${words.questions.title}</h1>
      <p class="lead">${words.questions.lead}</p>`,
    firstDisclaimers({disclaimers}, context),
    importantLink(disclaimers, words),
    html`<ul class="question-list">
      !${questions.map(
        ({document: {slug, question, language}}) =>
          html`<li!${langAttributes(language, context.language)}><a href="#${questionId(slug.current)}">${question}</a></li> `,
      )}
    </ul>`,
    '<div class="prose">',
    ...questions.map((page) => {
      const {document} = page
      const id = questionId(document.slug.current)
      return html`<section aria-labelledby="${id}">
        <div!${langAttributes(document.language, language)}>
          <h2 id="${id}">!${formerAnchors(document._id, library)}${document.question}</h2>
          !${behindNotice(page, context)}!${renderHtml(document.answer, context, 2)}
        </div>
        <div class="hint">!${reviewedLines(page, language, library)}!${changeLine(document, context)}</div>
      </section>`
    }),
    '</div>',
    disclaimersSection({disclaimers}, context),
    referencesSection(works, context),
    reviewersSection(
      questions.flatMap((page) => page.words),
      words,
    ),
  )
  return layout(
    {
      title: words.questions.title,
      description: words.questions.description,
      language,
      address,
      translations: listsIn('questions', languageFolder(language, library.language), library),
      structuredData: faqData(questions, library),
      current: 'questions',
      trail: [],
      main,
    },
    library,
  )
}

/** What the last change of a question means to readers. */
function changeLine({changeNote, language: own}: Faq, {language, words}: RenderContext): string {
  if (changeNote === undefined) return ''
  const note = html`<span!${langAttributes(own, language)}>!${linesHtml(changeNote)}</span>`
  return html`<p>!${fillHtml(words.about.changeNote, {note})}</p>`
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
