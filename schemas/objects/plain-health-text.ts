// Only paragraphs, lists, links and citations. Answers, disclaimers and callouts use it.

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
