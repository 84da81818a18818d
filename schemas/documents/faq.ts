// A question that patients ask, and its answer.

import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {
  answersField,
  changeNoteField,
  formerSlugsField,
  groups,
  countryField,
  languageField,
  renditionField,
  reviewIntervalField,
  slugField,
} from '../fields.ts'
import {line} from '../preview.ts'

export const faq = defineType({
  name: 'faq',
  title: 'Question',
  type: 'document',
  icon: HelpCircleIcon,
  groups: groups('content', 'evidence', 'review'),
  fields: [
    defineField({
      name: 'question',
      title: 'Question',
      type: 'string',
      group: 'content',
      description: 'As a patient would ask it.',
      validation: (rule) => rule.required().max(limits['faq.question'].max),
    }),
    defineField({
      name: 'answer',
      title: 'Answer',
      type: 'answerText',
      group: 'content',
      description: 'Give the short answer first, then the reasons.',
      validation: (rule) => rule.required().min(1),
    }),
    {...slugField('question'), group: 'content'},
    {...formerSlugsField, group: 'content'},
    {...languageField, group: 'content'},
    {...countryField, group: 'content'},
    defineField({
      name: 'therapies',
      title: 'Therapies',
      type: 'array',
      group: 'evidence',
      of: [defineArrayMember({type: 'reference', to: [{type: 'therapyType'}]})],
      validation: (rule) => rule.unique(),
    }),
    {...changeNoteField, group: 'review'},
    {...renditionField, group: 'review'},
    {...reviewIntervalField, group: 'review'},
    {...answersField, group: 'review'},
  ],
  preview: {
    select: {title: 'question', first: 'therapies.0.name', second: 'therapies.1.name'},
    prepare: ({title, first, second}) => ({
      title,
      subtitle: first ? line(first, second) : 'About no therapy in particular',
    }),
  },
  orderings: [{title: 'Question', name: 'question', by: [{field: 'question', direction: 'asc'}]}],
})
