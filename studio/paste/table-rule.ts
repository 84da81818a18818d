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
      const rows = [...node.rows].map((row) => [...row.cells].flatMap(contentsOf))
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

/** A cell over several columns is followed by empty ones. */
function contentsOf(cell: HTMLTableCellElement): string[] {
  return [cell.innerHTML, ...Array.from({length: cell.colSpan - 1}, () => '')]
}

/** The text of a cell, which has paragraphs and lists only. */
function textOf(html: string, {schema, keyGenerator}: Conversion) {
  const styles = schema.styles.filter(({name}) => name === 'normal')
  const text = htmlToPortableText(html, {
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
