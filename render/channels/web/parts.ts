// Parts of pages that several kinds of pages share.

import {html} from 'ghtml'
import type {Person} from '../../../model/person.ts'
import type {PublicationDates} from '../../../review/approval.ts'
import {dayOf} from '../../../review/days.ts'
import type {Decision} from '../../../review/decision.ts'
import {nextReviewOf} from '../../../review/due.ts'
import {onceFor} from '../../../review/once.ts'
import {signOffKinds} from '../../../review/sign-off-kind.ts'
import type {InterfaceWords} from '../../../schemas/data/interface-words.ts'
import {FALLBACK_LANGUAGE, mainLanguage} from '../../../schemas/data/languages.ts'
import {referencesHtml} from '../../components/citation/citation.ts'
import {disclaimersHtml} from '../../components/disclaimer/disclaimer.ts'
import type {RenderContext} from '../../page/context.ts'
import {dayHtml} from '../../page/day.ts'
import {fill, fillHtml} from '../../page/fill.ts'
import {langAttributes} from '../../page/lang.ts'
import type {Library, PageCard} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import {languageName} from '../../page/names.ts'
import {
  aheadOf,
  peopleOf,
  placed,
  type Page,
  type PageDocument,
  type Word,
} from '../../page/page.ts'
import {renderHtml} from '../../text/html.ts'
import type {Translation} from './alternates.ts'
import {pageAddress} from './context.ts'

/** A person's name with credentials and affiliation. */
const byline = onceFor(({name, credentials, affiliation}: Person): string => {
  const named = html`<strong
    >${credentials === undefined ? name : `${name}, ${credentials}`}</strong
  >`
  return affiliation === undefined
    ? named
    : html`!${named} <span class="affiliation">(${affiliation})</span>`
})

/** Bylines with the person's registration and interests, as far as the page of the person has them. */
const fullBylines = onceFor(({about}: InterfaceWords) =>
  onceFor((person: Person): string => {
    const {registration, interests} = person
    return [
      byline(person),
      ...(registration
        ? [html`<span class="registration">${fill(about.registration, registration)}</span>`]
        : []),
      ...(interests === undefined
        ? []
        : [
            html`<span class="interests"
              >!${fillHtml(about.interests, {interests: linesHtml(interests)})}</span
            >`,
          ]),
    ].join('<br>')
  }),
)

/** The people who gave words, by the kind of word. Each is named once for each kind. */
function peopleByKind(
  words: readonly Word[],
  {reviewedBy}: InterfaceWords,
): {introduction: string; people: Person[]}[] {
  return signOffKinds
    .map((kind) => ({
      introduction: reviewedBy[kind],
      people: peopleOf(words.filter(({decision}) => decision.kind === kind)),
    }))
    .filter(({people}) => people.length > 0)
}

/** Cached, because a format takes longer to make than to use, and a library has few languages. */
const listFormats = new Map<string, Intl.ListFormat>()

/** Some HTML in a list, as in "one, two, and three". */
function listed(items: readonly string[], language: string): string {
  if (items.length === 1) return items.join('')
  const format = listFormats.get(language) ?? new Intl.ListFormat([language, FALLBACK_LANGUAGE])
  listFormats.set(language, format)
  return format.format(items)
}

/**
 * "Reviewed by …", a paragraph for each kind of word, and when the last review was.
 *
 * @param language The language of the page that shows it.
 */
export function reviewedLines(
  {approval, words: given}: Pick<Page, 'approval' | 'words'>,
  language: string,
  library: Library,
): string {
  const words = library.words(language)
  const lines = peopleByKind(given, words).map(
    ({introduction, people}) =>
      html`<p>${introduction} !${listed(people.map(byline), language)}</p> `,
  )
  return html`!${lines}
    <p>
      !${fillHtml(words.about.lastReviewedOn, {day: dayHtml(dayOf(approval.decision.decidedAt), language)})}
    </p>`
}

/** Who reviewed a page and when, and a link to the important information. */
export function reviewedBox(page: Page, {library, words}: RenderContext): string {
  return html`<div class="reviewed">
    !${reviewedLines(page, page.document.language, library)}
    !${importantLink(page.disclaimers, words)}
  </div>`
}

/** Where a page is in other languages. */
export function translationsOf(id: string, library: Library): Translation[] {
  return library
    .translationsOf(id)
    .map((card) => ({language: card.language, address: pageAddress(card)}))
}

/** On a page that is a translation of an older text, or shows one: that there is a newer one, and the way to it. */
export function behindNotice(page: Page, context: RenderContext): string {
  const source = aheadOf(page, context.library)
  if (!source) return ''
  const {title, language} = source
  return newerText({title, language, href: context.addressOf(source)}, context)
}

/** A page as a link to it needs it. */
interface Linked {
  readonly title: string
  /** A BCP 47 tag. */
  readonly language: string
  readonly href: string
}

/**
 * A link to a page that may be in another language than the one with the link. It says so.
 *
 * @param language Of the page with the link.
 */
export function languageLink({title, language: own, href}: Linked, language: string): string {
  const lang = langAttributes(own, language)
  return html`<a href="${href}" hreflang="${own}" !${lang}>${title}</a>`
}

/**
 * The notice that the text in another language is newer.
 *
 * @param page The language of the page with the notice, and its words.
 */
export function newerText(
  source: Linked,
  {language, words}: Pick<RenderContext, 'language' | 'words'>,
): string {
  const name = languageName(mainLanguage(source.language), language)
  const page = languageLink(source, language)
  return html`<div class="callout callout-seeDoctor" role="note">
    <p>!${fillHtml(words.page.behind, {language: html`${name}`, page})}</p>
  </div>`
}

/** On a page with other forms: the way to them. On one of these: the way to the page whose message it has. */
export function formsNotice({_id: id}: PageDocument, context: RenderContext): string {
  const {library, words} = context
  const link = (card: PageCard, name: string): string =>
    html`<a href="${context.addressOf(card)}">${name}</a>`
  const {form} = library.card(id) ?? {}
  const source = form && library.card(form.of)
  if (source) {
    const page = link(source, source.title)
    return html`<p class="hint">!${fillHtml(words.forms[`${form.kind}Of`], {page})}</p>`
  }
  const forms = library.formsOf(id).map((card) => link(card, formName(card, words)))
  return forms.length === 0
    ? ''
    : html`<p class="hint">
        !${fillHtml(words.forms.also, {forms: listed(forms, context.language)})}
      </p>`
}

function formName({form, title}: PageCard, {forms}: InterfaceWords): string {
  return form ? forms[form.kind] : title
}

/** A link to the disclaimers after the text, if there are any. */
export function importantLink(disclaimers: Page['disclaimers'], words: InterfaceWords): string {
  return placed(disclaimers, 'end').length === 0
    ? ''
    : html`<p><a href="#important-information">${words.page.importantLink}</a></p>`
}

/** The headings of a page as a list of links. A page with one or two headings needs no list. */
export function contentsList(
  headings: readonly {id: string; text: string}[],
  words: InterfaceWords,
): string {
  if (headings.length < 3) return ''
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">${words.page.contents}</h2>
    <ul>
      !${headings.map(({id, text}) => html`<li><a href="#${id}">${text}</a></li> `)}
    </ul>
  </nav>`
}

/** The disclaimers under the summary, if there are any. */
export function firstDisclaimers(
  {disclaimers}: Pick<Page, 'disclaimers'>,
  context: RenderContext,
): string {
  const first = placed(disclaimers, 'top')
  if (first.length === 0) return ''
  return html`<section
    class="important important-first"
    aria-label="${context.words.page.beforeYouReadOn}"
  >
    !${disclaimersHtml(first, 'h2', context, (body) => renderHtml(body, context))}
  </section>`
}

/** The disclaimers after the text, if there are any. */
export function disclaimersSection(
  {disclaimers}: Pick<Page, 'disclaimers'>,
  context: RenderContext,
): string {
  const last = placed(disclaimers, 'end')
  if (last.length === 0) return ''
  return html`<section class="important" aria-labelledby="important-information">
    <h2 id="important-information">${context.words.page.important}</h2>
    !${disclaimersHtml(last, 'h3', context, (body) => renderHtml(body, context))}
  </section>`
}

/** The headings of the sections after the text, for the list of contents. */
export function closingHeadings(
  {disclaimers, works}: Page,
  words: InterfaceWords,
): {id: string; text: string}[] {
  return [
    ...(placed(disclaimers, 'end').length > 0
      ? [{id: 'important-information', text: words.page.important}]
      : []),
    ...(works.length > 0 ? [{id: 'page-references', text: words.page.references}] : []),
  ]
}

export function referencesSection(works: Page['works'], context: RenderContext): string {
  return works.length === 0
    ? ''
    : html`<section aria-labelledby="page-references">
        <h2 id="page-references">${context.words.page.references}</h2>
        !${referencesHtml(works, context)}
      </section>`
}

interface About {
  readonly authors?: readonly Person[]
  readonly dates?: PublicationDates
  /** The day on which it first came out elsewhere. */
  readonly elsewhere?: string | undefined
}

/** Who wrote and reviewed a page and when, and when the next review is due. */
export function aboutSection(
  {document, approval, words: given}: Page,
  {words}: RenderContext,
  about: About = {},
): string {
  const {language, reviewInterval, changeNote} = document
  const {decision} = approval
  const people = [
    ...(about.authors ? [{introduction: words.about.writtenBy, people: about.authors}] : []),
    ...peopleByKind(given, words),
  ]
  const {dates, elsewhere} = about
  const note = changeNote === undefined ? [] : [linesHtml(changeNote)]
  const day = (term: string, value: string, ...more: readonly string[]) => ({
    term,
    details: [dayHtml(value, language), ...more],
  })
  const beside =
    elsewhere === undefined
      ? []
      : [fillHtml(words.about.firstPublishedElsewhere, {day: dayHtml(elsewhere, language)})]
  const facts = [
    ...people.map((by) => ({term: by.introduction, details: by.people.map(fullBylines(words))})),
    ...(dates
      ? [
          day(words.about.firstPublished, dates.firstPublished, ...beside),
          day(words.about.lastChanged, dates.lastModified, ...note),
        ]
      : note.map((html) => ({term: words.about.whatChanged, details: [html]}))),
    day(words.about.lastReviewed, dayOf(decision.decidedAt)),
    day(words.about.nextReview, nextReviewOf(decision, reviewInterval)),
    {term: words.about.revision, details: [revisionHtml(decision)]},
  ]
  return html`<section class="about" aria-labelledby="about-this-page">
    <h2 id="about-this-page">${words.page.about}</h2>
    <dl>
      !${facts.map(
        ({term, details}) =>
          html`<div>
            <dt>${term}</dt>
            !${details.map((detail) => html`<dd>!${detail}</dd> `)}
          </div> `,
      )}
    </dl>
  </section>`
}

function revisionHtml({revision}: Decision): string {
  return html`<code title="${revision}">${revision.slice(0, 12)}</code>`
}

/** The people who reviewed a page of several documents, with their registrations and interests. */
export function reviewersSection(
  given: readonly Word[],
  words: InterfaceWords,
  heading = words.questions.reviewers,
): string {
  const open = peopleOf(given).filter(
    ({registration, interests}) => registration !== undefined || interests !== undefined,
  )
  if (open.length === 0) return ''
  return html`<section aria-labelledby="reviewers">
    <h2 id="reviewers">${heading}</h2>
    <ul>
      !${open.map((reviewer) => html`<li>!${fullBylines(words)(reviewer)}</li> `)}
    </ul>
  </section>`
}

/** Other pages that its readers may want. */
export function relatedSection(id: string, {library, words, addressOf}: RenderContext): string {
  const cards = library.relatedTo(id)
  if (cards.length === 0) return ''
  return html`<nav class="related" aria-labelledby="related">
    <h2 id="related">${words.page.related}</h2>
    <ul>
      !${cards.map((card) => html`<li><a href="${addressOf(card)}">${card.title}</a></li> `)}
    </ul>
  </nav>`
}

/**
 * Links between the pages of a list.
 *
 * @param path The address of each of them, relative to the others. The first has the number 0.
 */
export function pagination(
  {
    number,
    count,
    path,
  }: {readonly number: number; readonly count: number; readonly path: (number: number) => string},
  {index}: InterfaceWords,
): string {
  if (count === 1) return ''
  const previous =
    number === 0 ? '' : html`<a rel="prev" href="${path(number - 1)}">${index.previous}</a>`
  const next =
    number === count - 1 ? '' : html`<a rel="next" href="${path(number + 1)}">${index.next}</a>`
  return html`<nav class="pagination" aria-label="${index.pages}">
    !${previous} <span>${fill(index.pageOf, {number: number + 1, count})}</span> !${next}
  </nav>`
}

/** Joins the parts of a page, without the empty ones. */
export function stack(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}
