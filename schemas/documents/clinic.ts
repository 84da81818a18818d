// A place that offers therapies. Being listed is not an endorsement, and pages say so.

import {PinIcon} from '@sanity/icons/Pin'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {countryForm, phoneForm, webSchemes} from '../data/forms.ts'
import {LATITUDE, LONGITUDE, type Limit} from '../data/limits.ts'
import {answersField, fits} from '../fields.ts'
import {line} from '../preview.ts'

function within(degrees: number | undefined, {min, max}: Required<Limit>): boolean {
  return degrees === undefined || (degrees >= min && degrees <= max)
}

/** Checks that a place has possible degrees. */
function isOnEarth(place: {lat?: number; lng?: number} | undefined): string | true {
  if (!within(place?.lat, LATITUDE)) return 'The latitude is from -90 to 90.'
  return within(place?.lng, LONGITUDE) || 'The longitude is from -180 to 180.'
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
