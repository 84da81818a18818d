// A word that writers are asked to avoid, and what to write instead. For editors, not for readers.

import {TranslateIcon} from '@sanity/icons/Translate'
import {defineField, defineType} from 'sanity'

export const glossaryTerm = defineType({
  name: 'glossaryTerm',
  title: 'Word to avoid',
  type: 'document',
  icon: TranslateIcon,
  fields: [
    defineField({
      name: 'term',
      title: 'Word',
      type: 'string',
      description: 'In its basic form: "analgesic" finds "analgesics" too.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'plain',
      title: 'Plain words',
      type: 'string',
      description: 'What to write instead, such as "painkiller".',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      type: 'text',
      rows: 2,
      description: 'For other editors: why, or when the word is right.',
    }),
  ],
  preview: {select: {title: 'term', subtitle: 'plain'}},
  orderings: [{title: 'Word', name: 'term', by: [{field: 'term', direction: 'asc'}]}],
})
