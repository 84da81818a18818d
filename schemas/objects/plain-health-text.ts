// Only paragraphs, lists, links and citations. Disclaimers and callouts use it, and answers use its block.

import {defineArrayMember, defineType} from 'sanity'
import {decoratorOptions, listOptions, plainStyleOptions} from '../data/options.ts'
import {annotations} from './annotations.ts'

export const plainBlock = defineArrayMember({
  type: 'block',
  styles: [...plainStyleOptions],
  lists: [...listOptions],
  marks: {decorators: [...decoratorOptions], annotations},
})

export const plainHealthText = defineType({
  name: 'plainHealthText',
  title: 'Text',
  type: 'array',
  of: [plainBlock],
})
