// A question that patients ask, and its answer.
import {defineArrayMember, defineField, defineType} from 'sanity'

import {languageField, reviewIntervalField, slugField} from '../fields.ts'

export const faq = defineType({
  name: 'faq',
  title: 'Question',
  type: 'document',
  fields: [
    defineField({
      name: 'question',
      title: 'Question',
      type: 'string',
      description: 'As a patient would ask it.',
      validation: (rule) => rule.required().max(140),
    }),
    slugField('question'),
    defineField({
      name: 'answer',
      title: 'Answer',
      type: 'plainHealthText',
      description: 'The short answer first, the reasons after it.',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'therapies',
      title: 'Therapies',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'therapyType'}]})],
      validation: (rule) => rule.unique(),
    }),
    languageField,
    reviewIntervalField,
  ],
  preview: {select: {title: 'question'}},
})
