// A table whose cells hold text with emphasis, links and citations. Writers edit it in place, in the body.

import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {sourcesField} from '../fields.ts'
import {caption, ROWS, sameWidths} from './table.ts'

export const richTable = defineType({
  name: 'richTable',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    caption,
    sourcesField('The works that support the table. A cell can have citations of its own too.'),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      description: ROWS,
      of: [
        defineArrayMember({
          name: 'tableRow',
          title: 'Row',
          type: 'object',
          fields: [
            defineField({
              name: 'cells',
              title: 'Cells',
              type: 'array',
              of: [
                defineArrayMember({
                  name: 'tableCell',
                  title: 'Cell',
                  type: 'object',
                  fields: [
                    defineField({
                      name: 'value',
                      title: 'Text',
                      type: 'plainHealthText',
                      validation: (rule) =>
                        rule
                          .required()
                          .min(limits['tableCell.value'].min)
                          .max(limits['tableCell.value'].max),
                    }),
                  ],
                }),
              ],
              validation: (rule) =>
                rule.required().min(limits['tableRow.cells'].min).max(limits['tableRow.cells'].max),
            }),
          ],
        }),
      ],
      validation: (rule) =>
        rule
          .required()
          .min(limits['richTable.rows'].min)
          .max(limits['richTable.rows'].max)
          .custom(sameWidths),
    }),
  ],
  preview: {
    select: {caption: 'caption'},
    prepare: ({caption}) => ({title: caption || 'Table without caption'}),
  },
})
