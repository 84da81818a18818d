import {z} from 'zod'
import {repeated, repeatedSettings, settingProblem} from '../policy/settings/problem.ts'
import {levels} from '../policy/settings/setting.ts'
import {key, language, matching, safeUrl, words} from './fields.ts'

/** What the whole site shares: the contract of schemas/documents/siteSettings.ts. */
export const siteSettings = z.strictObject({
  _id: matching(
    /^siteSettings$/,
    'is not the id of the site settings',
    'Keep one document of this type, with the id "siteSettings".',
  ),
  _type: z.literal('siteSettings'),
  title: words.max(60),
  description: words,
  publisher: words,
  url: safeUrl.optional(),
  language,
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
          reason: words.min(10),
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
})

export type SiteSettings = z.output<typeof siteSettings>
