import {z} from 'zod'
import {countryForm, phoneForm} from '../schemas/data/forms.ts'
import {LATITUDE, LONGITUDE} from '../schemas/data/limits.ts'
import {answers, keyedReference, documentId, matching, webUrl, line} from './fields.ts'

/** A place that offers therapies, as schemas/documents/clinic.ts defines it. */
export const clinic = z.strictObject({
  _id: documentId,
  _type: z.literal('clinic'),
  name: line,
  address: z.strictObject({
    street: line,
    city: line,
    region: line.optional(),
    postalCode: line.optional(),
    country: matching(countryForm),
  }),
  location: z.strictObject({
    _type: z.literal('geopoint'),
    lat: z.number().min(LATITUDE.min).max(LATITUDE.max),
    lng: z.number().min(LONGITUDE.min).max(LONGITUDE.max),
    alt: z.number().optional(),
  }),
  phone: matching(phoneForm).optional(),
  website: webUrl.optional(),
  therapies: z.array(keyedReference).optional(),
  answers: answers.optional(),
})

export type Clinic = z.output<typeof clinic>
