// A place that offers therapies. Being listed is not an endorsement, and pages say so.

import {PinIcon} from '@sanity/icons/Pin'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {countryForm, phoneForm, webSchemes} from '../data/forms.ts'
import {LATITUDE, limits, LONGITUDE, type Limit} from '../data/limits.ts'
import {openTwice, overlapping, type Opening} from '../data/opening-hours.ts'
import {accessibilityOptions} from '../data/options.ts'
import {answersField, fits, languageProblem} from '../fields.ts'
import {line} from '../preview.ts'

function within(degrees: number | undefined, {min, max}: Required<Limit>): boolean {
  return degrees === undefined || (degrees >= min && degrees <= max)
}

/** Checks that a place has possible degrees. */
function isOnEarth(place: {lat?: number; lng?: number} | undefined): string | true {
  if (!within(place?.lat, LATITUDE)) return 'The latitude is from -90 to 90.'
  return within(place?.lng, LONGITUDE) || 'The longitude is from -180 to 180.'
}

/** Marks hours that overlap with others on the same day. */
function hoursProblem(hours: (Opening & {_key: string})[] = []) {
  const marked = new Set(overlapping(hours))
  const marks = hours
    .filter((_, index) => marked.has(index))
    .map(({_key}) => ({
      path: [{_key}],
      message: `The clinic ${openTwice.problem}. ${openTwice.hint}`,
    }))
  return marks.length === 0 ? true : marks
}

export const clinic = defineType({
  name: 'clinic',
  title: 'Clinic',
  type: 'document',
  icon: PinIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'address',
      title: 'Address',
      type: 'object',
      fields: [
        defineField({
          name: 'street',
          title: 'Street',
          type: 'string',
          validation: (rule) => rule.required(),
        }),
        defineField({
          name: 'city',
          title: 'City',
          type: 'string',
          validation: (rule) => rule.required(),
        }),
        defineField({name: 'region', title: 'State or region', type: 'string'}),
        defineField({name: 'postalCode', title: 'Postal code', type: 'string'}),
        defineField({
          name: 'country',
          title: 'Country',
          type: 'string',
          description: 'Two letters (ISO 3166-1): US, GB.',
          validation: (rule) => rule.required().custom(fits(countryForm)),
        }),
      ],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'location',
      title: 'Where it is',
      type: 'geopoint',
      validation: (rule) => rule.required().custom(isOnEarth),
    }),
    defineField({
      name: 'phone',
      title: 'Telephone',
      type: 'string',
      validation: (rule) => rule.custom(fits(phoneForm)),
    }),
    defineField({
      name: 'website',
      title: 'Website',
      type: 'url',
      validation: (rule) => rule.uri({scheme: [...webSchemes]}),
    }),
    defineField({
      name: 'therapies',
      title: 'Therapies offered',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'therapyType'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'openingHours',
      title: 'Opening hours',
      type: 'array',
      of: [defineArrayMember({type: 'openingSpan'})],
      description:
        'In the local time of the clinic. Days that no line names are shown as closed. Leave it empty if the hours are not known.',
      validation: (rule) => rule.custom(hoursProblem),
    }),
    defineField({
      name: 'openingNote',
      title: 'Note on the opening hours',
      type: 'string',
      description: 'Such as "Closed on public holidays". It is in the language of the site.',
      validation: (rule) => rule.max(limits['clinic.openingNote'].max),
    }),
    defineField({
      name: 'languages',
      title: 'Languages spoken',
      type: 'array',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(languageProblem)})],
      description: 'The languages that staff speak with patients, such as "es" or "vi".',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'accessibility',
      title: 'Accessibility',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {list: [...accessibilityOptions]},
      description: 'Only what the clinic has told you, or what somebody has seen there.',
      validation: (rule) => rule.unique(),
    }),
    answersField,
  ],
  preview: {
    select: {
      title: 'name',
      city: 'address.city',
      region: 'address.region',
      country: 'address.country',
    },
    prepare: ({title, city, region, country}) => ({title, subtitle: line(city, region, country)}),
  },
  orderings: [
    {title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]},
    {title: 'City', name: 'city', by: [{field: 'address.city', direction: 'asc'}]},
  ],
})
