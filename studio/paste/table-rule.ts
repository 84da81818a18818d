// Takes a pasted table over as a table of this library. Emphasis, links and lists in its cells stay.

import {htmlToPortableText, type DeserializerRule} from '@portabletext/html'
import {lowered, raised} from '../../render/text/raised.ts'
import {limits} from '../../schemas/data/limits.ts'

type Conversion = Required<
  Pick<NonNullable<Parameters<typeof htmlToPortableText>[1]>, 'schema' | 'keyGenerator'>
>

/** A rule for tables of two rows and columns or more. Smaller ones only lay out a page. */
export function tableRule(conversion: Conversion): DeserializerRule {
  const {keyGenerator} = conversion
  return {
    deserialize: (node, _next, createBlock) => {
      if (!(node instanceof HTMLTableElement)) return undefined
      const rows = contentsOf(node)
      const width = Math.max(0, ...rows.map(({length}) => length))
      if (width < 2 || rows.length < limits['richTable.rows'].min) return undefined
      const caption = node.caption ? wordsIn(node.caption).trim() : ''
      return createBlock({
        _type: 'richTable',
        _key: keyGenerator(),
        ...(caption === '' ? {} : {caption}),
        rows: rows.map((contents) => ({
          _type: 'tableRow',
          _key: keyGenerator(),
          cells: Array.from({length: width}, (_, index) => ({
            _type: 'tableCell',
            _key: keyGenerator(),
            value: textOf(contents[index] ?? '', conversion),
          })),
        })),
      })
    },
  }
}

/**
 * The HTML of each cell, by row and column. What stands in a cell over several rows is true of each of them, so
 * each gets it. A cell over several columns is followed by empty ones.
 */
function contentsOf({rows}: HTMLTableElement): string[][] {
  const grid = Array.from(rows, (): string[] => [])
  for (const [top, row] of [...rows].entries()) {
    for (const cell of row.cells) {
      const left = firstFree(grid[top] ?? [])
      for (const line of grid.slice(top, top + Math.max(1, cell.rowSpan))) {
        for (let column = 0; column < cell.colSpan; column++) {
          line[left + column] = column === 0 ? cell.innerHTML : ''
        }
      }
    }
  }
  return grid
}

/** The first column of a row in which no cell from a row above stands. */
function firstFree(line: readonly string[]): number {
  const column = Array.from(line).findIndex((content) => content === undefined)
  return column < 0 ? line.length : column
}

const BLOCKS = 'p, div, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, table'

/** A paragraph keeps the spaces between its words, which are lost between elements that stand alone. */
function inParagraph(html: string): string {
  const {body} = new DOMParser().parseFromString(html, 'text/html')
  return body.querySelector(BLOCKS) ? html : `<p>${html}</p>`
}

/** The text of a cell, which has paragraphs and lists only. */
function textOf(html: string, {schema, keyGenerator}: Conversion) {
  const styles = schema.styles.filter(({name}) => name === 'normal')
  const text = htmlToPortableText(inParagraph(html), {
    schema: {...schema, styles, blockObjects: [], inlineObjects: []},
    keyGenerator,
  })
  return text.length > 0 ? text : [emptyParagraph(keyGenerator)]
}

function emptyParagraph(makeKey: () => string) {
  return {
    _type: 'block',
    _key: makeKey(),
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: makeKey(), text: '', marks: []}],
  }
}

/** The words of a caption on one line. A number with a superscript stays that number. */
function wordsIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/\s+/g, ' ')
  if (!(node instanceof Element)) return ''
  const words = [...node.childNodes].map(wordsIn).join('')
  switch (node.tagName) {
    case 'BR':
      return ' '
    case 'SUP':
      return raised(words)
    case 'SUB':
      return lowered(words)
    default:
      return words
  }
}
