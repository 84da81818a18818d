// Only paragraphs, lists, links and citations. Answers, disclaimers and callouts use it.

import {defineArrayMember, defineType} from 'sanity'
import {decoratorOptions, listOptions, plainStyleOptions} from '../data/options.ts'
import {annotations} from './annotations.ts'

export const plainHealthText = defineType({
  name: 'plainHealthText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [...plainStyleOptions],
      lists: [...listOptions],
      marks: {decorators: [...decoratorOptions], annotations},
    }),
  ],
})
