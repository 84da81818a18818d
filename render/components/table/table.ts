// A table of text. The first row and the first column are headings.

import {html} from 'ghtml'
import type {Table} from '../../../model/health-text.ts'
import type {BlockComponent} from '../../page/context.ts'

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
            !${head?.cells.map((cell) => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          !${body.map(
            ({cells: [heading, ...cells]}) =>
              html`<tr>
                <th scope="row">${heading}</th>
                !${cells.map((cell) => html`<td>${cell}</td>`)}
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
      const parts = cells.map((cell, index) => `${head?.cells[index + 1] ?? ''}: ${cell}`)
      const first = [head?.cells[0], heading].filter((words) => words !== undefined && words !== '')
      return `- ${first.join(': ')}. ${parts.join('; ')}`
    })
    return [caption, ...lines].join('\n')
  },
}
