// A person who writes or reviews.

import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {fieldOptions, personRoleOptions} from '../data/options.ts'
import {answersField} from '../fields.ts'
import {line, titleIn} from '../preview.ts'

/** The first day of the registration in a form; undefined while it has none. */
function registrationStart(registration: unknown): string | undefined {
  return typeof registration === 'object' &&
    registration !== null &&
    'validFrom' in registration &&
    typeof registration.validFrom === 'string'
    ? registration.validFrom
    : undefined
}

export const person = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'roles',
      title: 'Does what here',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {list: [...personRoleOptions]},
      description:
        'It decides which words the person may give: a clinical reviewer gives clinical words, and an administrator approves people and site settings.',
      validation: (rule) => rule.required().min(limits['person.roles'].min).unique(),
    }),
    defineField({
      name: 'fields',
      title: 'Qualified in',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {list: [...fieldOptions]},
      description: 'A plan can ask for the word of a person who is qualified in a field.',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'registration',
      title: 'Registration',
      type: 'object',
      description:
        'The entry in a professional register. The words of the person count only on days on which it is valid.',
      fields: [
        defineField({
          name: 'body',
          title: 'Register',
          type: 'string',
          description: 'The body that keeps it, such as a state medical board.',
          validation: (rule) => rule.required(),
        }),
        defineField({
          name: 'number',
          title: 'Number',
          type: 'string',
          validation: (rule) => rule.required(),
        }),
        defineField({
          name: 'validFrom',
          title: 'Valid from',
          type: 'date',
          validation: (rule) => rule.required(),
        }),
        defineField({
          name: 'validUntil',
          title: 'Valid until',
          type: 'date',
          description: 'The last day on which it is valid. Leave it empty if it does not end.',
          validation: (rule) =>
            rule.custom((until, {parent}) =>
              until !== undefined && until < (registrationStart(parent) ?? until)
                ? 'It ends before it starts.'
                : true,
            ),
        }),
      ],
    }),
    defineField({
      name: 'credentials',
      title: 'Credentials',
      type: 'string',
      description: 'Degrees and professional titles, as written after the name.',
    }),
    defineField({name: 'jobTitle', title: 'Job title', type: 'string'}),
    defineField({name: 'affiliation', title: 'Works at', type: 'string'}),
    defineField({name: 'bio', title: 'About', type: 'text', rows: 3}),
    defineField({
      name: 'interests',
      title: 'Interests',
      type: 'text',
      rows: 2,
      description:
        'Interests that could influence this person, such as payments, shares, or a practice that offers what they write about. Write "None declared" if there are none. Readers see this text.',
    }),
    defineField({
      name: 'userId',
      title: 'User name',
      type: 'string',
      description:
        'The user of this person, for people to read. The id of this page is what links decisions to the person: person- and the id of the user.',
    }),
    answersField,
  ],
  preview: {
    select: {
      name: 'name',
      credentials: 'credentials',
      first: 'roles.0',
      second: 'roles.1',
      jobTitle: 'jobTitle',
    },
    prepare: ({name, credentials, first, second, jobTitle}) => ({
      title: credentials ? `${name}, ${credentials}` : name,
      subtitle: line(
        titleIn(personRoleOptions, first),
        titleIn(personRoleOptions, second),
        jobTitle,
      ),
    }),
  },
  orderings: [{title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]}],
})
