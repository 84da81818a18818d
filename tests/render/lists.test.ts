// Readers see the numbers that the writer saw in the editor, on the page and in plain text.

import fc from 'fast-check'
import {HtmlValidate, Parser, type HtmlElement} from 'html-validate'
import {beforeAll, expect, test} from 'vitest'
import {renderHtml} from '../../render/text/html.ts'
import {renderText} from '../../render/text/plain-text.ts'
import {paragraph} from '../support/library.ts'
import {bareContext, unchecked} from '../support/render.ts'

let parse: (source: string) => HtmlElement

beforeAll(async () => {
  const config = await new HtmlValidate().getConfigFor('text.html')
  parse = (source) => new Parser(config).parseHtml(source)
})

interface Item {
  readonly kind: 'number' | 'bullet'
  readonly level: number
}

/** A list item, or a paragraph between lists. */
type Line = Item | undefined

/** Each block's words are a letter and its position. */
function textOf(lines: readonly Line[]) {
  return unchecked(
    ...lines.map((line, index) => ({
      ...paragraph(`k${index}`, `w${index}`),
      ...(line && {listItem: line.kind, level: line.level}),
    })),
  )
}

/**
 * The number that Sanity's editor shows for an item: it goes on from the last item of its kind and level,
 * unless something since then has ended that list.
 */
function numberInEditor(lines: readonly Line[], at: number): number {
  const item = lines[at]
  const before = lines[at - 1]
  if (!item || (before?.kind === item.kind && before.level < item.level)) return 1
  for (let index = at - 1; index >= 0; index--) {
    const other = lines[index]
    if (!other) return 1
    if (other.kind !== item.kind && other.level <= item.level) return 1
    if (other.kind === item.kind && other.level === item.level) {
      return numberInEditor(lines, index) + 1
    }
  }
  return 1
}

function numbersInEditor(lines: readonly Line[]): [string, number][] {
  return lines.flatMap((line, index) =>
    line?.kind === 'number' ? [[`w${index}`, numberInEditor(lines, index)]] : [],
  )
}

/** The numbers that a browser shows. */
function numbersOnPage(html: string): [string, number][] {
  return parse(html)
    .querySelectorAll('ol')
    .flatMap((list) => {
      let number = 0
      return list.childElements.map((item): [string, number] => {
        number = Number(item.getAttributeValue('value') ?? number + 1)
        return [ownWords(item), number]
      })
    })
    .toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
}

/** The words of a list item without those of the lists in it. */
function ownWords(item: HtmlElement): string {
  return /^\s*(w\d+)/.exec(item.textContent)?.[1] ?? ''
}

const line = fc.option(
  fc.record({kind: fc.constantFrom('number', 'bullet'), level: fc.integer({min: 1, max: 4})}),
  {nil: undefined, freq: 8},
)
const lines = fc.array(line, {maxLength: 12})

test('each item has its number in the editor, and each list item has words', () => {
  fc.assert(
    fc.property(lines, (written) => {
      const text = textOf(written)
      const html = renderHtml(text, bareContext)
      expect(numbersOnPage(html)).toEqual(numbersInEditor(written))
      expect(parse(html).querySelectorAll('li').map(ownWords)).not.toContain('')
      const inText = [...renderText(text, bareContext).matchAll(/^ *(\d+)\. (w\d+)$/gm)]
      expect(inText.map(([, number, words]) => [words, Number(number)])).toEqual(
        numbersInEditor(written),
      )
    }),
  )
})

test('every block is shown once, in the order of the text', () => {
  fc.assert(
    fc.property(lines, (written) => {
      const expected = written.map((_, index) => `w${index}`)
      for (const rendered of [
        renderHtml(textOf(written), bareContext),
        renderText(textOf(written), bareContext),
      ]) {
        expect(rendered.match(/w\d+/g) ?? []).toEqual(expected)
      }
    }),
  )
})

test('steps go on after a list of another kind inside a step', () => {
  const text = textOf([
    {kind: 'number', level: 1},
    {kind: 'bullet', level: 2},
    {kind: 'number', level: 1},
    {kind: 'number', level: 2},
    {kind: 'bullet', level: 2},
    {kind: 'number', level: 1},
  ])
  expect(renderText(text, bareContext)).toBe('1. w0\n  - w1\n2. w2\n  1. w3\n  - w4\n3. w5')
  expect(renderHtml(text, bareContext).replaceAll('\n', '')).toBe(
    '<ol><li>w0<ul><li>w1</li></ul></li><li>w2<ol><li>w3</li></ol><ul><li>w4</li></ul></li><li>w5</li></ol>',
  )
})

test('blocks without words are left out, and the numbers stay those of the editor', () => {
  const numbered = (key: string, words: string) => ({
    ...paragraph(key, words),
    listItem: 'number',
    level: 1,
  })
  const text = unchecked(
    paragraph('a', '', {style: 'h2'}),
    paragraph('b', ' ', {style: 'blockquote'}),
    paragraph('c', '\u00A0'),
    numbered('d', 'Wash.'),
    numbered('e', ' '),
    numbered('f', 'Inject.'),
    {...paragraph('g', ''), listItem: 'bullet', level: 1},
  )
  expect(renderText(text, bareContext)).toBe('1. Wash.\n3. Inject.')
  expect(renderHtml(text, bareContext).replaceAll('\n', '')).toBe(
    '<ol><li>Wash.</li><li value="3">Inject.</li></ol>',
  )
})
