// Parts of pages that several kinds of pages share.

import {html} from 'ghtml'
import type {Person} from '../../../model/person.ts'
import {dayOf} from '../../../review/days.ts'
import {nextReviewOf} from '../../../review/due.ts'
import {referencesHtml} from '../../components/citation/citation.ts'
import {disclaimersHtml} from '../../components/disclaimer/disclaimer.ts'
import type {RenderContext} from '../../page/context.ts'
import {formatDay} from '../../page/dates.ts'
import {placed, type Approval, type Page} from '../../page/page.ts'
import {renderHtml} from '../../text/html.ts'

/** A person's name with credentials and affiliation. */
export function byline({name, credentials, affiliation}: Person): string {
  const named = html`<strong
    >${credentials === undefined ? name : `${name}, ${credentials}`}</strong
  >`
  return affiliation === undefined
    ? named
    : html`!${named} <span class="affiliation">(${affiliation})</span>`
}

/** A byline with the person's interests, if they are declared. */
function bylineWithInterests(person: Person): string {
  return person.interests === undefined
    ? byline(person)
    : html`!${byline(person)}<br /><span class="interests">Interests: ${person.interests}</span>`
}

/** "Reviewed by … on …", and a link to the important information. */
export function reviewedLine({approval, document, disclaimers}: Page): string {
  const {reviewer, decision} = approval
  const day = dayOf(decision.decidedAt)
  return html`<div class="reviewed">
    <p>
      Reviewed by !${byline(reviewer)} on
      <time datetime="${day}">${formatDay(day, document.language)}</time>
    </p>
    !${importantLink(disclaimers)}
  </div>`
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

export function referencesSection({works}: Pick<Page, 'works'>): string {
  return works.length === 0
    ? ''
    : html`<section aria-labelledby="page-references">
        <h2 id="page-references">References</h2>
        !${referencesHtml(works)}
      </section>`
}

interface About {
  readonly authors?: readonly Person[]
  readonly firstPublished?: string
  readonly lastModified?: string
}

/** Who wrote and reviewed a page and when, and when the next review is due. */
export function aboutSection({document, approval}: Page, about: About = {}): string {
  const {language, reviewInterval} = document
  const lastReviewed = dayOf(approval.decision.decidedAt)
  const day = (value: string): string =>
    html`<time datetime="${value}">${formatDay(value, language)}</time>`
  const facts = [
    ...(about.authors ? [['Written by', about.authors.map(bylineWithInterests).join('<br>')]] : []),
    ['Reviewed by', bylineWithInterests(approval.reviewer)],
    ...(about.firstPublished === undefined ? [] : [['First published', day(about.firstPublished)]]),
    ...(about.lastModified === undefined ? [] : [['Last changed', day(about.lastModified)]]),
    ['Last reviewed', day(lastReviewed)],
    ['Next review due', day(nextReviewOf(approval.decision, reviewInterval))],
    ['Approved revision', revisionHtml(approval)],
  ]
  return html`<section class="about" aria-labelledby="about-this-page">
    <h2 id="about-this-page">About this page</h2>
    <dl>
      !${facts.map(
        ([term, detail]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>!${detail}</dd>
          </div> `,
      )}
    </dl>
  </section>`
}

function revisionHtml({decision: {revision}}: Approval): string {
  return html`<code title="${revision}">${revision.slice(0, 12)}</code>`
}

/** "Was this article helpful?", answered by e-mail, because that works without scripts on any host. */
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
    <p class="hint">Each opens an e-mail to us. Please do not write about your own health in it.</p>
  </section>`
}

/** The reviewers of a page of several documents, with the interests that they declared. */
export function reviewersSection(reviewers: readonly Person[]): string {
  const open = reviewers.filter(({interests}) => interests !== undefined)
  if (open.length === 0) return ''
  return html`<section aria-labelledby="reviewers">
    <h2 id="reviewers">About the reviewers</h2>
    <ul>
      !${open.map((reviewer) => html`<li>!${bylineWithInterests(reviewer)}</li> `)}
    </ul>
  </section>`
}

/** Joins the parts of a page, without the empty ones. */
export function stack(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}
