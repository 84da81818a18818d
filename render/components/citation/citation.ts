// Citations in the text, and the numbered references that they lead to.

import {Cite} from '@citation-js/core'
import '@citation-js/plugin-csl'
import {html} from 'ghtml'
import type {CitedWork} from '../../../model/cited-work.ts'
import {onceFor} from '../../../review/once-for.ts'

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
          ${citationText(work)}!${linksOf(work).map(
            ({label, href}) => html` <a href="${href}">${label}</a>`,
          )}
        </li> `,
    )}
  </ol>`
}

/** A work in Vancouver style, which is usual in medicine (NLM, "Citing Medicine"). */
export const citationText = onceFor((work: CitedWork): string => {
  const numbered = new Cite({
    id: work._id,
    type: work.type,
    title: work.title,
    author: work.author.map(nameOf),
    'container-title': work.containerTitle,
    issued: {'date-parts': [[work.issued]]},
    volume: work.volume,
    issue: work.issue,
    page: work.page,
    publisher: work.publisher,
  }).format('bibliography', {template: 'vancouver', format: 'text', lang: 'en-US'})
  return numbered.trim().replace(/^1\.\s*/, '')
})

function nameOf({family, given}: CitedWork['author'][number]) {
  if (given === undefined) return {literal: family}
  // The library keeps names in plain objects, and fails if one is `constructor`.
  return given in Object.prototype
    ? {literal: `${family} ${given}`}
    : {family, given: spacedInitials(given)}
}

/** Separates initials. CSL reads "MJ" as a name, and "M J" as two initials. */
function spacedInitials(given: string): string {
  return /^\p{Lu}{2,4}$/u.test(given) ? [...given].join(' ') : given
}

/** The addresses of a work. The most lasting one comes first. */
export function linksOf({doi, pmid, url}: CitedWork): {label: string; href: string}[] {
  const links = []
  if (doi !== undefined)
    links.push({label: `doi:${doi}`, href: `https://doi.org/${encodeURI(doi)}`})
  if (pmid !== undefined) {
    links.push({label: `PMID ${pmid}`, href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`})
  }
  if (url !== undefined && links.length === 0) links.push({label: url, href: url})
  return links
}
