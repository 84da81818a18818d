// What a word processor or a web page puts beside the words on the clipboard, and what becomes of it. Runs in
// browsers, which have a parser of HTML.

import {unwrapped} from '../../policy/links/wrapped.ts'

/** How much of each kind was left out or changed, by the words that tell the writer. */
export type Report = ReadonlyMap<Loss, number>

/** What a writer has to know of a paste. */
export type Loss = 'deletions' | 'comments' | 'pictures' | 'notes' | 'merged'

/** Words that the author deleted: tracked deletions in Word, and words that are struck out anywhere. */
const DELETED = 'del, s, strike, .msoDel, [style*="line-through"]'

/** Places in the text that lead to a comment in Word, which stands behind the text. */
const COMMENTS = '.MsoCommentReference'
const COMMENT_LIST = '[style*="mso-element:comment-list"]'

const PICTURES = 'img, picture, svg, object'

/** Places in the text that lead to a footnote or an endnote of Word. */
const NOTES = 'a[href^="#_ftn"]:not([href^="#_ftnref"]), a[href^="#_edn"]:not([href^="#_ednref"])'

/** Cells over several rows. */
const MERGED = ':is(td, th)[rowspan]:not([rowspan="1"])'

/**
 * Cleans HTML from the clipboard.
 *
 * @returns What is left of it, and what was left out. Words that an author deleted do not come back, spaces
 *   between words stay, and links lead to pages.
 */
export function cleaned(html: string): {readonly html: string; readonly report: Report} {
  const {body, documentElement} = new DOMParser().parseFromString(html, 'text/html')
  removed(body, COMMENT_LIST)
  const report = new Map<Loss, number>([
    ['deletions', removed(body, DELETED)],
    ['comments', removed(body, COMMENTS)],
    ['pictures', removed(body, PICTURES)],
    ['notes', body.querySelectorAll(NOTES).length],
    ['merged', body.querySelectorAll(MERGED).length],
  ])
  for (const span of body.querySelectorAll('span')) {
    // Word puts two spaces into an element of their own, which the editor would drop.
    if (span.childElementCount === 0 && /^\s+$/.test(span.textContent)) span.replaceWith(' ')
  }
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = link.getAttribute('href') ?? ''
    if (address.startsWith('#')) link.replaceWith(...link.childNodes)
    else link.setAttribute('href', unwrapped(address) ?? address)
  }
  return {html: documentElement.outerHTML, report}
}

/** Removes elements, and the line of one that stood alone. Counts those that are not part of another. */
function removed(body: HTMLElement, selector: string): number {
  const found = [...body.querySelectorAll(selector)].filter(
    (element) => element.parentElement?.closest(selector) === null,
  )
  for (const element of found) {
    const line = element.closest('p')
    element.remove()
    if (line?.childElementCount === 0 && line.textContent.trim() === '') line.remove()
  }
  return found.filter(({tagName, textContent}) => isPicture(tagName) || textContent.trim() !== '')
    .length
}

function isPicture(tagName: string): boolean {
  return PICTURES.split(', ').includes(tagName.toLowerCase())
}
