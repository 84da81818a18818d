// A small table of words. The first row holds the column headings.

import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'

export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'What the table shows. Screen readers read it first.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      description:
        'The first row holds the column headings. The first cell of each row is the heading of that row.',
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
      validation: (rule) =>
        rule
          .required()
          .min(limits['table.rows'].min)
          .custom((rows: {cells?: string[]}[] | undefined) => {
            const widths = new Set((rows ?? []).map((row) => row.cells?.length ?? 0))
            return widths.size <= 1 || 'Every row needs the same number of cells.'
          }),
    }),
  ],
  preview: {select: {title: 'caption', rows: 'rows'}},
})
