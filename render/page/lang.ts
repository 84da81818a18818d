// Marks words that are in another language than their page, so that screen readers pronounce them right (WCAG 3.1.2).

import {html} from 'ghtml'
import {directionOf, mainLanguage} from '../../schemas/data/languages.ts'

/**
 * The attributes of an element whose words are in a language, as HTML that begins with a space. Empty if the page is in
 * the same language.
 *
 * @param language Of the words, as a BCP 47 tag.
 * @param page The language of the page.
 */
export function langAttributes(language: string, page: string): string {
  return mainLanguage(language) === mainLanguage(page)
    ? ''
    : html` lang="${language}" dir="${directionOf(language)}"`
}

/** Words in a language, as HTML. They have an element of their own only if the page is in another language. */
export function wordsIn(text: string, language: string, page: string): string {
  const attributes = langAttributes(language, page)
  return attributes === '' ? html`${text}` : html`<span!${attributes}>${text}</span>`
}
