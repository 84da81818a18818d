// A harm of a therapy that is rare or does not go away, with how often it happens.

import {defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {frequencyOptions} from '../data/options.ts'
import {sourcesField} from '../fields.ts'
import {titleIn} from '../preview.ts'

export const frequencyField = defineField({
  name: 'frequency',
  title: 'How often',
  type: 'string',
  description: 'It needs a source, unless it is not known.',
  options: {list: [...frequencyOptions]},
  validation: (rule) => rule.required(),
})

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
    frequencyField,
    sourcesField('The works that report it.'),
  ],
  preview: {
    select: {title: 'risk', frequency: 'frequency'},
    prepare: ({title, frequency}) => ({title, subtitle: titleIn(frequencyOptions, frequency)}),
  },
})
