// The shape of each file of the channel, on which build jobs may rely. `npm run generate` makes the JSON
// Schemas in exports/contract/ from these.

import {z} from 'zod'
import {evidenceLevel} from '../../../model/therapy-type.ts'
import {pageTypes, type PageType} from '../../../review/governed.ts'
import {signOffKinds} from '../../../review/sign-off-kind.ts'
import {evidenceSettingOptions} from '../../../schemas/data/evidence-levels.ts'
import {
  accessibilityOptions,
  dayOptions,
  frequencyOptions,
  valuesOf,
} from '../../../schemas/data/options.ts'

const isoDate = z.iso.date()
const isoTime = z.iso.datetime({offset: true})
const revision = z.string().describe('SHA-256 of the approved content, 64 hexadecimal digits')

/** A text in each form that a reader's device may need. */
const text = z
  .strictObject({
    portableText: z
      .array(z.unknown())
      .describe(
        'The text as the editors wrote it (portabletext.org). A table is always a richTable, with rows[].cells[].value as Portable Text. The first row holds the column headings, and the first cell of each row its heading.',
      ),
    html: z
      .string()
      .describe(
        'Valid HTML. Links to other pages and images are relative to the folder of this channel.',
      ),
    text: z
      .string()
      .describe(
        'The text without markup. [1] is the number of a reference. Superscripts are characters, or in brackets: 10⁹, 10^(0.5).',
      ),
  })
  .describe('A text with paragraphs')

const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  credentials: z.string().optional(),
  jobTitle: z.string().optional(),
  affiliation: z.string().optional(),
  interests: z
    .string()
    .optional()
    .describe(
      'Interests that could influence this person, in their own words. Show them with the name.',
    ),
  registration: z
    .strictObject({
      body: z.string().describe('The body that keeps the register'),
      number: z.string(),
    })
    .optional()
    .describe('The entry in a professional register, where readers can look the person up'),
})

const kind = z.enum(signOffKinds).describe('The kind of approval')

const approval = z
  .strictObject({
    document: z.string(),
    revision,
    kind,
    reviewer: personSchema,
    decidedAt: isoTime,
  })
  .describe('An approval of a document, and the person who gave it. A document may need several.')

const link = z.strictObject({
  id: z.string(),
  type: z.enum(pageTypes),
  slug: z.string(),
  title: z.string(),
  path: z.string().describe('The file of the page, relative to the folder of this channel'),
})

const numbers = z.array(z.int().min(1)).describe('Numbers of references')

const image = z.strictObject({
  path: z.string().describe('Relative to the folder of this channel'),
  width: z.int().describe('In pixels'),
  height: z.int().describe('In pixels'),
  mimeType: z.string(),
  alt: z.string(),
  words: z.string().optional().describe('All words that the image shows'),
  caption: z.string().optional(),
  references: numbers.optional().describe('Numbers of the references for its words and caption'),
  credit: z.string().optional(),
  focus: z
    .strictObject({x: z.number(), y: z.number()})
    .optional()
    .describe('The point that must stay visible when the image is cropped, from 0 to 1'),
  variants: z
    .array(
      z.strictObject({
        path: z.string().describe('Relative to the folder of this channel'),
        mimeType: z.string(),
        width: z.int().describe('In pixels'),
        height: z.int().describe('In pixels'),
      }),
    )
    .optional()
    .describe('The same image in smaller files. Any of them can take its place.'),
})

const disclaimerSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  body: text,
  placement: z
    .enum(['top', 'end'])
    .describe(
      'top: between summary and text, or before the answer; end: after the text or the answer',
    ),
})

const citedWork = z.strictObject({
  id: z.string(),
  citation: z.string().describe('In Vancouver style'),
  doi: z.string().optional(),
  pmid: z.string().optional(),
  url: z.string().optional(),
  accessed: isoDate
    .optional()
    .describe('The day on which an editor read the web page. Show it after the citation.'),
})

const reference = citedWork.extend({
  number: z.int().min(1),
  status: z.enum(['superseded', 'withdrawn', 'retracted']).optional().describe('Absent: current'),
  notice: z
    .string()
    .optional()
    .describe(
      'What readers must know about a work that no longer stands. Show it beside the work.',
    ),
  newer: citedWork
    .optional()
    .describe('The work that has superseded this one. The notice names it: make that a link.'),
})

const question = link.extend({answer: text})

const requirement = z.strictObject({
  kind,
  people: z.int().min(1).describe('How many different people have to approve'),
  field: z.string().optional().describe('The field in which they have to be qualified'),
  words: z
    .array(z.strictObject({reviewer: personSchema, decidedAt: isoTime}))
    .describe('Who approved, the oldest first: fewer than `people` only in an urgent correction'),
})

const reviewed = z.strictObject({
  lastReviewed: isoDate,
  nextReviewDue: isoDate,
  reviewedBy: personSchema.describe(
    'The person whose approval has to be renewed first, on the day nextReviewDue',
  ),
  signOff: z
    .array(requirement)
    .min(1)
    .describe('The approvals that the page needs, and who gave them. Show all of these people.'),
  urgent: z
    .literal(true)
    .optional()
    .describe('Two reviewers asked for an urgent correction, and its sign-off is not complete yet'),
})

const therapyFacts = {
  aliases: z.array(z.string()),
  evidenceLevel: z.strictObject({
    level: evidenceLevel,
    setting: z
      .enum(valuesOf(evidenceSettingOptions))
      .optional()
      .describe('What the level is about: the treatment alone, or together with other care'),
    label: z.string(),
    meaning: z.string(),
  }),
}

/** The fields of every page. */
const page = {
  contract: z.literal(1).describe('The version of this contract'),
  status: z.literal('approved'),
  id: z.string(),
  slug: z.string(),
  language: z.string().describe('BCP 47'),
  translations: z
    .array(link.extend({language: z.string().describe('BCP 47')}))
    .optional()
    .describe('The page in other languages'),
  behind: z
    .literal(true)
    .optional()
    .describe('A translation of a text of which a newer one is approved'),
  title: z.string(),
  revision,
  changeNote: z
    .string()
    .optional()
    .describe('What the last change of the page means to readers, in plain text'),
  review: reviewed,
  disclaimers: z
    .array(disclaimerSchema)
    .min(1)
    .describe('Show all of them in this order, each at its placement'),
  references: z.array(reference),
  approvals: z.array(approval).min(1),
}

const articleBundle = z
  .strictObject({
    ...page,
    type: z.literal('article'),
    summary: z.string(),
    summaryReferences: numbers.optional(),
    seo: z.strictObject({title: z.string(), description: z.string()}),
    audience: z.enum(['patients', 'carers', 'professionals']),
    firstPublished: isoDate.describe('The day on which any text of the article was first approved'),
    firstPublishedElsewhere: isoDate
      .optional()
      .describe(
        'The day on which the article came out elsewhere, before `firstPublished`. Show it beside that day.',
      ),
    lastModified: isoDate.describe(
      'The day on which this text was first approved. A renewed approval of the same text does not change it.',
    ),
    authors: z.array(personSchema),
    conditions: z.array(
      z.strictObject({id: z.string(), name: z.string(), description: z.string()}),
    ),
    therapies: z.array(
      link.extend({summary: z.string(), summaryReferences: numbers.optional(), ...therapyFacts}),
    ),
    images: z.array(image),
    body: text,
    questions: z.array(question),
  })
  .describe('An article')

const clinicFields = {
  id: z.string(),
  name: z.string(),
  address: z.strictObject({
    street: z.string(),
    city: z.string(),
    region: z.string().optional(),
    postalCode: z.string().optional(),
    country: z.string(),
  }),
  location: z.strictObject({lat: z.number(), lng: z.number()}),
  phone: z.string().optional(),
  website: z.string().optional(),
  openingHours: z
    .array(
      z.strictObject({
        days: z.array(z.enum(valuesOf(dayOptions))),
        opens: z.string().describe('HH:MM on a clock of 24 hours, in the local time of the clinic'),
        closes: z.string().describe('HH:MM, later on the same day'),
      }),
    )
    .optional()
    .describe('Days that no line names are closed. Absent: the hours are not known.'),
  openingNote: z.string().optional().describe('In the language of the site'),
  languages: z
    .array(z.string())
    .optional()
    .describe('BCP 47 tags of the languages that staff speak with patients'),
  accessibility: z.array(z.enum(valuesOf(accessibilityOptions))).optional(),
}

const therapyBundle = z
  .strictObject({
    ...page,
    type: z.literal('therapyType'),
    summary: z.string(),
    summaryReferences: numbers.optional(),
    seo: z.strictObject({title: z.string(), description: z.string()}),
    ...therapyFacts,
    description: text,
    administration: text,
    evidence: text,
    regulatoryStatus: z.string(),
    sideEffects: z.array(z.string()),
    commonSideEffects: z
      .array(
        z.strictObject({
          effect: z.string(),
          frequency: z.enum(valuesOf(frequencyOptions)).optional(),
          howOften: z
            .string()
            .optional()
            .describe('The frequency in words: in up to 1 in 100 people'),
          references: numbers,
        }),
      )
      .describe('The `sideEffects` with how often each happens, if the text says so'),
    seriousRisks: z
      .array(
        z.strictObject({
          risk: z.string(),
          frequency: z.enum(valuesOf(frequencyOptions)),
          howOften: z.string().describe('The frequency in words: in up to 1 in 100 people'),
          references: numbers,
        }),
      )
      .optional()
      .describe('Harms that are rare or do not go away; absent if the therapy lists none'),
    clinicsNotice: z.string().describe('Show it wherever you list the clinics.'),
    clinics: z.array(z.strictObject(clinicFields)),
  })
  .describe('A therapy type')

const faqBundle = z
  .strictObject({...page, type: z.literal('faq'), therapies: z.array(link), answer: text})
  .describe('A question and its answer')

/** The bundle of a page, by the type of its document. */
export const pageBundles = {
  article: articleBundle,
  therapyType: therapyBundle,
  faq: faqBundle,
} satisfies {readonly [Type in PageType]: z.ZodType<{readonly type: Type}>}

export const withdrawnBundle = z
  .strictObject({
    contract: z.literal(1),
    status: z.literal('withdrawn'),
    id: z.string(),
    type: z.enum(pageTypes),
    slug: z.string(),
    withdrawnAt: isoTime,
  })
  .describe('A page that a reviewer has taken down. Remove it wherever you show it.')

export const heldBundle = z
  .strictObject({
    contract: z.literal(1),
    status: z.literal('held'),
    id: z.string(),
    type: z.enum(pageTypes),
    slug: z.string(),
  })
  .describe(
    'A page that is not available at the moment, because a part of it is no longer approved. Show a notice in its place.',
  )

export const indexBundle = z
  .strictObject({
    contract: z.literal(1),
    site: z
      .strictObject({
        title: z.string(),
        description: z.string(),
        publisher: z.string(),
        language: z.string(),
        url: z.string().optional(),
        otherLanguages: z
          .array(
            z.strictObject({
              language: z.string().describe('A BCP 47 tag'),
              title: z.string().optional(),
              description: z.string().optional(),
            }),
          )
          .optional()
          .describe(
            'What the site is called in other languages; absent if it has no names in them',
          ),
      })
      .optional(),
    pages: z.array(
      link.extend({
        language: z.string().describe('A BCP 47 tag'),
        summary: z.string().optional(),
        lastReviewed: isoDate,
      }),
    ),
    withdrawn: z.array(link.omit({title: true})),
    held: z
      .array(link.omit({title: true}))
      .optional()
      .describe('Pages that are not available at the moment; absent if there are none'),
  })
  .describe('All pages of the channel, in order of address')

export const clinicsBundle = z
  .strictObject({
    contract: z.literal(1),
    notices: z
      .array(z.strictObject({language: z.string().describe('BCP 47'), text: z.string()}))
      .min(1)
      .describe('Show the one in the language of your reader wherever you list clinics.'),
    clinics: z.array(
      z.strictObject({
        ...clinicFields,
        revision,
        lastReviewed: isoDate,
        therapies: z
          .array(link.extend({language: z.string().describe('BCP 47')}))
          .describe('The therapies that it offers and that readers get, in each language'),
        approvals: z.array(approval).min(1),
      }),
    ),
  })
  .describe('All clinics that readers get, in order of id')

export type PageBundle = z.output<(typeof pageBundles)[PageType]>
export type ArticleBundle = z.output<typeof articleBundle>
export type TherapyBundle = z.output<typeof therapyBundle>
export type FaqBundle = z.output<typeof faqBundle>
export type WithdrawnBundle = z.output<typeof withdrawnBundle>
export type HeldBundle = z.output<typeof heldBundle>
export type IndexBundle = z.output<typeof indexBundle>
export type ClinicsBundle = z.output<typeof clinicsBundle>
