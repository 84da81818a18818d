// Parts of pages that several kinds of pages share.

import {html} from 'ghtml'
import type {Person} from '../../../model/person.ts'
import type {PublicationDates} from '../../../review/approval.ts'
import {formatDay} from '../../../review/day-words.ts'
import {dayOf} from '../../../review/days.ts'
import type {Decision} from '../../../review/decision.ts'
import {nextReviewOf} from '../../../review/due.ts'
import {onceFor} from '../../../review/once.ts'
import {signOffKinds, type SignOffKind} from '../../../review/sign-off-kind.ts'
import {referencesHtml} from '../../components/citation/citation.ts'
import {disclaimersHtml} from '../../components/disclaimer/disclaimer.ts'
import type {RenderContext} from '../../page/context.ts'
import {linesHtml} from '../../page/lines.ts'
import {peopleOf, placed, type Page, type Word} from '../../page/page.ts'
import {renderHtml} from '../../text/html.ts'

/** A person's name with credentials and affiliation. */
const byline = onceFor(({name, credentials, affiliation}: Person): string => {
  const named = html`<strong
    >${credentials === undefined ? name : `${name}, ${credentials}`}</strong
  >`
  return affiliation === undefined
    ? named
    : html`!${named} <span class="affiliation">(${affiliation})</span>`
})

/** A byline with the person's registration and interests, as far as the page of the person has them. */
const fullByline = onceFor((person: Person): string => {
  const {registration, interests} = person
  return [
    byline(person),
    ...(registration
      ? [
          html`<span class="registration"
            >Registration: ${registration.body}, ${registration.number}</span
          >`,
        ]
      : []),
    ...(interests === undefined
      ? []
      : [html`<span class="interests">Interests: !${linesHtml(interests)}</span>`]),
  ].join('<br>')
})

/** What stands before the names of the people who gave each kind of word. */
const introductions: Record<SignOffKind, string> = {
  clinical: 'Reviewed by',
  editorial: 'Editorial review by',
  legal: 'Legal review by',
  readerPanel: 'Read for the reader panel by',
  administrative: 'Approved by',
}

/** The people who gave words, by the kind of word. Each is named once for each kind. */
function peopleByKind(words: readonly Word[]): {introduction: string; people: Person[]}[] {
  return signOffKinds
    .map((kind) => ({
      introduction: introductions[kind],
      people: peopleOf(words.filter(({decision}) => decision.kind === kind)),
    }))
    .filter(({people}) => people.length > 0)
}

/** Cached, because a format takes longer to make than to use, and a library has few languages. */
const listFormats = new Map<string, Intl.ListFormat>()

/** Some HTML in a list, as in "one, two, and three". */
function listed(items: readonly string[], language: string): string {
  if (items.length === 1) return items.join('')
  const format = listFormats.get(language) ?? new Intl.ListFormat(language)
  listFormats.set(language, format)
  return format.format(items)
}

/** "Reviewed by …", a paragraph for each kind of word, and when the last review was. */
export function reviewedLines({approval, words, document: {language}}: Page): string {
  const lines = peopleByKind(words).map(
    ({introduction, people}) =>
      html`<p>${introduction} !${listed(people.map(byline), language)}</p> `,
  )
  return html`!${lines}
    <p>Last reviewed on !${dayHtml(dayOf(approval.decision.decidedAt), language)}</p>`
}

/** Who reviewed a page and when, and a link to the important information. */
export function reviewedBox(page: Page): string {
  return html`<div class="reviewed">
    !${reviewedLines(page)} !${importantLink(page.disclaimers)}
  </div>`
}

function dayHtml(day: string, language: string): string {
  return html`<time datetime="${day}">${formatDay(day, language)}</time>`
}

/** A link to the disclaimers after the text, if there are any. */
export function importantLink(disclaimers: Page['disclaimers']): string {
  return placed(disclaimers, 'end').length === 0
    ? ''
    : '<p><a href="#important-information">Important information about this page</a></p>'
}

/** The headings of a page as a list of links. A page with one or two headings needs no list. */
export function contentsList(headings: readonly {id: string; text: string}[]): string {
  if (headings.length < 3) return ''
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">On this page</h2>
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
  return html`<section class="important important-first" aria-label="Before you read on">
    !${disclaimersHtml(first, 'h2', (body) => renderHtml(body, context))}
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
    <h2 id="important-information">Important information</h2>
    !${disclaimersHtml(last, 'h3', (body) => renderHtml(body, context))}
  </section>`
}

/** The headings of the sections after the text, for the list of contents. */
export function closingHeadings({disclaimers, works}: Page): {id: string; text: string}[] {
  return [
    ...(placed(disclaimers, 'end').length > 0
      ? [{id: 'important-information', text: 'Important information'}]
      : []),
    ...(works.length > 0 ? [{id: 'page-references', text: 'References'}] : []),
  ]
}

export function referencesSection(
  works: Page['works'],
  {library}: RenderContext,
  language: string,
): string {
  return works.length === 0
    ? ''
    : html`<section aria-labelledby="page-references">
        <h2 id="page-references">References</h2>
        !${referencesHtml(works, library, language)}
      </section>`
}

interface About {
  readonly authors?: readonly Person[]
  readonly dates?: PublicationDates
  /** The day on which it first came out elsewhere. */
  readonly elsewhere?: string | undefined
}

/** Who wrote and reviewed a page and when, and when the next review is due. */
export function aboutSection({document, approval, words}: Page, about: About = {}): string {
  const {language, reviewInterval} = document
  const {decision} = approval
  const people = [
    ...(about.authors ? [{introduction: 'Written by', people: about.authors}] : []),
    ...peopleByKind(words),
  ]
  const {dates, elsewhere} = about
  const day = (term: string, value: string, ...more: readonly string[]) => ({
    term,
    details: [dayHtml(value, language), ...more],
  })
  const beside =
    elsewhere === undefined
      ? []
      : [html`First published elsewhere on !${dayHtml(elsewhere, language)}`]
  const facts = [
    ...people.map((by) => ({term: by.introduction, details: by.people.map(fullByline)})),
    ...(dates
      ? [
          day('First published', dates.firstPublished, ...beside),
          day('Last changed', dates.lastModified),
        ]
      : []),
    day('Last reviewed', dayOf(decision.decidedAt)),
    day('Next review due', nextReviewOf(decision, reviewInterval)),
    {term: 'Approved revision', details: [revisionHtml(decision)]},
  ]
  return html`<section class="about" aria-labelledby="about-this-page">
    <h2 id="about-this-page">About this page</h2>
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

/** "Was this article helpful?", answered by email, because that works without scripts on any host. */
export function helpfulSection(title: string, {library}: RenderContext): string {
  const address = library.settings?.feedbackEmail
  if (address === undefined) return ''
  const mail = (answer: string): string =>
    `mailto:${address}?subject=${encodeURIComponent(`${answer}: ${title}`)}`
  return html`<section class="helpful" aria-labelledby="helpful">
    <h2 id="helpful">Was this article helpful?</h2>
    <p>
      <a class="button" href="${mail('Helpful')}">Yes</a>
      <a class="button" href="${mail('Not helpful')}">No</a>
    </p>
    <p class="hint">Each opens an email to us. Please do not write about your own health in it.</p>
  </section>`
}

/** The people who reviewed a page of several documents, with their registrations and interests. */
export function reviewersSection(words: readonly Word[]): string {
  const open = peopleOf(words).filter(
    ({registration, interests}) => registration !== undefined || interests !== undefined,
  )
  if (open.length === 0) return ''
  return html`<section aria-labelledby="reviewers">
    <h2 id="reviewers">About the reviewers</h2>
    <ul>
      !${open.map((reviewer) => html`<li>!${fullByline(reviewer)}</li> `)}
    </ul>
  </section>`
}

/** Joins the parts of a page, without the empty ones. */
export function stack(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}
