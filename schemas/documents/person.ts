// Somebody who writes or reviews.
import {defineArrayMember, defineField, defineType} from 'sanity'

export const person = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
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
      options: {
        list: [
          {title: 'Author', value: 'author'},
          {title: 'Reviewer', value: 'reviewer'},
        ],
      },
      validation: (rule) => rule.required().min(1).unique(),
    }),
    defineField({
      name: 'credentials',
      title: 'Credentials',
      type: 'string',
      description: 'Degrees and professional titles, as they stand behind the name.',
    }),
    defineField({name: 'jobTitle', title: 'Job title', type: 'string'}),
    defineField({name: 'affiliation', title: 'Works at', type: 'string'}),
    defineField({name: 'bio', title: 'About', type: 'text', rows: 3}),
    defineField({
      name: 'userId',
      title: 'User id',
      type: 'string',
      description: 'The account that this person signs in with. Decisions are traced through it.',
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'credentials'}},
})
