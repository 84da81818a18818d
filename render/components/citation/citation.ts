// Citations in the text, and the numbered references that they lead to.

import {html} from 'ghtml'
import type {CitedWork} from '../../../model/cited-work.ts'
import {linksOf} from './links.ts'
import {vancouver} from './vancouver.ts'

/** The words of a citation, and the number that links to its reference. */
export function citationHtml(children: string, number: number): string {
  return html`!${children}<sup class="citation"
      ><a href="#reference-${number}" aria-label="Reference ${number}">${number}</a></sup
    >`
}

/** The list of references at the end of a page. */
export function referencesHtml(works: readonly CitedWork[]): string {
  return html`<ol class="references">
    !${works.map(
      (work, index) =>
        html`<li id="reference-${index + 1}">
          ${vancouver(work)}!${linksOf(work).map(
            ({label, href}) => html` <a href="${href}">${label}</a>`,
          )}
        </li> `,
    )}
  </ol>`
}
