// The signs for which a reader must get help, by urgency. Pages show the list itself, so that no two pages
// disagree.

import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineArrayMember, defineField, defineType, type ValidationContext} from 'sanity'
import {limits} from '../data/limits.ts'
import {urgencyOptions} from '../data/options.ts'
import {
  answersField,
  groups,
  languageField,
  renditionField,
  reviewIntervalField,
} from '../fields.ts'

export const warningSigns = defineType({
  name: 'warningSigns',
  title: 'Warning signs',
  type: 'document',
  icon: WarningOutlineIcon,
  groups: groups('content', 'review'),
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      description: 'Readers see it above the signs, such as “Warning signs after an injection”.',
      validation: (rule) => rule.required().max(limits['warningSigns.title'].max),
    }),
    ...urgencyOptions.map(({title, value}, index) =>
      defineField({
        name: value,
        title,
        type: 'signGroup',
        group: 'content',
        // The first says it for all of them.
        validation: (rule) => (index === 0 ? rule.custom(namesASign) : rule),
      }),
    ),
    defineField({
      name: 'therapies',
      title: 'Therapies',
      type: 'array',
      group: 'content',
      description: 'Every page that describes one of them has to show these signs.',
      of: [defineArrayMember({type: 'reference', to: [{type: 'therapyType'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'conditions',
      title: 'Conditions',
      type: 'array',
      group: 'content',
      description: 'Every article about one of them has to show these signs.',
      of: [defineArrayMember({type: 'reference', to: [{type: 'condition'}]})],
      validation: (rule) => rule.unique(),
    }),
    {...languageField, group: 'content'},
    {...renditionField, group: 'review'},
    {...reviewIntervalField, group: 'review'},
    {...answersField, group: 'review'},
  ],
  preview: {
    select: {title: 'title', first: 'now.signs.0', second: 'today.signs.0', third: 'soon.signs.0'},
    prepare: ({title, first, second, third}) => ({title, subtitle: first ?? second ?? third}),
  },
  orderings: [{title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]}],
})

/** A list without any sign would be an empty box. */
function namesASign(_: unknown, {document}: ValidationContext): string | true {
  return (
    urgencyOptions.some(({value}) => document?.[value] !== undefined) ||
    'Enter a sign here, or in one of the next two.'
  )
}
