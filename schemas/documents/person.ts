// A person who writes or reviews.

import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {personRoleOptions} from '../data/options.ts'
import {line, titleIn} from '../preview.ts'

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
      validation: (rule) => rule.required().min(limits['person.roles'].min).unique(),
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
      title: 'User id',
      type: 'string',
      description:
        'The account that this person signs in with. It links each decision to the person.',
    }),
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
