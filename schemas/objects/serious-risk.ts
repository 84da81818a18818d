// A harm of a therapy that is rare or does not go away, with how often it happens.

import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {frequencyOptions} from '../data/options.ts'
import {titleIn} from '../preview.ts'

export const seriousRisk = defineType({
  name: 'seriousRisk',
  title: 'Serious risk',
  type: 'object',
  fields: [
    defineField({
      name: 'risk',
      title: 'What can happen',
      type: 'string',
      description: 'In a few plain words, such as “An infection near the spine”.',
      validation: (rule) => rule.required().max(limits['seriousRisk.risk'].max),
    }),
    defineField({
      name: 'frequency',
      title: 'How often',
      type: 'string',
      options: {list: [...frequencyOptions]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'sources',
      title: 'Sources',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'citedWork'}]})],
      description: 'The works that report it.',
      validation: (rule) => rule.unique(),
    }),
  ],
  preview: {
    select: {title: 'risk', frequency: 'frequency'},
    prepare: ({title, frequency}) => ({title, subtitle: titleIn(frequencyOptions, frequency)}),
  },
})
