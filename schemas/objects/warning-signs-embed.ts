// A list of warning signs, shown inside a page.

import {defineField, defineType} from 'sanity'

export const warningSignsEmbed = defineType({
  name: 'warningSignsEmbed',
  title: 'Warning signs',
  type: 'object',
  fields: [
    defineField({
      name: 'warningSigns',
      title: 'Warning signs',
      type: 'reference',
      to: [{type: 'warningSigns'}],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {
      title: 'warningSigns.title',
      now: 'warningSigns.now.signs',
      today: 'warningSigns.today.signs',
      soon: 'warningSigns.soon.signs',
    },
    prepare: ({title, now = [], today = [], soon = []}: Selected) => ({
      title,
      description: [...now, ...today, ...soon].join('\n'),
    }),
  },
})

interface Selected {
  readonly title?: string
  readonly now?: string[]
  readonly today?: string[]
  readonly soon?: string[]
}
