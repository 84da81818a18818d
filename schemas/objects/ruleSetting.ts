// One editorial check, set otherwise than usual.
import {defineField, defineType} from 'sanity'

import {rules} from '../../policy/rules.ts'
import {levels} from '../../policy/tuning.ts'

const titles: Record<(typeof levels)[number], string> = {
  error: 'Error: keeps a page from readers',
  warning: 'Warning: is reported',
  off: 'Off',
}

export const ruleSetting = defineType({
  name: 'ruleSetting',
  title: 'Check',
  type: 'object',
  fields: [
    defineField({
      name: 'rule',
      title: 'Check',
      type: 'string',
      description: 'As docs/policy.md names it, such as "plain/jargon".',
      validation: (rule) =>
        rule
          .required()
          .custom((id) => rules.some((known) => known.id === id) || 'There is no such check.'),
    }),
    defineField({
      name: 'level',
      title: 'Is',
      type: 'string',
      options: {list: levels.map((value) => ({value, title: titles[value]})), layout: 'radio'},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'reason',
      title: 'Why',
      type: 'text',
      rows: 2,
      description: 'Stands in every report.',
      validation: (rule) => rule.required().min(10),
    }),
  ],
  preview: {select: {title: 'rule', subtitle: 'level'}},
})
