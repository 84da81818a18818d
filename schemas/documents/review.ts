// A reviewer's decision on one exact revision. Written once, never changed: the form is read-only.
import {defineField, defineType} from 'sanity'

export const review = defineType({
  name: 'review',
  title: 'Decision',
  type: 'document',
  readOnly: true,
  fields: [
    defineField({
      name: 'subject',
      title: 'About',
      type: 'reference',
      // Weak, because a decision outlives what it was about.
      weak: true,
      to: [
        {type: 'article'},
        {type: 'therapyType'},
        {type: 'faq'},
        {type: 'disclaimer'},
        {type: 'citedWork'},
      ],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'revision',
      title: 'Revision',
      type: 'string',
      description: 'The digest of the content that was decided on.',
      validation: (rule) => rule.required().regex(/^[0-9a-f]{64}$/, {name: 'revision digest'}),
    }),
    defineField({
      name: 'decision',
      title: 'Decision',
      type: 'string',
      options: {
        list: [
          {title: 'Approved', value: 'approved'},
          {title: 'Changes requested', value: 'changesRequested'},
          {title: 'Retracted', value: 'retracted'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'reviewer',
      title: 'Reviewer',
      type: 'reference',
      // Weak too: an import need not come back to a decision, which nobody may change, once the
      // person is there.
      weak: true,
      to: [{type: 'person'}],
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'comment', title: 'Comment', type: 'text', rows: 3}),
    defineField({
      name: 'nextReview',
      title: 'Next review',
      type: 'date',
      description: 'When it is to be reviewed again, if not after the usual interval.',
    }),
    defineField({
      name: 'decidedAt',
      title: 'Decided',
      type: 'datetime',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {select: {title: 'subject.title', subtitle: 'decision'}},
  orderings: [{title: 'Newest', name: 'newest', by: [{field: 'decidedAt', direction: 'desc'}]}],
})
