// A list of warning signs, shown inside a page.

import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineField, defineType} from 'sanity'
import {urgencyOptions} from '../data/options.ts'

export const warningSignsEmbed = defineType({
  name: 'warningSignsEmbed',
  title: 'Warning signs',
  type: 'object',
  icon: WarningOutlineIcon,
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
      ...Object.fromEntries(
        urgencyOptions.flatMap(({value}) => [
          [`${value}Action`, `warningSigns.${value}.action`],
          [`${value}Signs`, `warningSigns.${value}.signs`],
        ]),
      ),
    },
    prepare: ({title, ...groups}: Record<string, unknown>) => ({
      title: typeof title === 'string' ? title : undefined,
      description: urgencyOptions.flatMap((urgency) => groupText(urgency, groups)).join('\n\n'),
    }),
  },
})

/** The signs of an urgency below its heading, as a page shows them; nothing if there are none. */
function groupText(
  {title, value}: (typeof urgencyOptions)[number],
  groups: Readonly<Record<string, unknown>>,
): string[] {
  const signs = groups[`${value}Signs`]
  if (!Array.isArray(signs) || signs.length === 0) return []
  const action = groups[`${value}Action`]
  const heading = typeof action === 'string' ? `${title}. ${action}` : `${title}.`
  return [[heading, ...signs.map((sign) => `• ${sign}`)].join('\n')]
}
