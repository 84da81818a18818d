import {z} from 'zod'

import {language, matching, safeUrl, words} from './shared.ts'

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
})

export type SiteSettings = z.output<typeof siteSettings>
