// A statement that must stand on every page to which it applies.
import {defineArrayMember, defineField, defineType} from 'sanity'

import {languageField, reviewIntervalField} from '../fields.ts'
import {evidenceLevelOptions} from '../evidenceLevels.ts'

export const disclaimer = defineType({
  name: 'disclaimer',
  title: 'Disclaimer',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().max(90),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'plainHealthText',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'scope',
      title: 'Applies to',
      type: 'string',
      options: {
        list: [
          {title: 'Every page', value: 'always'},
          {title: 'Pages that cover one of these therapies', value: 'therapies'},
          {
            title: 'Pages that cover a therapy with one of these evidence levels',
            value: 'evidence',
          },
        ],
        layout: 'radio',
      },
      initialValue: 'always',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'therapies',
      title: 'Therapies',
      type: 'array',
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
      description: 'Where several apply, the highest stands first.',
      initialValue: 50,
      validation: (rule) => rule.required().integer().min(0).max(100),
    }),
    languageField,
    reviewIntervalField,
  ],
  preview: {select: {title: 'title', subtitle: 'scope'}},
})
