// A common side effect of a therapy, with how often it happens.

import {defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {frequencyOptions} from '../data/options.ts'
import {sourcesField} from '../fields.ts'
import {titleIn} from '../preview.ts'
import {frequencyField} from './serious-risk.ts'

export const sideEffect = defineType({
  name: 'sideEffect',
  title: 'Side effect',
  type: 'object',
  fields: [
    defineField({
      name: 'effect',
      title: 'What can happen',
      type: 'string',
      description: 'In a few plain words, such as “Soreness for a few days”.',
      validation: (rule) => rule.required().max(limits['sideEffect.effect'].max),
    }),
    frequencyField,
    sourcesField('The works that report it.'),
  ],
  preview: {
    select: {title: 'effect', frequency: 'frequency'},
    prepare: ({title, frequency}) => ({title, subtitle: titleIn(frequencyOptions, frequency)}),
  },
})
