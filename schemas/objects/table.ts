// A table whose cells hold plain words. Approved texts keep theirs. Writers make a richTable instead.

import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {unevenRow} from '../data/uneven-row.ts'

export const ROWS =
  'The first row holds the column headings. The first cell of each row is the heading of that row.'

export const caption = defineField({
  name: 'caption',
  title: 'Caption',
  type: 'string',
  description: 'What the table shows. Screen readers read it first.',
  validation: (rule) => rule.required(),
})

/** Finds a row with more or fewer cells than the first. */
export function sameWidths(rows: {cells?: unknown[]}[] | undefined) {
  const uneven = unevenRow((rows ?? []).map(({cells}) => cells?.length ?? 0))
  return uneven === undefined || `The table ${uneven}. Every row needs the same number of cells.`
}

export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  // No button makes a new one: the toolbar leaves out what may be hidden. Tables that are there are shown.
  hidden: () => false,
  fields: [
    caption,
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      description: ROWS,
      of: [
        defineArrayMember({
          name: 'row',
          title: 'Row',
          type: 'object',
          fields: [
            defineField({
              name: 'cells',
              title: 'Cells',
              type: 'array',
              of: [defineArrayMember({type: 'string'})],
              validation: (rule) => rule.required().min(limits['row.cells'].min),
            }),
          ],
          preview: {
            select: {cells: 'cells'},
            prepare: ({cells}: {cells?: string[]}) => ({title: (cells ?? []).join(' | ')}),
          },
        }),
      ],
      validation: (rule) => rule.required().min(limits['table.rows'].min).custom(sameWidths),
    }),
  ],
  preview: {select: {title: 'caption', rows: 'rows'}},
})
