// What search engines show for a page, if its title and summary do not suit them.

import {defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'

export const seo = defineType({
  name: 'seo',
  title: 'Search engines',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Title in search results',
      type: 'string',
      description: 'If it is empty, search engines get the title of the page.',
      validation: (rule) => rule.max(limits['seo.title'].max),
    }),
    defineField({
      name: 'description',
      title: 'Description in search results',
      type: 'text',
      rows: 3,
      description: 'If it is empty, search engines get the summary of the page.',
      validation: (rule) => rule.max(limits['seo.description'].max),
    }),
  ],
})
