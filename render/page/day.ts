// A day in words, marked for programs.

import {html} from 'ghtml'
import {formatDay} from '../../review/day-words.ts'

/**
 * @param day YYYY-MM-DD.
 * @param language A BCP 47 tag.
 */
export function dayHtml(day: string, language: string): string {
  return html`<time datetime="${day}">${formatDay(day, language)}</time>`
}
