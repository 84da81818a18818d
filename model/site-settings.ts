import {z} from 'zod'
import {repeated, repeatedSettings, settingProblem} from '../policy/settings/problem.ts'
import {levels} from '../policy/settings/setting.ts'
import {onceFor} from '../review/once.ts'
import {contentOf, type StoredDocument} from '../review/revision.ts'
import {limits} from '../schemas/data/limits.ts'
import {
  audienceOptions,
  fieldOptions,
  kindOptions,
  plannedTypeOptions,
  valuesOf,
} from '../schemas/data/options.ts'
import {
  answers,
  answersUrl,
  key,
  keyedReference,
  language,
  matching,
  siteUrl,
  words,
  line,
} from './fields.ts'

/** The type of the site settings, and the id of the only document of it. */
export const SITE_SETTINGS = 'siteSettings'

/** A word that a plan asks for, as schemas/objects/plan-rule.ts defines it. */
export const planRequirement = z.strictObject({
  _type: z.literal('planRequirement'),
  _key: key,
  kind: z.enum(valuesOf(kindOptions)),
  people: z
    .int()
    .min(limits['planRequirement.people'].min)
    .max(limits['planRequirement.people'].max),
  field: z.enum(valuesOf(fieldOptions)).optional(),
})

/** A library's plan for some texts, as schemas/objects/plan-rule.ts defines it. */
const planRule = z.strictObject({
  _type: z.literal('planRule'),
  _key: key,
  types: z.array(z.string().pipe(z.enum(valuesOf(plannedTypeOptions)))).optional(),
  therapies: z.array(keyedReference).optional(),
  conditions: z.array(keyedReference).optional(),
  audiences: z.array(z.string().pipe(z.enum(valuesOf(audienceOptions)))).optional(),
  requirements: z.array(planRequirement).min(limits['planRule.requirements'].min),
})

/** The settings that the whole site shares, as schemas/documents/site-settings.ts defines it. */
export const siteSettings = z.strictObject({
  _id: matching({
    pattern: /^siteSettings$/,
    problem: 'is not the id of the site settings',
    hint: 'Keep one document of this type, with the id "siteSettings".',
  }),
  _type: z.literal(SITE_SETTINGS),
  title: line.max(limits['siteSettings.title'].max),
  description: words,
  publisher: line,
  url: siteUrl.optional(),
  language,
  languages: z.array(language).min(1).optional(),
  feedbackUrl: answersUrl.optional(),
  feedbackEmail: z.email().optional(),
  rules: z
    .array(
      z
        .strictObject({
          _type: z.literal('ruleSetting'),
          _key: key,
          rule: z.string(),
          level: z.enum(levels).optional(),
          limit: z.number().optional(),
          reason: words.min(limits['ruleSetting.reason'].min),
        })
        .check(({value, issues}) => {
          const problem = settingProblem(value)
          if (!problem) return
          const {field, message, hint} = problem
          issues.push({
            code: 'custom',
            input: value[field],
            path: [field],
            message,
            params: {hint},
          })
        }),
    )
    .check(({value, issues}) => {
      const {field, message, hint} = repeated
      for (const index of repeatedSettings(value.map(({rule}) => rule))) {
        const input = value[index]?.rule
        issues.push({code: 'custom', input, path: [index, field], message, params: {hint}})
      }
    })
    .optional(),
  signOff: z.array(planRule).optional(),
  answers: answers.optional(),
})

export type SiteSettings = z.output<typeof siteSettings>

/** The settings in a document; undefined if it does not fit the model. Plans, rules and languages are read from the same. */
export const settingsOf = onceFor(
  (document: StoredDocument): SiteSettings | undefined =>
    siteSettings.safeParse(contentOf(document)).data,
)
