// Texts of several lines that are not health text, such as a cell of a table or a summary.

import {html} from 'ghtml'

/** Words as HTML, with the line breaks that a writer typed. */
export function linesHtml(words: string): string {
  return words
    .split('\n')
    .map((line) => html`${line}`)
    .join('<br>')
}
