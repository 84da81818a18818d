// Whose word a library asks for before readers may see a text.

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {kindNames, type SignOffKind} from '../../review/sign-off-kind.ts'
import {limits} from '../data/limits.ts'
import {audienceOptions, fieldOptions, kindOptions, plannedTypeOptions} from '../data/options.ts'
import {line, titleIn} from '../preview.ts'

export const planRule = defineType({
  name: 'planRule',
  title: 'Plan',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({
      name: 'types',
      title: 'For these types',
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
    select: {
      types: 'types',
      therapies: 'therapies',
      conditions: 'conditions',
      audiences: 'audiences',
      requirements: 'requirements',
    },
    prepare: ({types, therapies, conditions, audiences, requirements}: PlanSelection) => ({
      title: line(
        types?.length
          ? plannedTypeOptions
              .flatMap(({title, value}) => (types.includes(value) ? title : []))
              .join(', ')
          : 'All content',
        therapies?.length ? 'about certain therapies' : undefined,
        conditions?.length ? 'about certain conditions' : undefined,
        audiences?.length ? 'for certain readers' : undefined,
      ),
      subtitle: line(...(requirements ?? []).map(titleOfRequirement)),
    }),
  },
})

interface RequirementSelection {
  readonly people?: number
  readonly kind?: SignOffKind
  readonly field?: string
}

interface PlanSelection {
  readonly types?: readonly string[]
  readonly therapies?: readonly unknown[]
  readonly conditions?: readonly unknown[]
  readonly audiences?: readonly unknown[]
  readonly requirements?: readonly RequirementSelection[]
}

/** A requirement as lists show it: "1 clinical (Pain medicine)". */
function titleOfRequirement({people, kind, field}: RequirementSelection): string {
  const title = titleIn(fieldOptions, field)
  return [people, kind && kindNames[kind], title && `(${title})`]
    .filter((part) => part !== undefined)
    .join(' ')
}

export const planRequirement = defineType({
  name: 'planRequirement',
  title: 'Word',
  type: 'object',
  icon: UserIcon,
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
    prepare: (requirement: RequirementSelection) => ({title: titleOfRequirement(requirement)}),
  },
})
