// A reviewer's decision on one exact revision. It never changes, so the form is read-only.

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {UndoIcon} from '@sanity/icons/Undo'
import {defineField, defineType} from 'sanity'
import {kindNames, signOffKinds} from '../../review/sign-off-kind.ts'
import {revisionField, subjectField} from '../fields.ts'
import {dayIn, line, subjectTitle, titleIn, titleOfSubject} from '../preview.ts'

const decisions = [
  {title: 'Approved', value: 'approved', icon: CheckmarkCircleIcon},
  {title: 'Changes requested', value: 'changesRequested', icon: UndoIcon},
  {title: 'Retracted', value: 'retracted', icon: CloseCircleIcon},
]

export const review = defineType({
  name: 'review',
  title: 'Decision',
  type: 'document',
  icon: CheckmarkCircleIcon,
  readOnly: true,
  fields: [
    subjectField,
    {...revisionField, description: 'The digest of the content that the decision is about.'},
    defineField({
      name: 'decision',
      title: 'Decision',
      type: 'string',
      options: {
        list: decisions.map(({title, value}) => ({title, value})),
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'kind',
      title: 'Kind of word',
      type: 'string',
      options: {list: signOffKinds.map((value) => ({value, title: kindNames[value]}))},
      description: 'Of an approval. If it is empty, the word is clinical.',
      // Sanity checks a value against the list only in a field that has a `validation`.
      validation: (rule) => rule,
    }),
    defineField({
      name: 'urgent',
      title: 'Urgent correction',
      type: 'boolean',
      description:
        'Readers get the text as soon as two clinical reviewers say so within an hour, before its plan is met.',
    }),
    defineField({
      name: 'cosmetic',
      title: 'Only the form changed',
      type: 'boolean',
      description:
        'Of an approval. The message is that of the approved text before: translations need not follow.',
    }),
    defineField({
      name: 'reviewer',
      title: 'Reviewer',
      type: 'reference',
      // Weak, so that an import can create a decision before the person. No import may change a
      // decision afterwards.
      weak: true,
      to: [{type: 'person'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'field',
      title: 'Where',
      type: 'string',
      description: 'The name of the field that must change, as in the content model.',
    }),
    defineField({name: 'comment', title: 'Comment', type: 'text', rows: 3}),
    defineField({
      name: 'nextReview',
      title: 'Next review',
      type: 'date',
      description: 'The day of the next review, if it is not due after the usual interval.',
    }),
    defineField({
      name: 'decidedAt',
      title: 'Decided',
      type: 'datetime',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {
      ...subjectTitle,
      decision: 'decision',
      reviewer: 'reviewer.name',
      decidedAt: 'decidedAt',
    },
    prepare: ({decision, reviewer, decidedAt, ...subject}) => ({
      title: titleOfSubject(subject),
      subtitle: line(titleIn(decisions, decision), reviewer, dayIn(decidedAt)),
      media: decisions.find(({value}) => value === decision)?.icon,
    }),
  },
  orderings: [{title: 'Newest', name: 'newest', by: [{field: 'decidedAt', direction: 'desc'}]}],
})
