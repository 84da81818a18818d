// How a page presents itself to search engines, where its title and summary do not serve.

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
      description: 'Left empty, the title of the page is used.',
      validation: (rule) => rule.max(limits['seo.title'].max),
    }),
    defineField({
      name: 'description',
      title: 'Description in search results',
      type: 'text',
      rows: 3,
      description: 'Left empty, the summary of the page is used.',
      validation: (rule) => rule.max(limits['seo.description'].max),
    }),
  ],
})
