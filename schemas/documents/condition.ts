// A health problem that pages are about.

import {ActivityIcon} from '@sanity/icons/Activity'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {
  answersField,
  formerSlugsField,
  languageField,
  languageProblem,
  renditionField,
  slugField,
} from '../fields.ts'

export const condition = defineType({
  name: 'condition',
  title: 'Condition',
  type: 'document',
  icon: ActivityIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'aliases',
      title: 'Other names',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'description',
      title: 'In one sentence',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required(),
    }),
    slugField('name'),
    formerSlugsField,
    defineField({
      ...languageField,
      initialValue: undefined,
      description: 'If it is empty, it is the language of the site.',
      validation: (rule) => rule.custom(languageProblem),
    }),
    renditionField,
    answersField,
  ],
  preview: {select: {title: 'name', subtitle: 'description'}},
  orderings: [{title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]}],
})
