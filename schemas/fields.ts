// Fields that several document types share, so that they read and behave the same everywhere.

import {defineArrayMember, defineField, type InitialValueResolverContext} from 'sanity'
import {ADDRESS_FORM} from '../policy/addresses.ts'
import {personOf} from '../review/authorship.ts'
import {governedTypes} from '../review/governed.ts'
import {revisionForm, type Form} from './data/forms.ts'
import {limits} from './data/limits.ts'
import {languageOptions} from './data/options.ts'

const groupTitles = {
  content: 'Content',
  evidence: 'Evidence',
  review: 'Review',
  seo: 'SEO',
} as const

/** The tabs of a form, which opens at the first. */
export function groups(...names: readonly (keyof typeof groupTitles)[]) {
  return names.map((name, index) => ({name, title: groupTitles[name], default: index === 0}))
}

/** Whoever begins a document is its author, if the lake knows them as a person. */
export async function authorsOfNew(
  _parameters: unknown,
  {currentUser, getClient}: InitialValueResolverContext,
) {
  const id = personOf(currentUser?.id ?? '')
  const isKnown: unknown = await getClient({apiVersion: '2025-02-19'}).fetch(
    'defined(*[_type == "person" && _id == $id][0])',
    {id},
  )
  return isKnown === true ? [{_type: 'reference', _key: id, _ref: id}] : []
}

/** Checks that a text has a form. A field without a value passes: `required` is for that. */
export function fits({pattern, problem, hint}: Form) {
  return (value: string | undefined): string | true =>
    value === undefined || pattern.test(value) || `This ${problem}. ${hint}`
}

/** The address of a page, made from another field. */
export function slugField(source: string) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    options: {source, maxLength: limits['article.slug'].max},
    description:
      'The last part of the web address. Once readers have the page, keep the old one among the former addresses when you change it.',
    validation: (rule) =>
      rule.required().custom((slug) => {
        if (!slug?.current) return 'An address is needed: press Generate.'
        return addressProblem(slug.current) ?? true
      }),
  })
}

/** What is wrong with the last part of an address, if anything. */
function addressProblem(address: string): string | undefined {
  const {max} = limits['article.slug']
  if (address.length > max) return `Use at most ${max} characters.`
  return ADDRESS_FORM.test(address)
    ? undefined
    : 'Use lower-case letters, digits and single hyphens only.'
}

/** Former addresses of a page. */
export const formerSlugsField = defineField({
  name: 'formerSlugs',
  title: 'Former addresses',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'string',
      validation: (rule) =>
        rule.custom((address: string | undefined) => addressProblem(address ?? '') ?? true),
    }),
  ],
  description:
    'Where the page was before: the last part of each old web address. Readers who open one are sent to the new address.',
  validation: (rule) => rule.unique(),
})

/** The language that the document is written in, as a BCP 47 tag. */
export const languageField = defineField({
  name: 'language',
  title: 'Language',
  type: 'string',
  options: {
    list: [...languageOptions],
  },
  initialValue: 'en-US',
  validation: (rule) => rule.required(),
})

/** After how many months the document must be reviewed again. */
export const reviewIntervalField = defineField({
  name: 'reviewInterval',
  title: 'Review interval',
  type: 'number',
  description: `Months until the next clinical review is due: at most ${limits['article.reviewInterval'].max}.`,
  initialValue: 24,
  validation: (rule) =>
    rule
      .required()
      .integer()
      .min(limits['article.reviewInterval'].min)
      .max(limits['article.reviewInterval'].max),
})

/** Why what a check found may stand. Bound to the very sentence: once that changes, it answers nothing. */
export const answersField = defineField({
  name: 'answers',
  title: 'Answers to checks',
  type: 'array',
  description: 'Given beside the checks. Whoever approves the text accepts them.',
  of: [
    defineArrayMember({
      name: 'answer',
      title: 'Answer',
      type: 'object',
      fields: [
        defineField({
          name: 'rule',
          title: 'Check',
          type: 'string',
          readOnly: true,
          validation: (rule) => rule.required(),
        }),
        defineField({
          name: 'sentence',
          title: 'Sentence',
          type: 'text',
          rows: 2,
          readOnly: true,
          validation: (rule) => rule.required(),
        }),
        defineField({
          name: 'reason',
          title: 'Why it may stand',
          type: 'text',
          rows: 2,
          validation: (rule) => rule.required(),
        }),
      ],
      preview: {select: {title: 'reason', subtitle: 'sentence'}},
    }),
  ],
})

/** What a decision, or a request for one, is about. Weak, because it outlives what it was about. */
export const subjectField = defineField({
  name: 'subject',
  title: 'About',
  type: 'reference',
  weak: true,
  to: governedTypes.map((type) => ({type})),
  validation: (rule) => rule.required(),
})

/** Which text of its subject. */
export const revisionField = defineField({
  name: 'revision',
  title: 'Revision',
  type: 'string',
  validation: (rule) => rule.required().custom(fits(revisionForm)),
})
