// A table of text. The first row and the first column are headings.

import {html} from 'ghtml'
import type {Table} from '../../../model/health-text.ts'
import type {BlockComponent} from '../../page/context.ts'
import {linesHtml} from '../../page/lines.ts'

export const table: BlockComponent<Table> = {
  html: ({caption, rows}) => {
    const [head, ...body] = rows
    return html`<section class="table-scroll" aria-label="${caption}" tabindex="0">
      <table class="table">
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            !${head?.cells.map((cell) => html`<th scope="col">!${linesHtml(cell)}</th>`)}
          </tr>
        </thead>
        <tbody>
          !${body.map(
            ({cells: [heading, ...cells]}) =>
              html`<tr>
                <th scope="row">!${linesHtml(heading ?? '')}</th>
                !${cells.map((cell) => html`<td>!${linesHtml(cell)}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </section>`
  },
  text: ({caption, rows}) => {
    const [head, ...body] = rows
    // Each cell has its column's heading before it, as in a screen reader.
    const lines = body.map(({cells: [heading, ...cells]}) => {
      const [first = '', ...columns] = (head?.cells ?? []).map(onOneLine)
      const parts = cells.map((cell, index) => `${columns[index] ?? ''}: ${cell}`)
      const row = [first, heading ?? ''].filter((words) => words !== '').join(': ')
      return `- ${row}. ${parts.join('; ')}`.replaceAll('\n', '\n  ')
    })
    return [caption, ...lines].join('\n')
  },
}

function onOneLine(words: string): string {
  return words.replaceAll('\n', ' ')
}
