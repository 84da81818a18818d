// The Zod schemas of fields, from which the schemas of all document types are built. The error of each custom
// rule has a hint in its `params`, which validate.ts prints.

import {z} from 'zod'
import {onOneLine, withLineBreaks} from '../policy/characters.ts'
import {countries} from '../schemas/data/countries.ts'
import {
  addressForm,
  answersForm,
  linkForm,
  linkSchemes,
  siteSchemes,
  webSchemes,
  type Form,
} from '../schemas/data/forms.ts'
import {isLanguageTag, languageForm} from '../schemas/data/languages.ts'
import {limits} from '../schemas/data/limits.ts'

/** A problem, and the hint that tells a writer or developer how to fix it. */
export function problem(error: string, hint: string) {
  return {error, params: {hint}}
}

/** A line or a paragraph is never longer. Longer ones would be too much for the editorial rules. */
const LONGEST_WORDS = 10_000

/**
 * A text of several lines, with one kind of line end. Which characters it may hold is not decided here:
 * policy/integrity.ts checks every text of a document.
 */
export const words = z.string().max(LONGEST_WORDS).overwrite(withLineBreaks)

/** Words on one line, as a title. */
export const line = z.string().max(LONGEST_WORDS).overwrite(onOneLine)

/** The text of one span or cell. Unlike `words`, it may be empty. */
export const spanText = z.string().overwrite(withLineBreaks)

/** A string of a known form. */
export function matching({pattern, problem: error, hint}: Form) {
  return z.string().refine((value) => pattern.test(value), problem(error, hint))
}

export const key = z.string().min(1)

/** A full address with one of these schemes. An http address must name a host. */
function urlWith(schemes: readonly string[], error: string, hint: string) {
  const starts = schemes.map((scheme) =>
    scheme.startsWith('http') ? `${scheme}://` : `${scheme}:`,
  )
  return z.string().refine(
    (value) =>
      URL.canParse(value) &&
      starts.some((start) => value.toLowerCase().startsWith(start)) &&
      !/\p{Control}/u.test(value) &&
      // A name before the host looks like another host.
      new URL(value).username === '',
    problem(error, hint),
  )
}

/** A link in a text. */
export const safeUrl = urlWith(
  linkSchemes,
  'is not an address that readers may follow',
  'Use a full https://, http://, mailto: or tel: address.',
).refine((value) => linkForm.pattern.test(value), problem(linkForm.problem, linkForm.hint))

/** The address of a web page. */
export const webUrl = urlWith(
  webSchemes,
  'is not the address of a web page',
  'Use a full https:// or http:// address.',
)

/** The address to which readers' answers go. */
export const answersUrl = z
  .string()
  .refine(
    (value) => URL.canParse(value) && answersForm.pattern.test(value),
    problem(answersForm.problem, answersForm.hint),
  )

/** The address of the library's own website. */
export const siteUrl = urlWith(
  siteSchemes,
  'is not an address for this website',
  'Use a full https:// address, or leave the field empty.',
)

/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date()

/** The last part of a page's address. */
const address = matching(addressForm).max(limits['page.slug'].max)

export const slug = z.strictObject({
  _type: z.literal('slug'),
  current: address,
  source: z.string().optional(),
})

/** The former addresses of a page. */
export const formerSlugs = z.array(address)

/** A reference to a document. Whether its target exists is checked over the whole dataset. */
export const referenceTo = z.strictObject({
  _type: z.literal('reference'),
  _ref: z.string().min(1),
  _weak: z.boolean().optional(),
})

/** A reference inside an array. */
export const keyedReference = referenceTo.extend({_key: key})

export const language = z
  .string()
  .refine(isLanguageTag, problem(languageForm.problem, languageForm.hint))

/** The country whose readers a page is for. Without it, the language may name one. */
export const country = z.enum(countries)

/** What the last change of a page means to its readers. */
export const changeNote = words.max(limits['page.changeNote'].max)

/** Months until the next review. */
export const reviewInterval = z
  .int()
  .min(limits['governed.reviewInterval'].min)
  .max(limits['governed.reviewInterval'].max)

/** Reasons to keep what a check found. Reviewers see them, readers do not. */
export const answers = z.array(
  z.strictObject({
    _type: z.literal('answer'),
    _key: key,
    rule: line,
    sentence: z.string().min(1),
    reason: words,
  }),
)

export const seo = z.strictObject({
  _type: z.literal('seo'),
  title: line.max(limits['seo.title'].max).optional(),
  description: words.max(limits['seo.description'].max).optional(),
})

/** Sanity's rule for document ids (https://www.sanity.io/docs/ids). Published ones have no dot. */
export const documentId = z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/)
