// A work that pages cite. Readers see it as a reference, but Sanity uses that name for something else.
// The fields are those of the Citation Style Language (citationstyles.org) in camel case, so that
// they can be shown in any citation style.

import {BookIcon} from '@sanity/icons/Book'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {doiForm, pmidForm, webSchemes} from '../data/forms.ts'
import {limits} from '../data/limits.ts'
import {workOptions} from '../data/options.ts'
import {fits} from '../fields.ts'
import {line} from '../preview.ts'

export const citedWork = defineType({
  name: 'citedWork',
  title: 'Reference',
  type: 'document',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'type',
      title: 'Kind',
      type: 'string',
      options: {
        list: [...workOptions],
      },
      initialValue: 'article-journal',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'author',
      title: 'Authors',
      type: 'array',
      of: [
        defineArrayMember({
          name: 'name',
          title: 'Author',
          type: 'object',
          fields: [
            defineField({
              name: 'family',
              title: 'Family name, or the name of an organisation',
              type: 'string',
              validation: (rule) => rule.required(),
            }),
            defineField({name: 'given', title: 'Given names or initials', type: 'string'}),
          ],
          preview: {select: {title: 'family', subtitle: 'given'}},
        }),
      ],
      validation: (rule) => rule.required().min(limits['citedWork.author'].min),
    }),
    defineField({name: 'containerTitle', title: 'Journal, book or website', type: 'string'}),
    defineField({
      name: 'issued',
      title: 'Year',
      type: 'number',
      validation: (rule) =>
        rule
          .required()
          .integer()
          .min(limits['citedWork.issued'].min)
          .max(limits['citedWork.issued'].max),
    }),
    defineField({name: 'volume', title: 'Volume', type: 'string'}),
    defineField({name: 'issue', title: 'Issue', type: 'string'}),
    defineField({name: 'page', title: 'Pages or article number', type: 'string'}),
    defineField({name: 'publisher', title: 'Publisher', type: 'string'}),
    defineField({
      name: 'doi',
      title: 'DOI',
      type: 'string',
      description: 'Starts with 10. You can paste its whole address.',
      validation: (rule) => rule.custom(fits(doiForm)),
    }),
    defineField({
      name: 'pmid',
      title: 'PMID',
      type: 'string',
      description: 'The number in PubMed.',
      validation: (rule) => rule.custom(fits(pmidForm)),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'Fill this in if the work has no DOI and no PMID.',
      validation: (rule) => rule.uri({scheme: [...webSchemes]}),
    }),
  ],
  preview: {
    select: {
      title: 'title',
      first: 'author.0.family',
      second: 'author.1.family',
      containerTitle: 'containerTitle',
      issued: 'issued',
    },
    prepare: ({title, first, second, containerTitle, issued}) => ({
      title,
      subtitle: line(second ? `${first} and others` : first, containerTitle, issued),
    }),
  },
  orderings: [
    {title: 'Newest', name: 'newest', by: [{field: 'issued', direction: 'desc'}]},
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
  ],
})
