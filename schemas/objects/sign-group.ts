// The warning signs that are equally urgent, and what a reader with one of them does.

import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'

export const signGroup = defineType({
  name: 'signGroup',
  title: 'Signs',
  type: 'object',
  fields: [
    defineField({
      name: 'action',
      title: 'What to do',
      type: 'string',
      description: 'In one sentence, such as “Call 911 or your local emergency number.”',
      validation: (rule) => rule.required().max(limits['signGroup.action'].max),
    }),
    defineField({
      name: 'signs',
      title: 'Signs',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      description: 'In plain words, with the most urgent first.',
      validation: (rule) => rule.required().min(limits['signGroup.signs'].min).unique(),
    }),
  ],
})
