// A time in which a clinic is open, on each of some days of the week.

import {ClockIcon} from '@sanity/icons/Clock'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {timeForm} from '../data/forms.ts'
import {limits} from '../data/limits.ts'
import {closesFirst, closesTooEarly} from '../data/opening-hours.ts'
import {dayOptions} from '../data/options.ts'
import {fits} from '../fields.ts'
import {line} from '../preview.ts'

/** The first time of a span in a form; undefined while it has none. */
function opensIn(span: unknown): string | undefined {
  return typeof span === 'object' &&
    span !== null &&
    'opens' in span &&
    typeof span.opens === 'string'
    ? span.opens
    : undefined
}

export const openingSpan = defineType({
  name: 'openingSpan',
  title: 'Opening hours',
  type: 'object',
  icon: ClockIcon,
  fields: [
    defineField({
      name: 'days',
      title: 'Days',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {list: [...dayOptions], layout: 'grid'},
      validation: (rule) => rule.required().min(limits['openingSpan.days'].min).unique(),
    }),
    defineField({
      name: 'opens',
      title: 'Opens at',
      type: 'string',
      placeholder: '09:00',
      description: 'On a clock of 24 hours.',
      validation: (rule) => rule.required().custom(fits(timeForm)),
    }),
    defineField({
      name: 'closes',
      title: 'Closes at',
      type: 'string',
      placeholder: '17:30',
      description: 'If it closes for lunch, add a second line for the afternoon.',
      validation: (rule) =>
        rule
          .required()
          .custom(fits(timeForm))
          .custom((closes: string | undefined, {parent}) =>
            closesFirst({opens: opensIn(parent), closes})
              ? `This ${closesTooEarly.problem}. ${closesTooEarly.hint}`
              : true,
          ),
    }),
  ],
  preview: {
    select: {days: 'days', opens: 'opens', closes: 'closes'},
    prepare: ({days, opens, closes}: Selection) => ({
      title: dayOptions
        .flatMap(({title, value}) => (days?.includes(value) ? [title] : []))
        .join(', '),
      subtitle: line(opens, closes),
    }),
  },
})

interface Selection {
  readonly days?: readonly string[]
  readonly opens?: string
  readonly closes?: string
}
