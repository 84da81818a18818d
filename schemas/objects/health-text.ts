// Everything that the body of a page may hold, as Portable Text.

import {defineArrayMember, defineType} from 'sanity'
import {annotations, decorators, lists} from './marks.ts'

export const healthText = defineType({
  name: 'healthText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Paragraph', value: 'normal'},
        {title: 'Heading 2', value: 'h2'},
        {title: 'Heading 3', value: 'h3'},
        {title: 'Heading 4', value: 'h4'},
        {title: 'Quote', value: 'blockquote'},
      ],
      lists,
      marks: {decorators, annotations},
    }),
    defineArrayMember({type: 'callout'}),
    defineArrayMember({type: 'figure'}),
    defineArrayMember({type: 'table'}),
    defineArrayMember({type: 'faqEmbed'}),
    defineArrayMember({type: 'therapyEmbed'}),
  ],
})
