// A statement that must appear on every page that it applies to.

import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {
  defineArrayMember,
  defineField,
  defineType,
  type ConditionalPropertyCallbackContext,
  type ValidationContext,
} from 'sanity'
import {channelOptions} from '../data/channels.ts'
import {countryProblem} from '../data/countries.ts'
import {evidenceLevelOptions} from '../data/evidence-levels.ts'
import {limits} from '../data/limits.ts'
import {placementOptions, scopeOptions} from '../data/options.ts'
import {
  answersField,
  groups,
  languageField,
  renditionField,
  reviewIntervalField,
} from '../fields.ts'
import {line, titleIn} from '../preview.ts'

/** Hides the field of a scope while another scope is chosen. */
function unless(scope: string) {
  return ({document}: ConditionalPropertyCallbackContext): boolean => document?.scope !== scope
}

/** Requires the field of the chosen scope to have a value. */
function neededFor(scope: string, demand: string) {
  return (value: readonly unknown[] | undefined, {document}: ValidationContext): string | true =>
    document?.scope === scope && !value?.length ? demand : true
}

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
      validation: (rule) => rule.required().max(limits['disclaimer.title'].max),
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
        list: [...scopeOptions],
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
      hidden: unless('therapies'),
      validation: (rule) => rule.unique().custom(neededFor('therapies', 'Name a therapy.')),
    }),
    defineField({
      name: 'evidenceLevels',
      title: 'Levels of evidence',
      type: 'array',
      group: 'content',
      of: [defineArrayMember({type: 'string'})],
      options: {list: evidenceLevelOptions},
      hidden: unless('evidence'),
      validation: (rule) => rule.unique().custom(neededFor('evidence', 'Choose a level.')),
    }),
    defineField({
      name: 'conditions',
      title: 'Conditions',
      type: 'array',
      group: 'content',
      of: [defineArrayMember({type: 'reference', to: [{type: 'condition'}]})],
      hidden: unless('conditions'),
      validation: (rule) => rule.unique().custom(neededFor('conditions', 'Name a condition.')),
    }),
    defineField({
      name: 'channels',
      title: 'Channels',
      type: 'array',
      group: 'content',
      of: [defineArrayMember({type: 'string'})],
      options: {list: channelOptions},
      hidden: unless('channels'),
      validation: (rule) => rule.unique().custom(neededFor('channels', 'Choose a channel.')),
    }),
    defineField({
      name: 'jurisdictions',
      title: 'Countries',
      type: 'array',
      group: 'content',
      description: 'The country of a page decides, or the country that its language names.',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(countryProblem)})],
      hidden: unless('jurisdictions'),
      validation: (rule) => rule.unique().custom(neededFor('jurisdictions', 'Choose a country.')),
    }),
    defineField({
      name: 'placement',
      title: 'Place on the page',
      type: 'string',
      group: 'content',
      options: {
        list: [...placementOptions],
        layout: 'radio',
      },
      description: 'If you choose nothing, it appears after the text.',
      // Sanity checks a value against the list only in a field that has a `validation`.
      validation: (rule) => rule,
    }),
    defineField({
      name: 'priority',
      title: 'Priority',
      type: 'number',
      group: 'content',
      description: 'If several disclaimers apply, the one with the highest number comes first.',
      initialValue: 50,
      validation: (rule) =>
        rule
          .required()
          .integer()
          .min(limits['disclaimer.priority'].min)
          .max(limits['disclaimer.priority'].max),
    }),
    {...languageField, group: 'content'},
    {...renditionField, group: 'review'},
    {...reviewIntervalField, group: 'review'},
    {...answersField, group: 'review'},
  ],
  preview: {
    select: {title: 'title', scope: 'scope', priority: 'priority'},
    prepare: ({title, scope, priority}) => ({
      title,
      subtitle: line(
        titleIn(scopeOptions, scope),
        priority === undefined ? '' : `priority ${priority}`,
      ),
    }),
  },
  orderings: [
    {title: 'Priority', name: 'priority', by: [{field: 'priority', direction: 'desc'}]},
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
  ],
})
