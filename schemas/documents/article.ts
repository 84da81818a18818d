// A page of health information for readers.

import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {audienceOptions} from '../data/options.ts'
import {
  answersField,
  changeNoteField,
  authorsOfNew,
  formerSlugsField,
  groups,
  countryField,
  languageField,
  renditionField,
  reviewIntervalField,
  slugField,
  summarySourcesField,
} from '../fields.ts'
import {dayIn, line} from '../preview.ts'

export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  groups: groups('content', 'evidence', 'review', 'seo'),
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      description: 'What a reader would ask or search for, in their own words.',
      validation: (rule) => rule.required().max(limits['article.title'].max),
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 3,
      group: 'content',
      description: 'The answer in two or three sentences. Readers see it before they scroll.',
      validation: (rule) =>
        rule.required().min(limits['article.summary'].min).max(limits['article.summary'].max),
    }),
    {...summarySourcesField, group: 'content'},
    defineField({
      name: 'images',
      title: 'Lead images',
      type: 'array',
      of: [defineArrayMember({type: 'figure'})],
      group: 'content',
      description: 'The first image appears under the title, and the others follow it.',
    }),
    defineField({
      name: 'body',
      title: 'Body',
      type: 'healthText',
      group: 'content',
      validation: (rule) => rule.required().min(1),
    }),
    {...slugField('title'), group: 'content'},
    {...formerSlugsField, group: 'content'},
    defineField({
      name: 'audience',
      title: 'Written for',
      type: 'string',
      group: 'content',
      options: {
        list: [...audienceOptions],
        layout: 'radio',
      },
      initialValue: 'patients',
      validation: (rule) => rule.required(),
    }),
    {...languageField, group: 'content'},
    {...countryField, group: 'content'},
    defineField({
      name: 'conditions',
      title: 'Conditions',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'condition'}]})],
      group: 'evidence',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'therapies',
      title: 'Therapies',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'therapyType'}]})],
      group: 'evidence',
      description: 'All therapies that the article describes. They decide which disclaimers apply.',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'faqs',
      title: 'Questions at the end',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'faq'}]})],
      group: 'content',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'authors',
      title: 'Written by',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'person'}]})],
      group: 'review',
      initialValue: authorsOfNew,
      validation: (rule) => rule.required().min(limits['article.authors'].min).unique(),
    }),
    defineField({
      name: 'reviewers',
      title: 'Reviewers asked',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'person'}]})],
      group: 'review',
      description: 'The people who are asked to review. The decisions show who approved.',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'firstPublished',
      title: 'First published elsewhere',
      type: 'date',
      group: 'review',
      description:
        'Only for an article that came out elsewhere before: the day on which it did. Readers see it beside the day of its first approval here.',
    }),
    defineField({
      name: 'lastModified',
      title: 'Last modified',
      type: 'date',
      group: 'review',
      // Approved texts have it, and their revisions must stay the same.
      hidden: true,
      deprecated: {reason: 'Readers see the day on which their text was first approved.'},
    }),
    {...changeNoteField, group: 'review'},
    {...renditionField, group: 'review'},
    {...reviewIntervalField, group: 'review'},
    {...answersField, group: 'review'},
    defineField({name: 'seo', title: 'Search engines', type: 'seo', group: 'seo'}),
  ],
  preview: {
    select: {
      title: 'title',
      author: 'authors.0.name',
      updatedAt: '_updatedAt',
      media: 'images.0',
    },
    prepare: ({title, author, updatedAt, media}) => ({
      title,
      subtitle: line(author, dayIn(updatedAt)),
      media,
    }),
  },
  orderings: [
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
    {
      title: 'Last edited',
      name: 'lastEdited',
      by: [{field: '_updatedAt', direction: 'desc'}],
    },
  ],
})
