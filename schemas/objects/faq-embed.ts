// One question and its answer, shown inside another page.

import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineField, defineType} from 'sanity'
import {wordsIn} from '../preview.ts'

export const faqEmbed = defineType({
  name: 'faqEmbed',
  title: 'Question and answer',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    defineField({
      name: 'faq',
      title: 'Question',
      type: 'reference',
      to: [{type: 'faq'}],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {title: 'faq.question', answer: 'faq.answer'},
    prepare: ({title, answer}) => ({title, description: wordsIn(answer)}),
  },
})
