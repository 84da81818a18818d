// An image with its alternative text and, if needed, a caption and a credit.

import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from 'sanity'
import {limits} from '../data/limits.ts'
import {sourcesField} from '../fields.ts'

export const figure = defineType({
  name: 'figure',
  title: 'Image',
  type: 'image',
  icon: ImageIcon,
  // SVG is left out on purpose: it can carry script, and these files are served as they are.
  options: {hotspot: true, accept: 'image/png,image/jpeg,image/webp,image/avif,image/gif'},
  fields: [
    defineField({
      name: 'alt',
      title: 'Alternative text',
      type: 'string',
      description:
        'What a person who cannot see the image needs to know. Describe what it shows, and do not start with "image of".',
      validation: (rule) =>
        rule.required().min(limits['figure.alt'].min).max(limits['figure.alt'].max),
    }),
    defineField({
      name: 'words',
      title: 'Words in the image',
      type: 'text',
      rows: 3,
      description:
        'All words that the image shows, such as the labels of a drawing. Readers can open them below the image, and the rules check them.',
    }),
    defineField({name: 'caption', title: 'Caption', type: 'string'}),
    sourcesField('The works that support the caption, or the words in the image.'),
    defineField({
      name: 'credit',
      title: 'Credit',
      type: 'string',
      description: 'The person who made the image, and its licence.',
    }),
  ],
  validation: (rule) => rule.required().assetRequired(),
  preview: {
    select: {caption: 'caption', alt: 'alt', media: 'asset'},
    prepare: ({caption, alt, media}) => ({
      title: caption || alt || 'Picture without alternative text',
      media,
    }),
  },
})
