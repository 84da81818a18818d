// A statement that must stand on every page to which it applies.
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {evidenceLevelOptions} from '../evidenceLevels.ts'
import {answersField, groups, languageField, reviewIntervalField} from '../fields.ts'
import {line, titleIn} from '../preview.ts'

const scopes = [
  {title: 'Every page', value: 'always'},
  {title: 'Pages that cover one of these therapies', value: 'therapies'},
  {title: 'Pages that cover a therapy with one of these evidence levels', value: 'evidence'},
]

export const disclaimer = defineType({
  name: 'disclaimer',
  title: 'Disclaimer',
  type: 'document',
  icon: InfoOutlineIcon,
  groups: groups('content', 'review'),
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      validation: (rule) => rule.required().max(90),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'plainHealthText',
      group: 'content',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'scope',
      title: 'Applies to',
      type: 'string',
      group: 'content',
      options: {
        list: scopes,
        layout: 'radio',
      },
      initialValue: 'always',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'therapies',
      title: 'Therapies',
      type: 'array',
      group: 'content',
      of: [defineArrayMember({type: 'reference', to: [{type: 'therapyType'}]})],
      hidden: ({document}) => document?.scope !== 'therapies',
      validation: (rule) =>
        rule
          .unique()
          .custom((value: unknown[] | undefined, {document}) =>
            document?.scope === 'therapies' && !value?.length ? 'Name at least one therapy.' : true,
          ),
    }),
    defineField({
      name: 'evidenceLevels',
      title: 'Levels of evidence',
      type: 'array',
      group: 'content',
      of: [defineArrayMember({type: 'string'})],
      options: {list: evidenceLevelOptions},
      hidden: ({document}) => document?.scope !== 'evidence',
      validation: (rule) =>
        rule
          .unique()
          .custom((value: unknown[] | undefined, {document}) =>
            document?.scope === 'evidence' && !value?.length ? 'Choose at least one level.' : true,
          ),
    }),
    defineField({
      name: 'priority',
      title: 'Priority',
      type: 'number',
      group: 'content',
      description: 'Where several apply, the highest stands first.',
      initialValue: 50,
      validation: (rule) => rule.required().integer().min(0).max(100),
    }),
    {...languageField, group: 'content'},
    {...reviewIntervalField, group: 'review'},
    {...answersField, group: 'review'},
  ],
  preview: {
    select: {title: 'title', scope: 'scope', priority: 'priority'},
    prepare: ({title, scope, priority}) => ({
      title,
      subtitle: line(titleIn(scopes, scope), priority === undefined ? '' : `priority ${priority}`),
    }),
  },
  orderings: [
    {title: 'Priority', name: 'priority', by: [{field: 'priority', direction: 'desc'}]},
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
  ],
})
