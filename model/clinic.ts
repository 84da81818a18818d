import {z} from 'zod'
import {countryForm, phoneForm, timeForm} from '../schemas/data/forms.ts'
import {LATITUDE, limits, LONGITUDE} from '../schemas/data/limits.ts'
import {closesFirst, closesTooEarly, openTwice, overlapping} from '../schemas/data/opening-hours.ts'
import {accessibilityOptions, dayOptions, valuesOf} from '../schemas/data/options.ts'
import {
  answers,
  documentId,
  key,
  keyedReference,
  language,
  line,
  matching,
  problem,
  webUrl,
} from './fields.ts'

/** A time in which a clinic is open, on each of some days, as schemas/objects/opening-span.ts defines it. */
const openingSpan = z
  .strictObject({
    _type: z.literal('openingSpan'),
    _key: key,
    days: z
      .array(z.string().pipe(z.enum(valuesOf(dayOptions))))
      .min(limits['openingSpan.days'].min),
    opens: matching(timeForm),
    closes: matching(timeForm),
  })
  .refine((span) => !closesFirst(span), {
    ...problem(closesTooEarly.problem, closesTooEarly.hint),
    path: ['closes'],
  })

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
  openingHours: z
    .array(openingSpan)
    .refine((hours) => overlapping(hours).length === 0, problem(openTwice.problem, openTwice.hint))
    .optional(),
  openingNote: line.max(limits['clinic.openingNote'].max).optional(),
  languages: z.array(language).optional(),
  accessibility: z.array(z.string().pipe(z.enum(valuesOf(accessibilityOptions)))).optional(),
  answers: answers.optional(),
})

export type Clinic = z.output<typeof clinic>

export type OpeningSpan = z.output<typeof openingSpan>
