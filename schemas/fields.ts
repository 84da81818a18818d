// Fields that several document types share, so that they look and work the same everywhere.

import {defineArrayMember, defineField, type InitialValueResolverContext} from 'sanity'
import {governedTypes} from '../review/governed.ts'
import {personOf} from '../review/person.ts'
import {API_VERSION} from './data/api-version.ts'
import {countryProblem} from './data/countries.ts'
import {addressForm, revisionForm, type Form} from './data/forms.ts'
import {isLanguageTag, languageForm, usualLanguages} from './data/languages.ts'
import {limits} from './data/limits.ts'

const groupTitles = {
  content: 'Content',
  evidence: 'Evidence',
  review: 'Review',
  seo: 'SEO',
} as const

/** The tabs of a form. The first is open at the start. */
export function groups(...names: readonly (keyof typeof groupTitles)[]) {
  return names.map((name, index) => ({name, title: groupTitles[name], default: index === 0}))
}

/** Makes the user who creates a document its author, if the lake has a person with their user id. */
export async function authorsOfNew(
  _parameters: unknown,
  {currentUser, getClient}: InitialValueResolverContext,
) {
  const id = personOf(currentUser?.id ?? '')
  const isKnown: unknown = await getClient({apiVersion: API_VERSION}).fetch(
    'defined(*[_type == "person" && _id == $id][0])',
    {id},
  )
  return isKnown === true ? [{_type: 'reference', _key: id, _ref: id}] : []
}

/** Checks that a text has a form. An empty field passes, because `required` checks for that. */
export function fits({pattern, problem, hint}: Form) {
  return (value: string | undefined): string | true =>
    value === undefined || pattern.test(value) || `This ${problem}. ${hint}`
}

/** The works that support words which are no health text, and so can hold no citation. */
export function sourcesField(description: string) {
  return defineField({
    name: 'sources',
    title: 'Sources',
    type: 'array',
    of: [defineArrayMember({type: 'reference', to: [{type: 'citedWork'}]})],
    description,
    validation: (rule) => rule.unique(),
  })
}

/** The works that support the summary of a page. */
export const summarySourcesField = {
  ...sourcesField('The works that support figures in the summary. Their numbers follow it.'),
  name: 'summarySources',
  title: 'Sources of the summary',
}

/** The address of a page, made from another field. */
export function slugField(source: string) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    options: {source, maxLength: limits['page.slug'].max},
    description:
      'The last part of the web address. If you change it after publication, add the old one to the former addresses.',
    validation: (rule) =>
      rule.required().custom((slug) => {
        // If there is none yet, the field itself says so.
        if (!slug?.current) return true
        return addressProblem(slug.current) ?? true
      }),
  })
}

/** What is wrong with the last part of an address, if anything. */
function addressProblem(address: string): string | undefined {
  const {max} = limits['page.slug']
  if (address.length > max) return `Use at most ${max} characters.`
  return addressForm.pattern.test(address) ? undefined : addressForm.hint
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
    'The last part of each old web address of the page. Readers who open an old address get to the new one.',
  validation: (rule) => rule.unique(),
})

/** The language that the document is written in, as a BCP 47 tag. The form offers those of the site settings. */
export const languageField = defineField({
  name: 'language',
  title: 'Language',
  type: 'string',
  initialValue: usualLanguages[0],
  validation: (rule) => rule.required().custom(languageProblem),
})

/** The country whose readers the page is for. */
export const countryField = defineField({
  name: 'country',
  title: 'Country',
  type: 'string',
  description:
    'The country whose readers the page is for, if it is not the one that the language names. It decides which disclaimers apply.',
  validation: (rule) => rule.custom(countryProblem),
})

/** What is wrong with the tag of a language; true if nothing is. */
export function languageProblem(language: string | undefined): string | true {
  return (
    language === undefined ||
    isLanguageTag(language) ||
    `This ${languageForm.problem}. ${languageForm.hint}`
  )
}

/** What the document is a rendition of. Most documents are none. */
export const renditionField = defineField({
  name: 'rendition',
  title: 'Rendition',
  type: 'rendition',
  options: {collapsible: true, collapsed: true},
})

/** What the last change of a page means to its readers. It is approved with the text. */
export const changeNoteField = defineField({
  name: 'changeNote',
  title: 'What changed, for readers',
  type: 'text',
  rows: 2,
  description:
    'One or two sentences about the last change that matters to readers. They see them at the end of the page and in the feed of changes. Write new ones with each such change, or empty the field.',
  validation: (rule) => rule.max(limits['page.changeNote'].max),
})

/** The number of months until the document must be reviewed again. */
export const reviewIntervalField = defineField({
  name: 'reviewInterval',
  title: 'Review interval',
  type: 'number',
  description: `The months until the next clinical review, at most ${limits['governed.reviewInterval'].max}.`,
  initialValue: 24,
  validation: (rule) =>
    rule
      .required()
      .integer()
      .min(limits['governed.reviewInterval'].min)
      .max(limits['governed.reviewInterval'].max),
})

/**
 * Reasons to keep what a check found. Each belongs to one exact sentence and has no effect once that
 * sentence changes.
 */
export const answersField = defineField({
  name: 'answers',
  title: 'Answers to checks',
  type: 'array',
  description:
    'Writers give them beside the checks. A reviewer who approves the text accepts them.',
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
          title: 'Why these words can stay',
          type: 'text',
          rows: 2,
          validation: (rule) => rule.required(),
        }),
      ],
      preview: {select: {title: 'reason', subtitle: 'sentence'}},
    }),
  ],
})

/** The document that a decision or a submission is about. Weak, so that the document can be deleted. */
export const subjectField = defineField({
  name: 'subject',
  title: 'About',
  type: 'reference',
  weak: true,
  to: governedTypes.map((type) => ({type})),
  validation: (rule) => rule.required(),
})

/** The revision of the subject. */
export const revisionField = defineField({
  name: 'revision',
  title: 'Revision',
  type: 'string',
  validation: (rule) => rule.required().custom(fits(revisionForm)),
})
