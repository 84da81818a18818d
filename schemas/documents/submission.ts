// A writer's request to have one exact revision reviewed. It never changes, so the form is read-only.

import {ClockIcon} from '@sanity/icons/Clock'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {governedTypes} from '../../review/governed.ts'
import {revisionField, subjectField} from '../fields.ts'
import {dayIn, line, subjectTitle, titleOfSubject} from '../preview.ts'

export const submission = defineType({
  name: 'submission',
  title: 'Submission',
  type: 'document',
  icon: ClockIcon,
  readOnly: true,
  fields: [
    subjectField,
    {...revisionField, description: 'The digest of the content to review.'},
    defineField({
      name: 'reviewers',
      title: 'Asked',
      type: 'array',
      of: [defineArrayMember({type: 'reference', weak: true, to: [{type: 'person'}]})],
      validation: (rule) => rule.required().min(1).unique(),
    }),
    defineField({
      name: 'requirements',
      title: 'Words',
      type: 'array',
      of: [defineArrayMember({type: 'planRequirement'})],
      description:
        'The words that were missing when it was made. It stays open until they are given.',
    }),
    defineField({
      name: 'together',
      title: 'Together with',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          weak: true,
          to: governedTypes.map((type) => ({type})),
        }),
      ],
      description: 'The new texts that go to review and to readers together with this one.',
      validation: (rule) => rule.unique(),
    }),
    defineField({name: 'note', title: 'Note', type: 'text', rows: 3}),
    defineField({
      name: 'submittedBy',
      title: 'Asked by',
      type: 'reference',
      weak: true,
      to: [{type: 'person'}],
    }),
    defineField({name: 'neededBy', title: 'Needed by', type: 'date'}),
    defineField({
      name: 'submittedAt',
      title: 'Submitted',
      type: 'datetime',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {
      ...subjectTitle,
      first: 'reviewers.0.name',
      second: 'reviewers.1.name',
      submittedAt: 'submittedAt',
    },
    prepare: ({first, second, submittedAt, ...subject}) => ({
      title: titleOfSubject(subject),
      subtitle: line('Asked', first, second, dayIn(submittedAt)),
    }),
  },
  orderings: [{title: 'Newest', name: 'newest', by: [{field: 'submittedAt', direction: 'desc'}]}],
})
