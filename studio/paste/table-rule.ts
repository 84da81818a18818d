// Takes a pasted table over as a table of this library, whose cells hold plain words.

import type {DeserializerRule} from '@portabletext/html'
import {lowered, raised} from '../../render/text/raised.ts'
import {limits} from '../../schemas/data/limits.ts'

/** A rule for tables of two rows and columns or more. Smaller ones only lay out a page. */
export function tableRule(makeKey: () => string): DeserializerRule {
  return {
    deserialize: (node, _next, createBlock) => {
      if (!(node instanceof HTMLTableElement)) return undefined
      const rows = [...node.rows].map((row) => [...row.cells].flatMap(cellsOf))
      const width = Math.max(0, ...rows.map(({length}) => length))
      if (width < 2 || rows.length < limits['table.rows'].min) return undefined
      const caption = node.caption ? wordsOf(node.caption) : ''
      return createBlock({
        _type: 'table',
        _key: makeKey(),
        ...(caption === '' ? {} : {caption}),
        rows: rows.map((cells) => ({
          _type: 'row',
          _key: makeKey(),
          cells: [...cells, ...Array.from({length: width - cells.length}, () => '')],
        })),
      })
    },
  }
}

/** A cell over several columns is followed by empty ones. */
function cellsOf(cell: HTMLTableCellElement): string[] {
  return [wordsOf(cell), ...Array.from({length: cell.colSpan - 1}, () => '')]
}

/** The words of an element, one line for each line or paragraph. A number with a superscript stays that number. */
function wordsOf(element: Element): string {
  return linesIn(element)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const LINES = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'])

function linesIn(node: Node): string {
  // A line end in the source is a space.
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/\s+/g, ' ')
  if (!(node instanceof Element)) return ''
  const words = [...node.childNodes].map(linesIn).join('')
  switch (node.tagName) {
    case 'BR':
      return '\n'
    case 'SUP':
      return raised(words)
    case 'SUB':
      return lowered(words)
    default:
      return LINES.has(node.tagName) ? `\n${words}\n` : words
  }
}
