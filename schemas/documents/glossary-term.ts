// A word that writers are asked to avoid, and what to write instead. For editors. Readers do not see it, but
// the search also finds pages by it.

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
      description: 'Enter the basic form. "analgesic" also finds "analgesics".',
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
      description: 'Tells other editors why to avoid the word, or when it is right.',
    }),
  ],
  preview: {select: {title: 'term', subtitle: 'plain'}},
  orderings: [{title: 'Word', name: 'term', by: [{field: 'term', direction: 'asc'}]}],
})
