import {z} from 'zod'
import {channelNames} from '../schemas/data/channels.ts'
import {countries} from '../schemas/data/countries.ts'
import {limits} from '../schemas/data/limits.ts'
import {placementOptions, scopeOptions, valuesOf} from '../schemas/data/options.ts'
import {answers, keyedReference, documentId, language, reviewInterval, line} from './fields.ts'
import {plainHealthText} from './health-text.ts'
import {rendition} from './rendition.ts'
import {evidenceLevel} from './therapy-type.ts'

/** The field that each scope other than `always` needs, and the kind of thing that the field names. */
const fieldOf = {
  therapies: {field: 'therapies', thing: 'therapy'},
  evidence: {field: 'evidenceLevels', thing: 'level of evidence'},
  conditions: {field: 'conditions', thing: 'condition'},
  channels: {field: 'channels', thing: 'channel'},
  jurisdictions: {field: 'jurisdictions', thing: 'country'},
} as const

/** A statement that must appear on pages, as schemas/documents/disclaimer.ts defines it. */
export const disclaimer = z
  .strictObject({
    _id: documentId,
    _type: z.literal('disclaimer'),
    title: line.max(limits['disclaimer.title'].max),
    body: plainHealthText,
    scope: z.enum(valuesOf(scopeOptions)),
    therapies: z.array(keyedReference).optional(),
    evidenceLevels: z.array(z.string().pipe(evidenceLevel)).optional(),
    conditions: z.array(keyedReference).optional(),
    channels: z.array(z.string().pipe(z.enum(channelNames))).optional(),
    jurisdictions: z.array(z.string().pipe(z.enum(countries))).optional(),
    placement: z.enum(valuesOf(placementOptions)).optional(),
    priority: z.int().min(limits['disclaimer.priority'].min).max(limits['disclaimer.priority'].max),
    language,
    reviewInterval,
    rendition: rendition.optional(),
    answers: answers.optional(),
  })
  .check(({value, issues}) => {
    if (value.scope === 'always') return
    const {field, thing} = fieldOf[value.scope]
    if ((value[field] ?? []).length > 0) return
    issues.push({
      code: 'custom',
      input: value[field],
      path: [field],
      message: `names no ${thing}, so the disclaimer never applies`,
      params: {hint: `Name at least one ${thing}, or change where the disclaimer applies.`},
    })
  })

export type Disclaimer = z.output<typeof disclaimer>

/** Where on a page a disclaimer appears. The default is after the text. */
export function placementOf({placement}: Disclaimer): Placement {
  return placement ?? 'end'
}

export type Placement = NonNullable<Disclaimer['placement']>
