// A boxed warning or note. Its tone decides how loudly it speaks, to eye and screen reader alike.

import {defineField, defineType} from 'sanity'

export const callout = defineType({
  name: 'callout',
  title: 'Callout',
  type: 'object',
  fields: [
    defineField({
      name: 'tone',
      title: 'Tone',
      type: 'string',
      description:
        'Urgent: get help now. See a doctor: make an appointment. Note: good to know. Use the first two sparingly.',
      options: {
        list: [
          {title: 'Note', value: 'note'},
          {title: 'See a doctor', value: 'seeDoctor'},
          {title: 'Urgent', value: 'urgent'},
        ],
        layout: 'radio',
      },
      initialValue: 'note',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Heading',
      type: 'string',
      description: 'Says in a few words what to do or know: "Call your doctor if …".',
      validation: (rule) => rule.required().max(90),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'plainHealthText',
      validation: (rule) => rule.required().min(1),
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'tone'}},
})
