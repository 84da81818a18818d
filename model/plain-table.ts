// Gives a table of plain words the shape of a table whose cells hold text. Everything that reads tables goes
// through here, so it knows one shape only.

import {z} from 'zod'

/** A table as editors wrote it before cells could hold links. A writer may not have finished it. */
export const plainTable = z.object({
  _type: z.literal('table'),
  _key: z.string(),
  caption: z.string().optional(),
  rows: z.array(z.object({_key: z.string(), cells: z.array(z.string())})),
})

type PlainTable = Pick<z.output<typeof plainTable>, '_key' | 'rows'>

/** A part of a document, with the shape of a `richTable` if it is a table of plain words. */
export function asRichTable(part: unknown): unknown {
  const {data} = plainTable.safeParse(part)
  return data ? withRichCells(data) : part
}

/**
 * The same table, with the words of each cell as a paragraph. The keys of the new parts are always the same, so that
 * a table which a writer converts can be compared with the one before.
 */
export function withRichCells<Table extends PlainTable>({rows, ...table}: Table) {
  return {
    ...table,
    _type: 'richTable' as const,
    rows: rows.map(({_key, cells}) => ({
      _type: 'tableRow' as const,
      _key,
      cells: cells.map((words, index) => cellOf(`${table._key}-${_key}-${index + 1}`, words)),
    })),
  }
}

/** No other part of the text has these keys. */
function cellOf(_key: string, words: string) {
  return {
    _type: 'tableCell' as const,
    _key,
    value: [
      {
        _type: 'block' as const,
        _key: `${_key}-p`,
        style: 'normal' as const,
        markDefs: [],
        children: [{_type: 'span' as const, _key: `${_key}-s`, text: words, marks: []}],
      },
    ],
  }
}
