// Everything that the body of a page may hold, as Portable Text.

import {defineArrayMember, defineType} from 'sanity'
import {decoratorOptions, listOptions, styleOptions} from '../data/options.ts'
import {annotations} from './annotations.ts'

export const healthText = defineType({
  name: 'healthText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [...styleOptions],
      lists: [...listOptions],
      marks: {decorators: [...decoratorOptions], annotations},
    }),
    defineArrayMember({type: 'callout'}),
    defineArrayMember({type: 'figure'}),
    defineArrayMember({type: 'richTable'}),
    defineArrayMember({type: 'table'}),
    defineArrayMember({type: 'faqEmbed'}),
    defineArrayMember({type: 'therapyEmbed'}),
    defineArrayMember({type: 'warningSignsEmbed'}),
  ],
})
