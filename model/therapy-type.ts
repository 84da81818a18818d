import {z} from 'zod'
import {evidenceLevels, evidenceSettingOptions} from '../schemas/data/evidence-levels.ts'
import {limits} from '../schemas/data/limits.ts'
import {frequencyOptions, valuesOf} from '../schemas/data/options.ts'
import {regulators} from '../schemas/data/regulators.ts'
import {
  answers,
  changeNote,
  country,
  documentId,
  formerSlugs,
  key,
  keyedReference,
  language,
  reviewInterval,
  seo,
  slug,
  words,
  line,
} from './fields.ts'
import {healthText} from './health-text.ts'
import {rendition} from './rendition.ts'

export const evidenceLevel = z.enum(evidenceLevels)

/** How often a harm happens, and the works that say so. */
const howOften = {
  frequency: z.enum(valuesOf(frequencyOptions)),
  sources: z.array(keyedReference).optional(),
}

/** A harm that is rare or does not go away, with how often it happens and the works that say so. */
const seriousRisk = z.strictObject({
  _type: z.literal('seriousRisk'),
  _key: key,
  risk: line.max(limits['seriousRisk.risk'].max),
  ...howOften,
})

const sideEffect = z.strictObject({
  _type: z.literal('sideEffect'),
  _key: key,
  effect: line.max(limits['sideEffect.effect'].max),
  ...howOften,
})

/** A common side effect. An older approved text does not say how often it happens. */
export type SideEffect = Pick<z.output<typeof sideEffect>, 'effect'> &
  Partial<Pick<z.output<typeof sideEffect>, 'frequency' | 'sources'>>

/** A kind of treatment, as schemas/documents/therapy-type.ts defines it. */
export const therapyType = z
  .strictObject({
    _id: documentId,
    _type: z.literal('therapyType'),
    name: line.max(limits['therapyType.name'].max),
    slug,
    formerSlugs: formerSlugs.optional(),
    aliases: z.array(line).optional(),
    summary: words.min(limits['therapyType.summary'].min).max(limits['therapyType.summary'].max),
    summarySources: z.array(keyedReference).optional(),
    description: healthText,
    administration: healthText,
    // Approved texts keep it, because another shape would be another revision.
    sideEffects: z.array(line).min(limits['therapyType.sideEffects'].min).optional(),
    commonSideEffects: z
      .array(sideEffect)
      .min(limits['therapyType.commonSideEffects'].min)
      .optional(),
    seriousRisks: z.array(seriousRisk).optional(),
    evidenceLevel,
    evidenceSetting: z.enum(valuesOf(evidenceSettingOptions)).optional(),
    evidence: healthText,
    regulatoryStatus: words.min(limits['therapyType.regulatoryStatus'].min),
    approvedBy: z.array(z.string().pipe(z.enum(regulators))).optional(),
    language,
    country: country.optional(),
    reviewInterval,
    changeNote: changeNote.optional(),
    rendition: rendition.optional(),
    answers: answers.optional(),
    seo: seo.optional(),
  })
  .check(({value, issues}) => {
    if ((value.commonSideEffects ?? value.sideEffects) !== undefined) return
    issues.push({
      code: 'custom',
      input: value.commonSideEffects,
      path: ['commonSideEffects'],
      message: 'is missing, so the page names no common side effect',
      params: {
        hint: 'Enter at least one, and choose how often it happens, or that this is not known.',
      },
    })
  })
  // All that reads a therapy gets one list.
  .transform(({sideEffects = [], commonSideEffects = [], ...therapy}) => ({
    ...therapy,
    sideEffects: [
      ...sideEffects.map((effect): SideEffect => ({effect})),
      ...commonSideEffects.map(({effect, frequency, sources}): SideEffect => ({
        effect,
        frequency,
        sources,
      })),
    ],
  }))

export type SeriousRisk = z.output<typeof seriousRisk>
export type TherapyType = z.output<typeof therapyType>
