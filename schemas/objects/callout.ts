// A boxed warning or note. Its tone decides how strongly a page and a screen reader stress it.

import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {toneOptions} from '../data/options.ts'
import {titleIn, wordsIn} from '../preview.ts'

export const callout = defineType({
  name: 'callout',
  title: 'Callout',
  type: 'object',
  icon: BulbOutlineIcon,
  fields: [
    defineField({
      name: 'tone',
      title: 'Tone',
      type: 'string',
      description:
        'Urgent: get help now. See a doctor: make an appointment. Note: good to know. Use the first two sparingly.',
      options: {
        list: [...toneOptions],
        layout: 'radio',
      },
      initialValue: 'note',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Heading',
      type: 'string',
      description:
        'Tells readers in a few words what to do or know, such as "Call your doctor if …".',
      validation: (rule) => rule.required().max(limits['callout.title'].max),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'plainHealthText',
      validation: (rule) => rule.required().min(1),
    }),
  ],
  preview: {
    select: {title: 'title', tone: 'tone', body: 'body'},
    prepare: ({title, tone, body}) => ({
      title,
      subtitle: titleIn(toneOptions, tone),
      description: wordsIn(body),
    }),
  },
})
