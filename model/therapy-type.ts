import {z} from 'zod'
import {evidenceLevels, evidenceSettingOptions} from '../schemas/data/evidence-levels.ts'
import {limits} from '../schemas/data/limits.ts'
import {frequencyOptions, valuesOf} from '../schemas/data/options.ts'
import {regulators} from '../schemas/data/regulators.ts'
import {
  answers,
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

export const evidenceLevel = z.enum(evidenceLevels)

/** A harm that is rare or does not go away, with how often it happens and the works that say so. */
const seriousRisk = z.strictObject({
  _type: z.literal('seriousRisk'),
  _key: key,
  risk: line.max(limits['seriousRisk.risk'].max),
  frequency: z.enum(valuesOf(frequencyOptions)),
  sources: z.array(keyedReference).optional(),
})

/** A kind of treatment, as schemas/documents/therapy-type.ts defines it. */
export const therapyType = z.strictObject({
  _id: documentId,
  _type: z.literal('therapyType'),
  name: line.max(limits['therapyType.name'].max),
  slug,
  formerSlugs: formerSlugs.optional(),
  aliases: z.array(line).optional(),
  summary: words.min(limits['therapyType.summary'].min).max(limits['therapyType.summary'].max),
  description: healthText,
  administration: healthText,
  sideEffects: z.array(line).min(limits['therapyType.sideEffects'].min),
  seriousRisks: z.array(seriousRisk).optional(),
  evidenceLevel,
  evidenceSetting: z.enum(valuesOf(evidenceSettingOptions)).optional(),
  evidence: healthText,
  regulatoryStatus: words.min(limits['therapyType.regulatoryStatus'].min),
  approvedBy: z.array(z.string().pipe(z.enum(regulators))).optional(),
  language,
  reviewInterval,
  answers: answers.optional(),
  seo: seo.optional(),
})

export type SeriousRisk = z.output<typeof seriousRisk>
export type TherapyType = z.output<typeof therapyType>
