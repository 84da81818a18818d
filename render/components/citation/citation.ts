// Citations in the text, and the numbered references that they lead to.

import {html} from 'ghtml'
import type {CitedWork} from '../../../model/cited-work.ts'
import {formatDay} from '../../../review/day-words.ts'
import type {RenderContext} from '../../page/context.ts'
import {must, type Library} from '../../page/library.ts'
import {newerThan} from '../../page/page.ts'
import {linksOf} from './links.ts'
import {NEWER, noticeOf} from './notice.ts'
import {vancouver} from './vancouver.ts'

/** The words of a citation, and the number that links to its reference. */
export function citationHtml(children: string, number: number): string {
  return html`!${children}<sup class="citation"
      ><a href="#reference-${number}" aria-label="Reference ${number}">${number}</a></sup
    >`
}

/** References to works, in a field beside words that are no health text. */
type Sources = readonly {readonly _ref: string}[]

type Numbers = Pick<RenderContext, 'numbers'>

/** The numbers of works on a page, in the order of the field. */
export function numbersOf(sources: Sources = [], {numbers}: Numbers): number[] {
  return sources.map(({_ref}) => must(numbers.get(_ref), _ref))
}

/** The numbers of works after words, as links to the references. */
export function sourcesHtml(sources: Sources | undefined, context: Numbers): string {
  return numbersOf(sources, context)
    .map((number) => citationHtml('', number))
    .join('')
}

/** Words, and after them the numbers of works. */
export function withSources(words: string, sources: Sources | undefined, context: Numbers): string {
  return [words, ...numbersOf(sources, context).map((number) => `[${number}]`)].join(' ')
}

/**
 * The list of references at the end of a page.
 *
 * @param language The language of the page, as a BCP 47 tag.
 */
export function referencesHtml(
  works: readonly CitedWork[],
  library: Library,
  language: string,
): string {
  return html`<ol class="references">
    !${works.map(
      (work, index) =>
        html`<li id="reference-${index + 1}">
          ${vancouver(work)}!${accessedHtml(work, language)}!${linksOf(work).map(
            ({label, href}) => html` <a href="${href}">${label}</a>`,
          )}!${noticeHtml(work, library)}
        </li> `,
    )}
  </ol>`
}

/** When an editor read a web page, which may say something else now. */
function accessedHtml({accessed}: CitedWork, language: string): string {
  return accessed === undefined
    ? ''
    : html` Accessed <time datetime="${accessed}">${formatDay(accessed, language)}</time>.`
}

function noticeHtml(work: CitedWork, library: Library): string {
  const newer = newerThan(work, library)
  if (newer) return html` <strong>${NEWER}</strong> !${titleHtml(newer)}`
  const notice = noticeOf(work, newer)
  return notice === undefined ? '' : html` <strong>${notice}</strong>`
}

/** The title of a work, as a link to it if it has an address. */
function titleHtml(work: CitedWork): string {
  const [link] = linksOf(work)
  return link ? html`<a href="${link.href}">${work.title}</a>` : html`${work.title}`
}
