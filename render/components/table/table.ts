// A table. The first row and the first column are headings.

import {html} from 'ghtml'
import type {PlainHealthText, RichTable} from '../../../model/health-text.ts'
import type {BlockComponent, RenderText} from '../../page/context.ts'
import {linesHtml} from '../../page/lines.ts'
import {sourcesHtml, withSources} from '../citation/citation.ts'

export const table: BlockComponent<RichTable> = {
  html: ({caption, sources, rows}, context, renderText) => {
    const [head = [], ...body] = rows.map(({cells}) =>
      cells.map(({value}) => cellHtml(value, renderText)),
    )
    return html`<section class="table-scroll" aria-label="${caption}" tabindex="0">
      <table class="table">
        <caption>
          ${caption}!${sourcesHtml(sources, context)}
        </caption>
        <thead>
          <tr>
            !${head.map((cell) => html`<th scope="col">!${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          !${body.map(
            ([heading = '', ...cells]) =>
              html`<tr>
                <th scope="row">!${heading}</th>
                !${cells.map((cell) => html`<td>!${cell}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </section>`
  },
  text: ({caption, sources, rows}, context, renderText) => {
    const [head = [], ...body] = rows.map(({cells}) =>
      cells.map(({value}) => cellText(value, renderText)),
    )
    // Each cell has its column's heading before it, as in a screen reader.
    const [first = '', ...columns] = head.map(onOneLine)
    const lines = body.map(([heading = '', ...cells]) => {
      const parts = cells.map((cell, index) => `${columns[index] ?? ''}: ${cell}`)
      const row = [first, heading].filter((words) => words !== '').join(': ')
      return `- ${row}. ${parts.join('; ')}`.replaceAll('\n', '\n  ')
    })
    return [withSources(caption, sources, context), ...lines].join('\n')
  },
}

function cellHtml(value: PlainHealthText, renderText: RenderText): string {
  const words = unmarked(value)
  if (words !== undefined) return linesHtml(words)
  const rendered = renderText(value).trimEnd()
  // A paragraph alone needs no element of its own.
  return /^<p>(?<only>(?:(?!<p>)[^])*)<\/p>$/.exec(rendered)?.groups?.['only'] ?? rendered
}

function cellText(value: PlainHealthText, renderText: RenderText): string {
  return unmarked(value) ?? renderText(value).replaceAll(/\n{2,}/g, '\n')
}

/** The words of a cell with one paragraph and no marks. Most cells are so, and need no renderer. */
function unmarked([block, ...others]: PlainHealthText): string | undefined {
  if (!block || others.length > 0 || block.listItem !== undefined) return undefined
  return block.children.every(({marks = []}) => marks.length === 0)
    ? block.children.map(({text}) => text).join('')
    : undefined
}

function onOneLine(words: string): string {
  return words.replaceAll('\n', ' ')
}
