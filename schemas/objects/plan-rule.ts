// Whose word a library asks for before readers may see a text.

import {defineArrayMember, defineField, defineType} from 'sanity'
import {kindNames, type SignOffKind} from '../../review/sign-off-kind.ts'
import {limits} from '../data/limits.ts'
import {audienceOptions, fieldOptions, kindOptions, plannedTypeOptions} from '../data/options.ts'
import {line} from '../preview.ts'

export const planRule = defineType({
  name: 'planRule',
  title: 'Plan',
  type: 'object',
  fields: [
    defineField({
      name: 'types',
      title: 'For',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {list: [...plannedTypeOptions]},
      description: 'If you choose nothing, the plan is for all types of content.',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'therapies',
      title: 'Only if they cover one of these therapies',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'therapyType'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'conditions',
      title: 'Only if they are about one of these conditions',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'condition'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'audiences',
      title: 'Only if they are written for',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {list: [...audienceOptions]},
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'requirements',
      title: 'Words',
      type: 'array',
      of: [defineArrayMember({type: 'planRequirement'})],
      validation: (rule) => rule.required().min(limits['planRule.requirements'].min),
    }),
  ],
  preview: {
    select: {types: 'types', first: 'requirements.0.kind', second: 'requirements.1.kind'},
    prepare: ({
      types,
      first,
      second,
    }: {
      types?: string[]
      first?: SignOffKind
      second?: SignOffKind
    }) => ({
      title: types?.length
        ? plannedTypeOptions
            .flatMap(({title, value}) => (types.includes(value) ? title : []))
            .join(', ')
        : 'All content',
      subtitle: line(first && kindNames[first], second && kindNames[second]),
    }),
  },
})

export const planRequirement = defineType({
  name: 'planRequirement',
  title: 'Word',
  type: 'object',
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: [...kindOptions]},
      initialValue: 'clinical',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'people',
      title: 'Of how many different people',
      type: 'number',
      initialValue: 1,
      validation: (rule) =>
        rule
          .required()
          .integer()
          .min(limits['planRequirement.people'].min)
          .max(limits['planRequirement.people'].max),
    }),
    defineField({
      name: 'field',
      title: 'Qualified in',
      type: 'string',
      options: {list: [...fieldOptions]},
      description: 'If you choose nothing, the field does not matter.',
      // Sanity checks a value against the list only in a field that has a `validation`.
      validation: (rule) => rule,
    }),
  ],
  preview: {
    select: {kind: 'kind', people: 'people', field: 'field'},
    prepare: ({kind, people, field}: {kind?: SignOffKind; people?: number; field?: string}) => ({
      title: line(people, kind && kindNames[kind]),
      subtitle: fieldOptions.find(({value}) => value === field)?.title,
    }),
  },
})
