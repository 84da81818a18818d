// Paragraphs, lists, links and citations only: answers, disclaimers and the inside of a callout.

import {defineArrayMember, defineType} from 'sanity'
import {annotations, decorators, lists} from './marks.ts'

export const plainHealthText = defineType({
  name: 'plainHealthText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Paragraph', value: 'normal'}],
      lists,
      marks: {decorators, annotations},
    }),
  ],
})
