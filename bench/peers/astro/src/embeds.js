// HTML and words that several pages of the Astro site show.

import {markdownToHtml} from 'satteri'
import {questionAside as asideOf} from '../../shared/words.js'

export {cite, longDay, therapyCard} from '../../shared/words.js'

/** A short text as HTML. */
export function toHtml(markdown) {
  return markdownToHtml(markdown).html
}

export function questionAside(question) {
  return asideOf(question, toHtml)
}
