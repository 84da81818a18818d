// Tables must be clear cell by cell, because screen readers read them in this way.

import {studioPath} from '@sanity/client/csm'
import {z} from 'zod'
import type {StoredDocument} from '../../review/revision.ts'
import {isBlank} from '../characters.ts'
import {exampleText} from '../examples/text.ts'
import {isObject, segment} from '../references.ts'
import type {Flaw, Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {sameWords, spoken} from './words.ts'

function row(...cells: string[]) {
  return {_type: 'row', _key: cells.join('-'), cells}
}

function withTable(caption: string, ...rows: object[]) {
  return {
    _id: 'table',
    _type: 'article',
    body: [
      ...exampleText(['Types of injection', {style: 'h2'}]),
      {_type: 'table', _key: 't', caption, rows},
    ],
  }
}

/** A cell that holds text. A table of plain words has strings instead. */
const textCell = z.looseObject({
  value: z.array(
    z.object({children: z.array(z.object({text: z.string()}).catch({text: ''})).catch([])}),
  ),
})

const cell = z.union([z.string(), textCell]).transform((value) => ({value, words: wordsOf(value)}))

const table = z.object({
  _key: z.string().min(1),
  caption: z.string().optional(),
  rows: z.array(z.object({_key: z.string().min(1), cells: z.array(cell)})),
})

function wordsOf(cell: string | z.output<typeof textCell>): string {
  return typeof cell === 'string'
    ? cell
    : cell.value.map(({children}) => children.map(({text}) => text).join('')).join(' ')
}

interface PlacedTable extends z.output<typeof table> {
  /** Its place in the document. */
  readonly steps: readonly [string, ReturnType<typeof segment>]
}

const TABLES = new Set<unknown>(['richTable', 'table'])

/** A quick test before the full parse, which is slow. Most of a document is text. */
function isTable(item: unknown): item is object {
  return isObject(item) && '_type' in item && TABLES.has(item._type)
}

/** The tables in a document. An unfinished table without rows is left out. */
function tablesOf(document: StoredDocument): PlacedTable[] {
  return Object.entries(document).flatMap(([field, value]) =>
    Array.isArray(value)
      ? value.flatMap((item: unknown, index) => {
          const {data} = isTable(item) ? table.safeParse(item) : {}
          return data ? [{...data, steps: [field, segment(item, index)]}] : []
        })
      : [],
  )
}

/** The last heading before each passage, by the path of the passage. */
function headingsBefore(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const headings = new Map<string, Passage>()
  let last: Passage | undefined
  for (const passage of passages) {
    if (last && !headings.has(passage.path)) headings.set(passage.path, last)
    if (passage.role === 'heading') last = passage
  }
  return headings
}

function* tableFlaws(
  {steps, caption, rows}: PlacedTable,
  headings: ReadonlyMap<string, Passage>,
): Generator<Flaw> {
  const pathTo = (...within: (string | number | {_key: string})[]) =>
    studioPath.toString([...steps, ...within])
  const [header, ...body] = rows
  const known = new Set<string>()
  for (const [index, cell] of header?.cells.entries() ?? []) {
    const path = (): string =>
      pathTo('rows', segment(header, 0), 'cells', segment(cell.value, index))
    const words = spoken(cell.words)
    if (isBlank(cell.words)) {
      yield {
        path: path(),
        subject: 'This cell',
        message: 'is an empty column heading',
        hint: 'Say what the column holds. Screen readers read the heading out before each cell of the column.',
      }
    } else if (known.has(words)) {
      yield {
        path: path(),
        quote: {text: cell.words, start: 0, end: cell.words.length},
        message: 'is also the heading of an earlier column',
        hint: 'Say how this column is different.',
      }
    }
    known.add(words)
  }
  for (const [index, line] of body.entries()) {
    const [heading] = line.cells
    if (heading && !isBlank(heading.words)) continue
    yield {
      path: pathTo('rows', segment(line, index + 1), 'cells', segment(heading?.value, 0)),
      subject: 'This cell',
      message: 'is an empty row heading',
      hint: 'In the first cell, say what the row is about.',
    }
  }
  const path = pathTo('caption')
  const heading = headings.get(path)
  if (caption !== undefined && heading && sameWords(heading.text, caption)) {
    yield {
      path,
      quote: {text: caption, start: 0, end: caption.length},
      message: 'repeats the heading before the table',
      hint: 'Say what the table shows, such as “Three kinds of injection and how they differ”.',
    }
  }
}

export const tableHeadings: Rule = {
  id: 'accessibility/table',
  title: 'Tables that can be followed cell by cell',
  severity: 'warning',
  rationale:
    'A screen reader reads out the column and row headings before each cell, and the caption before ' +
    'the table. If a heading is empty or repeated, listeners cannot tell which cell they are in.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 1.3.1: Info and relationships',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships.html',
    },
    {title: 'W3C: Tables tutorial', url: 'https://www.w3.org/WAI/tutorials/tables/'},
  ],
  examples: {
    passes: [
      {
        says: 'a table with headings for each column and row',
        document: withTable(
          'How they differ',
          row('Type', 'Fluid'),
          row('Dextrose', 'Sugar water'),
        ),
      },
    ],
    fails: [
      {
        says: 'a column without a heading',
        document: withTable('How they differ', row('Type', ''), row('Dextrose', 'Sugar water')),
      },
      {
        says: 'two columns with the same heading',
        document: withTable('How they differ', row('Type', 'type'), row('Dextrose', 'Sugar water')),
      },
      {
        says: 'a row without a heading',
        document: withTable('How they differ', row('Type', 'Fluid'), row('', 'Sugar water')),
      },
      {
        says: 'a caption that repeats the heading',
        document: withTable('Types of injection', row('Type', 'Fluid'), row('PRP', 'Blood')),
      },
    ],
  },
  *check({document, passages}) {
    const headings = headingsBefore(passages)
    for (const each of tablesOf(document)) yield* tableFlaws(each, headings)
  },
}
