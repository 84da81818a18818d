// A work that pages cite. Readers see it as a reference, but Sanity uses that name for something else.
// The fields are those of the Citation Style Language (citationstyles.org) in camel case, so that
// they can be shown in any citation style.

import {BookIcon} from '@sanity/icons/Book'
import {
  defineArrayMember,
  defineField,
  defineType,
  getPublishedId,
  type ConditionalPropertyCallbackContext,
  type Reference,
  type SanityDocument,
  type ValidationContext,
} from 'sanity'
import {z} from 'zod'
import {named} from '../../policy/evidence/lapsed.ts'
import {CIRCLE_HINT, circleFrom, circleProblem} from '../../policy/evidence/supersession.ts'
import {API_VERSION} from '../data/api-version.ts'
import {doiForm, pmidForm, webSchemes} from '../data/forms.ts'
import {limits} from '../data/limits.ts'
import {workOptions, workStatusOptions} from '../data/options.ts'
import {fits} from '../fields.ts'
import {line, titleIn} from '../preview.ts'

/** A field that few works need is shown where it can have a value, and where it has one. */
function unless(isNeeded: (work: SanityDocument | undefined) => boolean) {
  return ({document, value}: ConditionalPropertyCallbackContext): boolean =>
    value === undefined && !isNeeded(document)
}

const newerWorks = z.array(
  z.object({_id: z.string(), title: z.string().nullable(), newer: z.string()}),
)

/** Refuses a newer work that leads back to the work of the form. */
async function leadsToNewest(
  value: Reference | undefined,
  {document, getClient}: ValidationContext,
): Promise<true | string> {
  if (!value || document?.['status'] !== 'superseded') return true
  const found: unknown = await getClient({apiVersion: API_VERSION}).fetch(
    '*[_type == "citedWork" && status == "superseded" && defined(supersededBy._ref)] {_id, title, "newer": supersededBy._ref}',
    {},
    {perspective: 'drafts'},
  )
  const works = newerWorks.parse(found).map((work) => ({...work, _id: getPublishedId(work._id)}))
  const id = getPublishedId(document._id)
  // The form may be ahead of the lake.
  const newer = new Map<string, string>([
    ...works.map((work) => [work._id, work.newer] as const),
    [id, value._ref],
  ])
  const circle = circleFrom(id, (work) => newer.get(work))
  const titles = circle.map((one) => works.find(({_id}) => _id === one)?.title)
  return (
    circle.length === 0 ||
    `This ${circleProblem(titles.map((title) => named(title ?? 'Untitled')))}. ${CIRCLE_HINT}`
  )
}

export const citedWork = defineType({
  name: 'citedWork',
  title: 'Reference',
  type: 'document',
  icon: BookIcon,
  fieldsets: [
    {
      name: 'standing',
      title: 'Does it still stand?',
      description: 'For a work that was retracted or replaced, or that holds only until a day.',
      options: {collapsible: true, collapsed: true},
    },
  ],
  fields: [
    defineField({
      name: 'type',
      title: 'Kind',
      type: 'string',
      options: {
        list: [...workOptions],
      },
      initialValue: 'article-journal',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'author',
      title: 'Authors',
      type: 'array',
      of: [
        defineArrayMember({
          name: 'name',
          title: 'Author',
          type: 'object',
          fields: [
            defineField({
              name: 'family',
              title: 'Family name, or the name of an organisation',
              type: 'string',
              validation: (rule) => rule.required(),
            }),
            defineField({name: 'given', title: 'Given names or initials', type: 'string'}),
          ],
          preview: {select: {title: 'family', subtitle: 'given'}},
        }),
      ],
      validation: (rule) => rule.required().min(limits['citedWork.author'].min),
    }),
    defineField({name: 'containerTitle', title: 'Journal, book or website', type: 'string'}),
    defineField({
      name: 'issued',
      title: 'Year',
      type: 'number',
      validation: (rule) =>
        rule
          .required()
          .integer()
          .min(limits['citedWork.issued'].min)
          .max(limits['citedWork.issued'].max),
    }),
    defineField({name: 'volume', title: 'Volume', type: 'string'}),
    defineField({name: 'issue', title: 'Issue', type: 'string'}),
    defineField({name: 'page', title: 'Pages or article number', type: 'string'}),
    defineField({name: 'publisher', title: 'Publisher', type: 'string'}),
    defineField({
      name: 'doi',
      title: 'DOI',
      type: 'string',
      description: 'Starts with 10. You can paste its whole address.',
      validation: (rule) => rule.custom(fits(doiForm)),
    }),
    defineField({
      name: 'pmid',
      title: 'PMID',
      type: 'string',
      description: 'The number in PubMed.',
      validation: (rule) => rule.custom(fits(pmidForm)),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'Fill this in if the work has no DOI and no PMID.',
      validation: (rule) => rule.uri({scheme: [...webSchemes]}),
    }),
    defineField({
      name: 'accessed',
      title: 'Accessed on',
      type: 'date',
      description: 'The day on which you read the work at this address. Readers see it.',
      hidden: unless((work) => work?.url !== undefined),
    }),
    defineField({
      name: 'status',
      title: 'Status',
      type: 'string',
      fieldset: 'standing',
      options: {list: [...workStatusOptions]},
      description:
        'A work without a status is current. Texts that cite any other work are withheld.',
      // Sanity checks a value against the list only in a field that has a `validation`.
      validation: (rule) => rule,
    }),
    defineField({
      name: 'supersededBy',
      title: 'Newer work',
      type: 'reference',
      to: [{type: 'citedWork'}],
      fieldset: 'standing',
      description: 'Readers see it beside this reference.',
      hidden: unless((work) => work?.status === 'superseded'),
      validation: (rule) => rule.custom(leadsToNewest),
    }),
    defineField({
      name: 'validUntil',
      title: 'Valid until',
      type: 'date',
      fieldset: 'standing',
      description:
        'The last day on which it holds, such as that of a guideline. Leave it empty if it names none.',
    }),
    defineField({
      name: 'checkedOn',
      title: 'Checked on',
      type: 'date',
      fieldset: 'standing',
      description: 'The day on which an editor last looked whether the work still stands.',
    }),
  ],
  preview: {
    select: {
      title: 'title',
      first: 'author.0.family',
      second: 'author.1.family',
      containerTitle: 'containerTitle',
      issued: 'issued',
      status: 'status',
    },
    prepare: ({title, first, second, containerTitle, issued, status}) => ({
      title,
      subtitle: line(
        status === 'current' ? undefined : titleIn(workStatusOptions, status),
        second ? `${first} and others` : first,
        containerTitle,
        issued,
      ),
    }),
  },
  orderings: [
    {title: 'Newest', name: 'newest', by: [{field: 'issued', direction: 'desc'}]},
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
  ],
})
