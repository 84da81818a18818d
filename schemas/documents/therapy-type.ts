// A kind of treatment: what it is, how it is given and what the evidence says.

import {DropIcon} from '@sanity/icons/Drop'
import {defineArrayMember, defineField, defineType, type ValidationContext} from 'sanity'
import {evidenceLevelOptions, evidenceSettingOptions} from '../data/evidence-levels.ts'
import {limits} from '../data/limits.ts'
import {regulators} from '../data/regulators.ts'
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
  summarySourcesField,
} from '../fields.ts'
import {line, titleIn} from '../preview.ts'

export const therapyType = defineType({
  name: 'therapyType',
  title: 'Therapy type',
  type: 'document',
  icon: DropIcon,
  groups: groups('content', 'evidence', 'review', 'seo'),
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      group: 'content',
      validation: (rule) => rule.required().max(limits['therapyType.name'].max),
    }),
    defineField({
      name: 'aliases',
      title: 'Other names',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      group: 'content',
      description: 'Other names and abbreviations that patients may have seen.',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 3,
      group: 'content',
      description: 'One or two sentences. Cards in articles show it too.',
      validation: (rule) =>
        rule
          .required()
          .min(limits['therapyType.summary'].min)
          .max(limits['therapyType.summary'].max),
    }),
    {...summarySourcesField, group: 'content'},
    defineField({
      name: 'description',
      title: 'What it is',
      type: 'healthText',
      group: 'content',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'administration',
      title: 'How it is given',
      type: 'healthText',
      group: 'content',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'sideEffects',
      title: 'Common side effects without a frequency',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      group: 'content',
      description:
        'Approved texts keep them. Enter new ones under “Common side effects”, and move these there when you change them.',
      // Only a text that has some shows them.
      hidden: ({value}) => value === undefined,
      validation: (rule) => rule.min(limits['therapyType.sideEffects'].min).unique(),
    }),
    defineField({
      name: 'commonSideEffects',
      title: 'Common side effects',
      type: 'array',
      of: [defineArrayMember({type: 'sideEffect'})],
      group: 'content',
      description: 'In plain words, with the most common first.',
      validation: (rule) =>
        rule.min(limits['therapyType.commonSideEffects'].min).custom(namesAnEffect),
    }),
    defineField({
      name: 'seriousRisks',
      title: 'Serious risks',
      type: 'array',
      of: [defineArrayMember({type: 'seriousRisk'})],
      group: 'content',
      description: 'Harms that are rare or that do not go away, with the worst first.',
    }),
    {...slugField('name'), group: 'content'},
    {...formerSlugsField, group: 'content'},
    defineField({
      name: 'evidenceLevel',
      title: 'Level of evidence',
      type: 'string',
      group: 'evidence',
      options: {
        list: evidenceLevelOptions,
        layout: 'radio',
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'evidenceSetting',
      title: 'What the level is about',
      type: 'string',
      group: 'evidence',
      options: {list: [...evidenceSettingOptions], layout: 'radio'},
      description: 'Readers see it beside the level.',
      // Sanity checks a value against the list only in a field that has a `validation`.
      validation: (rule) => rule,
    }),
    defineField({
      name: 'evidence',
      title: 'What the evidence says',
      type: 'healthText',
      group: 'evidence',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'regulatoryStatus',
      title: 'Regulatory status',
      type: 'text',
      rows: 3,
      group: 'evidence',
      description: 'Which regulators have approved which uses, and which uses are not approved.',
      validation: (rule) => rule.required().min(limits['therapyType.regulatoryStatus'].min),
    }),
    defineField({
      name: 'approvedBy',
      title: 'Approved by',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      group: 'evidence',
      options: {list: regulators.map((value) => ({title: value, value}))},
      description:
        'The regulators that have approved it for the uses that this library describes. If the list is empty, no page may say that a regulator has approved it.',
      validation: (rule) => rule.unique(),
    }),
    {...languageField, group: 'content'},
    {...countryField, group: 'content'},
    {...changeNoteField, group: 'review'},
    {...renditionField, group: 'review'},
    {...reviewIntervalField, group: 'review'},
    {...answersField, group: 'review'},
    defineField({name: 'seo', title: 'Search engines', type: 'seo', group: 'seo'}),
  ],
  preview: {
    select: {title: 'name', evidenceLevel: 'evidenceLevel', summary: 'summary'},
    prepare: ({title, evidenceLevel, summary}) => ({
      title,
      subtitle: line(evidenceLine(evidenceLevel), summary),
    }),
  },
  orderings: [{title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]}],
})

/** A therapy names a common side effect, in one of its two lists. */
function namesAnEffect(effects: unknown, {document}: ValidationContext): string | true {
  return (
    (effects ?? document?.['sideEffects']) !== undefined || 'Enter at least one common side effect.'
  )
}

function evidenceLine(level: string | undefined): string | undefined {
  const title = titleIn(evidenceLevelOptions, level)
  return title && `Evidence: ${title.toLowerCase()}`
}
