import {z} from 'zod'
import {keyedReference, documentId, matching, safeUrl, words} from './fields.ts'

/** A place that offers therapies: the contract of schemas/documents/clinic.ts. */
export const clinic = z.strictObject({
  _id: documentId,
  _type: z.literal('clinic'),
  name: words,
  address: z.strictObject({
    street: words,
    city: words,
    region: words.optional(),
    postalCode: words.optional(),
    country: matching(
      /^[A-Z]{2}$/,
      'is not a country code',
      'Use the two capital letters of ISO 3166-1: US, GB.',
    ),
  }),
  location: z.strictObject({
    _type: z.literal('geopoint'),
    lat: z.number().min(-90).max(90),
    lng: z.number().min(-180).max(180),
    alt: z.number().optional(),
  }),
  phone: words.optional(),
  website: safeUrl.optional(),
  therapies: z.array(keyedReference).optional(),
})

export type Clinic = z.output<typeof clinic>
