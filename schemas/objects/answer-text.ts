// The answer to a question: plain text, and lists of warning signs.

import {defineArrayMember, defineType} from 'sanity'
import {plainBlock} from './plain-health-text.ts'

export const answerText = defineType({
  name: 'answerText',
  title: 'Text',
  type: 'array',
  of: [plainBlock, defineArrayMember({type: 'warningSignsEmbed'})],
})
