// Studio and pipeline must allow the same sizes in every field that the Studio offers. A limit that only
// one of them has is found here, because nothing else reads both.

import type {SchemaType} from 'sanity'
import {afterAll, expect, test} from 'vitest'
import {z} from 'zod'
import {recordTypes} from '../../review/record-types.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {englishWords} from '../../schemas/data/interface-words.ts'
import {limits} from '../../schemas/data/limits.ts'
import {documentTypes} from '../../schemas/index.ts'
import {codes} from '../support/filled.ts'
import {fullDocuments} from '../support/full-documents.ts'
import {runs} from '../support/long.ts'
import {openStudio, pipelineProblems} from '../support/validity.ts'

const studio = await openStudio()
afterAll(studio.close)

const LENGTHS = [1, 10_000]
// Sanity compares each two items of a list that must have no item twice, so long lists are slow.
const COUNTS = [1, 200]
const NUMBERS = [-1, 0, 1e9]

/** Fields in which a size can be refused although no limit is stated, each with the reason. */
const refusable: Readonly<Record<string, string>> = {
  'slug.current': 'an address, with the limit of page.slug',
  'article.formerSlugs': 'addresses, with the limit of page.slug',
  'therapyType.formerSlugs': 'addresses, with the limit of page.slug',
  'faq.formerSlugs': 'addresses, with the limit of page.slug',
  'condition.formerSlugs': 'addresses, with the limit of page.slug',
  'article.changeNote': 'has the limit of page.changeNote',
  'therapyType.changeNote': 'has the limit of page.changeNote',
  'faq.changeNote': 'has the limit of page.changeNote',
  'article.reviewInterval': 'has the limit of governed.reviewInterval',
  'therapyType.reviewInterval': 'has the limit of governed.reviewInterval',
  'faq.reviewInterval': 'has the limit of governed.reviewInterval',
  'disclaimer.reviewInterval': 'has the limit of governed.reviewInterval',
  'warningSigns.reviewInterval': 'has the limit of governed.reviewInterval',
  ...codes,
  'article.firstPublished': 'a day',
  'person.fields': 'choices from a list',
  'planRule.types': 'choices from a list',
  'planRule.audiences': 'choices from a list',
  'registration.validFrom': 'a day',
  'registration.validUntil': 'a day',
  'article.lastModified': 'a day',
  'therapyType.approvedBy': 'choices from a list',
  'disclaimer.evidenceLevels': 'choices from a list',
  'disclaimer.channels': 'choices from a list',
  'disclaimer.jurisdictions': 'choices from a list',
  'citedWork.accessed': 'a day',
  'citedWork.validUntil': 'a day',
  'citedWork.checkedOn': 'a day',
  'citedWork.pmid': 'a number of at most nine digits',
  'address.country': 'a code of two letters',
  'clinic.phone': 'a telephone number',
  'clinic.accessibility': 'choices from a list',
  'openingSpan.opens': 'a time',
  'openingSpan.closes': 'a time',
  'clinic.openingHours': 'no hours may overlap',
  'geopoint.lat': 'degrees',
  'geopoint.lng': 'degrees',
  'review.revision': 'a digest',
  'submission.revision': 'a digest',
  'review.nextReview': 'a day',
  'submission.neededBy': 'a day',
  'review.decidedAt': 'a time',
  'submission.submittedAt': 'a time',
  'siteSettings.feedbackUrl': 'an address of a form of its own',
  'siteSettings.feedbackEmail': 'an email address',
  'siteSettings.rules': 'no rule may be set twice',
  'ruleSetting.rule': 'the id of a rule',
  'ruleSetting.limit': 'has the bounds of its rule',
}

/** Fields that only the pipeline checks, each with the reason. */
const onlyInPipeline: Readonly<Record<string, string>> = {
  'block.level': 'The editor sets the depth of a list. No form shows the number.',
  'sanity.imageCrop.top': 'The crop tool keeps a crop inside its image. No form shows the numbers.',
  'sanity.imageCrop.bottom': 'as above',
  'sanity.imageCrop.left': 'as above',
  'sanity.imageCrop.right': 'as above',
  'sanity.imageHotspot.x': 'The same tool keeps the hotspot inside the image.',
  'sanity.imageHotspot.y': 'as above',
  'sanity.imageHotspot.width': 'as above',
  'sanity.imageHotspot.height': 'as above',
}

/** A name of a field, or the type of the members of a list. */
type Step = string | {readonly member: string}

/** A field of a document, or the members of a list in it. */
interface Place {
  readonly name: string
  /** The field after the type that has it. */
  readonly field: string
  readonly document: StoredDocument
  readonly path: readonly Step[]
  readonly values: readonly unknown[]
}

const withOptions = z.object({
  list: z.array(z.object({value: z.string()})),
})
const withDecorators = z.object({decorators: z.array(z.object({value: z.string()}))})

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** What a list has of one type of members. */
function memberOf(list: unknown, type: SchemaType): unknown {
  return Array.isArray(list)
    ? list.find((item: unknown) => (isObject(item) ? item._type === type.name : true))
    : undefined
}

/** One member of a list, as often as asked, each time with another key, target or text. */
function copies(member: unknown, count: number): unknown[] {
  return Array.from({length: count}, (_, index) => {
    if (!isObject(member)) return `${String(member)}${index || ''}`
    return {
      ...member,
      _key: `k${index}`,
      ...('_ref' in member && {_ref: `r${index}`}),
    }
  })
}

/** Texts of the sizes. A text that must have a form keeps it. */
function textOf(type: SchemaType, field: string, size: number): string {
  const start = type.name === 'url' ? 'https://example.org/' : (starts[field] ?? '')
  return start + 'x'.repeat(Math.max(1, size - start.length))
}

/** A word around texts keeps the places for values of the English one. */
const starts: Readonly<Record<string, string>> = {
  'citedWork.doi': '10.1234/',
  ...Object.fromEntries(
    Object.entries(englishWords).flatMap(([part, words]) =>
      Object.entries<string>(words).map(([name, text]) => [
        `${part}.${name}`,
        (text.match(/\{\w+\}/g) ?? []).join(''),
      ]),
    ),
  ),
}

/** What to try in a field. */
function valuesFor(type: SchemaType, field: string, value: unknown): readonly unknown[] {
  const {data: options} = withOptions.safeParse(type.options)
  const offered = options?.list.map((option) => option.value)
  switch (type.jsonType) {
    case 'string':
      return offered ?? LENGTHS.map((size) => textOf(type, field, size))
    case 'number':
      return NUMBERS
    case 'array':
      return offered
        ? [offered.slice(0, 1), offered]
        : type.of.flatMap((member) => COUNTS.map((size) => copies(memberOf(value, member), size)))
    default:
      return []
  }
}

const walked = new WeakSet<SchemaType>()

/** Several fields hold texts of one type. Only a long run walks through each. */
function isToWalk(member: SchemaType): boolean {
  if (walked.has(member)) return runs(0, 1) > 0
  walked.add(member)
  return true
}

/** One function makes the fields of all words around texts. Only a long run tries more than the first of each part. */
function isToTry(within: string) {
  return (_: unknown, index: number): boolean =>
    index === 0 || !within.startsWith('siteWords.words.') || runs(0, 1) > 0
}

/** Every field inside a value that can be long, short, high or low. */
function placesIn(
  type: SchemaType,
  value: unknown,
  at: Omit<Place, 'values'>,
  owner: string,
): Place[] {
  // Its strings are ids, which writers do not type.
  if (type.name === 'reference' || type.name === 'globalDocumentReference') return []
  const own = valuesFor(type, at.field, value)
  const here = own.length > 0 ? [{...at, values: own}] : []
  switch (type.jsonType) {
    case 'array':
      return [
        ...here,
        ...type.of.filter(isToWalk).flatMap((member) =>
          placesIn(
            member,
            memberOf(value, member),
            {
              ...at,
              name: `${at.name}[${member.name}]`,
              path: [...at.path, {member: member.name}],
            },
            owner,
          ),
        ),
      ]
    case 'object': {
      if (!isObject(value)) throw new Error(`Add ${at.name} to the full documents of this test.`)
      const inner = ['object', 'document'].includes(type.name) ? owner : type.name
      const {data: span} = withDecorators.safeParse(type)
      return type.fields.filter(isToTry(at.name)).flatMap(({name, type: fieldType}) => {
        const place = {
          ...at,
          name: `${at.name}.${name}`,
          field: `${inner}.${name}`,
          path: [...at.path, name],
        }
        return span && name === 'marks'
          ? [{...place, values: span.decorators.map((decorator) => [decorator.value])}]
          : placesIn(fieldType, value[name], place, name)
      })
    }
    default:
      return here
  }
}

/** A copy of a value with something else at the end of a path, in all members of the same type. */
function replaced(value: unknown, [step, ...rest]: readonly Step[], by: unknown): unknown {
  if (step === undefined) return by
  if (typeof step === 'string') {
    if (!isObject(value)) throw new Error(`Expected an object that has ${step}`)
    return {...value, [step]: replaced(value[step], rest, by)}
  }
  if (!Array.isArray(value)) throw new Error(`Expected a list of ${step.member}`)
  return value.map((item: unknown) =>
    isObject(item) && item._type !== step.member ? item : replaced(item, rest, by),
  )
}

const stored = z.looseObject({_id: z.string(), _type: z.string()})

const places = documentTypes.flatMap(({name}) => {
  const type = studio.schema.get(name)
  const full = fullDocuments[name]
  // Its newer work is the work of the other tests, and no work may be newer than itself.
  const document = full && name === 'citedWork' ? {...full, _id: 'older-work'} : full
  if (!type || !document) throw new Error(`Add a ${name} to the full documents of this test.`)
  return placesIn(type, document, {name, field: name, document, path: []}, name)
})

test.each(Object.entries(fullDocuments))('the full %s is valid', async (_, document) => {
  expect(await studio.problemsOf(document)).toEqual([])
  expect(pipelineProblems(document)).toEqual([])
})

test.each(places)(
  'Studio and pipeline allow the same in $name',
  async ({field, document, path, values}) => {
    for (const value of values) {
      const changed = stored.parse(replaced(document, path, value))
      const inStudio = await studio.problemsOf(changed)
      const inPipeline = pipelineProblems(changed)
      const tried = JSON.stringify({field, inStudio, inPipeline, value}, undefined, 1).slice(0, 300)
      if (!(field in onlyInPipeline)) {
        expect(inStudio.length === 0, tried).toBe(inPipeline.length === 0)
      }
      if (!(field in limits) && !(field in refusable)) expect(inStudio, tried).toEqual([])
    }
  },
)

/** Fields that hold text. Readers see no words of a record of the review. */
const texts = places.filter(
  ({document, values}) => typeof values[0] === 'string' && !recordTypes.includes(document._type),
)

test.each(texts)(
  'Studio and pipeline refuse text in $name that shows something else than it says',
  async ({document, path, values}) => {
    const changed = stored.parse(replaced(document, path, `${String(values[0])}\u202E05`))
    expect(await studio.problemsOf(changed)).not.toEqual([])
    expect(pipelineProblems(changed)).not.toEqual([])
  },
)
