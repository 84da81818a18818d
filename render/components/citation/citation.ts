// Citations in the text, and the numbered references that they lead to.

import {html} from 'ghtml'
import type {CitedWork} from '../../../model/cited-work.ts'
import type {InterfaceWords} from '../../../schemas/data/interface-words.ts'
import type {RenderContext} from '../../page/context.ts'
import {dayHtml} from '../../page/day.ts'
import {fill, fillHtml} from '../../page/fill.ts'
import {must} from '../../page/library.ts'
import {newerThan} from '../../page/page.ts'
import {linksOf} from './links.ts'
import {noticeOf} from './notice.ts'
import {vancouver} from './vancouver.ts'

/** The words of a citation, and the number that links to its reference. */
export function citationHtml(children: string, number: number, words: InterfaceWords): string {
  const label = fill(words.citation.reference, {number})
  return html`!${children}<sup class="citation"
      ><a href="#reference-${number}" aria-label="${label}">${number}</a></sup
    >`
}

/** References to works, in a field beside words that are no health text. */
type Sources = readonly {readonly _ref: string}[]

type Numbers = Pick<RenderContext, 'numbers' | 'words'>

/** The numbers of works on a page, in the order of the field. */
export function numbersOf(sources: Sources = [], {numbers}: Pick<Numbers, 'numbers'>): number[] {
  return sources.map(({_ref}) => must(numbers.get(_ref), _ref))
}

/** The numbers of works after words, as links to the references. */
export function sourcesHtml(sources: Sources | undefined, context: Numbers): string {
  return numbersOf(sources, context)
    .map((number) => citationHtml('', number, context.words))
    .join('')
}

/** Words, and after them the numbers of works. */
export function withSources(
  words: string,
  sources: Sources | undefined,
  context: Pick<Numbers, 'numbers'>,
): string {
  return [words, ...numbersOf(sources, context).map((number) => `[${number}]`)].join(' ')
}

/** The list of references at the end of a page. */
export function referencesHtml(works: readonly CitedWork[], context: RenderContext): string {
  return html`<ol class="references">
    !${works.map(
      (work, index) =>
        html`<li id="reference-${index + 1}">
          ${vancouver(work)}!${accessedHtml(work, context)}!${linksOf(work).map(
            ({label, href}) => html` <a href="${href}">${label}</a>`,
          )}!${noticeHtml(work, context)}
        </li> `,
    )}
  </ol>`
}

/** When an editor read a web page, which may say something else now. */
function accessedHtml({accessed}: CitedWork, {language, words}: RenderContext): string {
  return accessed === undefined
    ? ''
    : html` !${fillHtml(words.citation.accessed, {day: dayHtml(accessed, language)})}`
}

function noticeHtml(work: CitedWork, {library, words}: RenderContext): string {
  const newer = newerThan(work, library)
  if (newer) return html` <strong>${words.citation.newer}</strong> !${titleHtml(newer)}`
  const notice = noticeOf(work, newer, words)
  return notice === undefined ? '' : html` <strong>${notice}</strong>`
}

/** The title of a work, as a link to it if it has an address. */
function titleHtml(work: CitedWork): string {
  const [link] = linksOf(work)
  return link ? html`<a href="${link.href}">${work.title}</a>` : html`${work.title}`
}
