// A card about one therapy type, shown inside another page.

import {DropIcon} from '@sanity/icons/Drop'
import {defineField, defineType} from 'sanity'

export const therapyEmbed = defineType({
  name: 'therapyEmbed',
  title: 'Therapy card',
  type: 'object',
  icon: DropIcon,
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
