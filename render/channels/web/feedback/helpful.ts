// "Was this helpful?": a form that works without scripts, or links that open an email.

import {html} from 'ghtml'
import type {RenderContext} from '../../../page/context.ts'
import {fill} from '../../../page/fill.ts'
import type {Library} from '../../../page/library.ts'
import type {Page} from '../../../page/page.ts'
import type {PageNeeds} from '../security-policy.ts'

/** The longest comment that the form takes. */
const MOST_CHARACTERS = 500

interface Asked {
  /** The name of the page, for the subject of an email. */
  readonly title: string
  readonly question: string
}

/** Asks whether a page was helpful, if the settings say where the answers go. */
export function helpfulSection(page: Page, asked: Asked, context: RenderContext): string {
  const {feedbackUrl, feedbackEmail} = context.library.settings ?? {}
  if (feedbackUrl !== undefined) return section(asked, form(page, feedbackUrl, context))
  if (feedbackEmail !== undefined) return section(asked, mailLinks(asked, feedbackEmail, context))
  return ''
}

/** What a page that asks may do: send the answer to the address in the settings, and nowhere else. */
export function helpfulNeeds({settings}: Library): PageNeeds {
  const address = settings?.feedbackUrl
  return address === undefined ? {} : {sendsTo: sourceOf(address)}
}

/** How a security policy names an address. It never names a query. */
function sourceOf(address: string): string {
  const {origin, pathname} = new URL(address)
  return `${origin}${pathname}`
}

function section({question}: Asked, answers: string): string {
  return html`<section class="helpful" aria-labelledby="helpful">
    <h2 id="helpful">${question}</h2>
    !${answers}
  </section>`
}

function form({document, approval}: Page, address: string, {words}: RenderContext): string {
  const {addComment, comment, commentHint, yes, no} = words.helpful
  const about = [
    {name: 'page', value: document._id},
    {name: 'revision', value: approval.decision.revision},
    {name: 'language', value: document.language},
  ]
  return html`<form method="post" action="${address}" accept-charset="utf-8">
    !${about.map(({name, value}) => html`<input type="hidden" name="${name}" value="${value}" /> `)}
    <details>
      <summary>${addComment}</summary>
      <label for="helpful-comment">${comment}</label>
      <textarea
        id="helpful-comment"
        name="comment"
        rows="4"
        maxlength="${MOST_CHARACTERS}"
        aria-describedby="helpful-hint"
      ></textarea>
      <p class="hint" id="helpful-hint">${fill(commentHint, {most: MOST_CHARACTERS})}</p>
    </details>
    <p>
      <button class="button" name="helpful" value="yes">${yes}</button>
      <button class="button" name="helpful" value="no">${no}</button>
    </p>
  </form>`
}

function mailLinks({title}: Asked, address: string, {words}: RenderContext): string {
  const {yes, no, wasHelpful, wasNotHelpful, hint} = words.helpful
  const mail = (subject: string): string =>
    `mailto:${address}?subject=${encodeURIComponent(fill(subject, {title}))}`
  return html`<p>
      <a class="button" href="${mail(wasHelpful)}">${yes}</a>
      <a class="button" href="${mail(wasNotHelpful)}">${no}</a>
    </p>
    <p class="hint">${hint}</p>`
}
