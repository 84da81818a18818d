// A card about one therapy type, shown inside another page.

import {defineField, defineType} from 'sanity'

export const therapyEmbed = defineType({
  name: 'therapyEmbed',
  title: 'Therapy card',
  type: 'object',
  fields: [
    defineField({
      name: 'therapy',
      title: 'Therapy',
      type: 'reference',
      to: [{type: 'therapyType'}],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {select: {title: 'therapy.name', description: 'therapy.summary'}},
})
