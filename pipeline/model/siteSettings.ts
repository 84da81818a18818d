import {z} from 'zod'

import {rules} from '../../policy/rules.ts'
import {levels} from '../../policy/tuning.ts'
import {key, language, matching, safeUrl, words} from './shared.ts'

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
      z.strictObject({
        _type: z.literal('ruleSetting'),
        _key: key,
        rule: z.string().refine((id) => rules.some((known) => known.id === id), {
          error: 'is no editorial check',
          params: {hint: 'Choose one of those in docs/policy.md, or remove the setting.'},
        }),
        level: z.enum(levels),
        reason: words.min(10),
      }),
    )
    .optional(),
})

export type SiteSettings = z.output<typeof siteSettings>
