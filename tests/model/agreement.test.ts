// The Studio and the pipeline must agree on what is valid. If only the Studio refused a document, it
// could still be imported and released. If only the pipeline did, a writer would find out too late.

import {afterAll, expect, test} from 'vitest'
import {z} from 'zod'
import type {StoredDocument} from '../../review/revision.ts'
import {linkSchemes, siteSchemes, webSchemes} from '../../schemas/data/forms.ts'
import {limits, type Limit} from '../../schemas/data/limits.ts'
import {dayOptions, personRoleOptions, valuesOf} from '../../schemas/data/options.ts'
import {figure} from '../support/kitchen-sink.ts'
import {
  article,
  author,
  disclaimer,
  faq,
  makeDecision,
  paragraph,
  reference,
  richTable,
  settings,
  siteWords,
  slug,
  tableCell,
  therapy,
  warningSigns,
  work,
} from '../support/library.ts'
import {openStudio, pipelineProblems} from '../support/validity.ts'

const studio = await openStudio()
afterAll(studio.close)

const address = {street: '1 Main Street', city: 'Springfield', country: 'US'}
const clinic = {
  _id: 'clinic',
  _type: 'clinic',
  name: 'Clinic',
  address,
  location: {_type: 'geopoint', lat: 39.78, lng: -89.65},
}
const openingSpan = {
  _type: 'openingSpan',
  _key: 'w',
  days: ['monday'],
  opens: '09:00',
  closes: '17:00',
}
const condition = {
  _id: 'condition',
  _type: 'condition',
  name: 'Back pain',
  slug: slug('back-pain'),
  description: 'Pain between the ribs and the hips.',
}
const glossaryTerm = {
  _id: 'glossary-term',
  _type: 'glossaryTerm',
  term: 'analgesic',
  plain: 'painkiller',
}

const planRequirement = {_type: 'planRequirement', _key: 'n', kind: 'clinical', people: 1}
const planRule = {_type: 'planRule', _key: 'r', requirements: [planRequirement]}
const registration = {body: 'A register', number: '1', validFrom: '2020-01-01'}

/** Fills in the field of every scope that a disclaimer can have. */
const everyScope = {
  therapies: [{...reference('therapy'), _key: 't'}],
  evidenceLevels: ['limited'],
  conditions: [{...reference('condition'), _key: 'c'}],
  channels: ['web'],
  jurisdictions: ['US'],
}

const fieldOfScope = {
  therapies: 'therapies',
  evidence: 'evidenceLevels',
  conditions: 'conditions',
  channels: 'channels',
  jurisdictions: 'jurisdictions',
}

function articleWith(block: object): StoredDocument {
  return {...article, body: [block]}
}

/** A valid document that holds an object of the type, with some of its fields changed. */
const signGroup = {
  _type: 'signGroup',
  action: 'Call an ambulance.',
  signs: ['You have chest pain.'],
}

const holders: Record<string, (fields: object) => StoredDocument> = {
  article: (fields) => ({...article, ...fields}),
  therapyType: (fields) => ({...therapy, ...fields}),
  faq: (fields) => ({...faq, ...fields}),
  disclaimer: (fields) => ({...disclaimer, ...everyScope, ...fields}),
  warningSigns: (fields) => ({...warningSigns, ...fields}),
  signGroup: (fields) => ({...warningSigns, now: {...signGroup, ...fields}}),
  seriousRisk: (fields) => ({
    ...therapy,
    seriousRisks: [
      {_type: 'seriousRisk', _key: 'r', risk: 'An infection', frequency: 'rare', ...fields},
    ],
  }),
  sideEffect: (fields) => ({
    ...therapy,
    commonSideEffects: [
      {_type: 'sideEffect', _key: 's', effect: 'Soreness', frequency: 'common', ...fields},
    ],
  }),
  citedWork: (fields) => ({...work, ...fields}),
  person: (fields) => ({...author, ...fields}),
  condition: (fields) => ({...condition, ...fields}),
  clinic: (fields) => ({...clinic, ...fields}),
  glossaryTerm: (fields) => ({...glossaryTerm, ...fields}),
  siteWords: (fields) => ({...siteWords, ...fields}),
  siteSettings: (fields) => ({...settings, ...fields}),
  review: (fields) => ({...makeDecision(article), ...fields}),
  callout: (fields) =>
    articleWith({
      _type: 'callout',
      _key: 'c',
      tone: 'note',
      title: 'Good to know',
      body: [paragraph('p', 'Some words.')],
      ...fields,
    }),
  figure: (fields) => articleWith(figure('f', fields)),
  table: (fields) =>
    articleWith({_type: 'table', _key: 't', caption: 'Doses', rows: rowsOf(2), ...fields}),
  row: (fields) =>
    articleWith({
      _type: 'table',
      _key: 't',
      caption: 'Doses',
      rows: rowsOf(2).map((row) => ({...row, ...fields})),
    }),
  richTable: (fields) => articleWith(richTable('t', [['Medicine'], ['Dose']], fields)),
  tableRow: (fields) =>
    articleWith(
      richTable('t', [], {
        rows: ['a', 'b'].map((_key) => ({
          _type: 'tableRow',
          _key,
          cells: [tableCell('c', paragraph('p', 'Medicine'))],
          ...fields,
        })),
      }),
    ),
  tableCell: (fields) =>
    articleWith(
      richTable('t', [], {
        rows: ['a', 'b'].map((_key) => ({
          _type: 'tableRow',
          _key,
          cells: [{...tableCell('c', paragraph('p', 'Medicine')), ...fields}],
        })),
      }),
    ),
  seo: (fields) => ({...article, seo: {_type: 'seo', ...fields}}),
  ruleSetting: (fields) => ({
    ...settings,
    rules: [
      {
        _type: 'ruleSetting',
        _key: 'r',
        rule: 'plain/jargon',
        level: 'error',
        reason: 'Our readers are children.',
        ...fields,
      },
    ],
  }),
  planRule: (fields) => ({...settings, signOff: [{...planRule, ...fields}]}),
  planRequirement: (fields) => ({
    ...settings,
    signOff: [{...planRule, requirements: [{...planRequirement, ...fields}]}],
  }),
  registration: (fields) => ({...author, registration: {...registration, ...fields}}),
  link: (fields) =>
    articleWith(
      paragraph('p', 'A link', {
        marks: ['l'],
        markDefs: [{_type: 'link', _key: 'l', href: 'https://example.org', ...fields}],
      }),
    ),
  openingSpan: (fields) => ({...clinic, openingHours: [{...openingSpan, ...fields}]}),
  address: (fields) => ({...clinic, address: {...address, ...fields}}),
}

function rowsOf(count: number) {
  return Array.from({length: count}, (_, index) => ({
    _type: 'row',
    _key: `r${index}`,
    cells: ['Medicine'],
  }))
}

function holding(type: string, fields: object): StoredDocument {
  const holder = holders[type]
  if (!holder) throw new Error(`Add a valid ${type} to the holders of this test.`)
  return holder(fields)
}

/** The lists that have a limit, with so many items, and a number inside a list. */
const counted: Record<string, (count: number) => unknown> = {
  'article.authors': (count) =>
    Array.from({length: count}, (_, index) => ({...reference(`p${index}`), _key: `p${index}`})),
  'citedWork.author': (count) =>
    Array.from({length: count}, (_, index) => ({
      _type: 'name',
      _key: `n${index}`,
      family: 'Doe',
    })),
  'openingSpan.days': (count) => valuesOf(dayOptions).slice(0, count),
  'person.roles': (count) => valuesOf(personRoleOptions).slice(0, count),
  'planRequirement.people': (count) => count,
  'planRule.requirements': (count) =>
    Array.from({length: count}, (_, index) => ({...planRequirement, _key: `n${index}`})),
  'richTable.rows': (count) =>
    richTable(
      't',
      Array.from({length: count}, () => ['Medicine']),
    ).rows,
  'row.cells': (count) => Array.from({length: count}, () => 'Medicine'),
  'signGroup.signs': (count) => Array.from({length: count}, (_, index) => `Sign ${index}`),
  'table.rows': rowsOf,
  'tableCell.value': (count) =>
    Array.from({length: count}, (_, index) => paragraph(`p${index}`, 'Medicine')),
  'tableRow.cells': (count) =>
    Array.from({length: count}, (_, index) => tableCell(`c${index}`, paragraph('p', 'Medicine'))),
  'therapyType.commonSideEffects': (count) =>
    Array.from({length: count}, (_, index) => ({
      _type: 'sideEffect',
      _key: `s${index}`,
      effect: `Effect ${index}`,
      frequency: 'notKnown',
    })),
  'therapyType.sideEffects': (count) =>
    Array.from({length: count}, (_, index) => `Effect ${index}`),
}

/** A value of a limited field: so many items or characters, or that number. */
function sized(type: string, field: string, size: number): unknown {
  const value = counted[`${type}.${field}`]
  if (value) return value(size)
  if (typeof holding(type, {})[field] === 'number') return size
  const text = 'x'.repeat(size)
  return field === 'slug' ? {_type: 'slug', current: text} : text
}

interface Case {
  readonly name: string
  readonly document: StoredDocument
  readonly valid: boolean
}

function caseOf(type: string, field: string, value: unknown, valid: boolean): Case {
  const text = JSON.stringify(value)
  const shown = text.length > 50 ? `${text.slice(0, 40)}… (${text.length} characters)` : text
  return {name: `${type}.${field} ${shown}`, document: holding(type, {[field]: value}), valid}
}

/** The types that share a field, and so its limit. */
const sharing: Record<string, readonly string[]> = {
  slug: ['article', 'therapyType', 'faq', 'condition'],
  changeNote: ['article', 'therapyType', 'faq'],
  reviewInterval: ['article', 'therapyType', 'faq', 'disclaimer', 'warningSigns'],
}

/** For each bound: one below it, the bound itself, and one above it. */
const limitCases = Object.entries<Limit>(limits).flatMap(([key, {min, max}]) => {
  const [type = '', field = ''] = key.split('.')
  const bounds = [min, max].filter((bound) => bound !== undefined)
  const sizes = new Set(bounds.flatMap((bound) => [bound - 1, bound, bound + 1]))
  return (sharing[field] ?? [type]).flatMap((type) =>
    [...sizes].map((size) =>
      caseOf(
        type,
        field,
        sized(type, field, size),
        size >= (min ?? -Infinity) && size <= (max ?? Infinity),
      ),
    ),
  )
})

const offersValues = z.object({list: z.array(z.object({value: z.string()}))})

/** Every value that a field of the Studio offers, and one that it does not. */
const optionCases = Object.keys(holders).flatMap((name) => {
  const type = studio.schema.get(name)
  if (type?.jsonType !== 'object') return []
  return type.fields.flatMap(({name: field, type: fieldType}) => {
    const {data} = offersValues.safeParse(fieldType.options)
    if (!data) return []
    const wrap = (value: string) => (fieldType.jsonType === 'array' ? [value] : value)
    return [
      ...data.list.map(({value}) => caseOf(name, field, wrap(value), true)),
      caseOf(name, field, wrap('foreign'), false),
    ]
  })
})

const foreignSchemes = ['ftp', 'javascript', 'data']

/** An address of each allowed scheme, of those that links may use elsewhere, and of foreign ones. */
function exampleOf(scheme: string): string {
  if (scheme.startsWith('http') || scheme === 'ftp') return `${scheme}://example.org/`
  return scheme === 'mailto' ? 'mailto:us@library.example' : `${scheme}:1`
}

function schemeCases(type: string, field: string, schemes: readonly string[]): Case[] {
  return [...linkSchemes, ...foreignSchemes].map((scheme) =>
    caseOf(type, field, exampleOf(scheme), schemes.includes(scheme)),
  )
}

function formCases(
  type: string,
  field: string,
  good: readonly unknown[],
  bad: readonly unknown[],
): Case[] {
  return [
    ...good.map((value) => caseOf(type, field, value, true)),
    ...bad.map((value) => caseOf(type, field, value, false)),
  ]
}

const goodAddresses = ['a', 'back-pain', '2-ways', 'console', 'com10', 'con-2']
// Windows cannot hold the last ones.
const badAddresses = [
  'Back-pain',
  'back pain',
  'back--pain',
  '-back',
  'back-',
  'bäck',
  'a/b',
].concat(['con', 'nul', 'aux', 'prn', 'com1', 'lpt9', 'back.', 'CON'])

const allForms = [
  ...formCases(
    'citedWork',
    'doi',
    ['10.1234/abc', '10.1002/(SICI)1097', '10.1000.10/456', '10.1000/a..b'],
    ['https://doi.org/10.1234/abc', '10.1234', '10.12/abc', 'abc', '10.1000/../x', '10.1000/a/.'],
  ),
  ...formCases('citedWork', 'pmid', ['1', '123456789'], ['0123', '1234567890', 'PMID 1']),
  ...formCases('citedWork', 'issued', [2020], [2020.5]),
  ...formCases('address', 'country', ['US', 'GB'], ['us', 'USA', 'U']),
  ...formCases('review', 'revision', ['0a'.repeat(32)], ['0A'.repeat(32), 'a'.repeat(63)]),
  ...formCases('siteSettings', 'feedbackEmail', ['a@library.example'], ['a', 'a@', '@b.example']),
  ...formCases(
    'siteSettings',
    'feedbackUrl',
    [
      'https://library.example/feedback?site=1',
      'http://localhost:4000/feedback',
      'http://127.0.0.1/feedback',
    ],
    [
      'http://library.example/feedback',
      'http://localhost.evil.example/',
      'https://user@library.example/',
      // What would end the address in a security policy, or add to it.
      'https://library.example/a;script-src *',
      'https://library.example/a;b',
      'https://library.example/a,b',
      'https://*.example/',
      'https://library.example/ https://evil.example/',
      'https://library.example/"><script>',
      'javascript:alert(1)',
      'mailto:us@library.example',
      '/feedback',
    ],
  ),
  ...formCases('article', 'reviewInterval', [12], [1.5]),
  ...formCases('disclaimer', 'priority', [50], [50.5]),
  ...formCases('planRequirement', 'people', [2], [1.5]),
  ...formCases('registration', 'validUntil', ['2020-01-01', '2030-01-01'], ['2019-12-31']),
  ...['article', 'therapyType', 'faq'].flatMap((type) => [
    ...formCases(
      type,
      'formerSlugs',
      goodAddresses.map((value) => [value]),
      badAddresses.map((value) => [value]),
    ),
    ...formCases(
      type,
      'slug',
      goodAddresses.map((current) => ({_type: 'slug', current})),
      badAddresses.map((current) => ({_type: 'slug', current})),
    ),
  ]),
  ...formCases(
    'siteWords',
    'words',
    [
      {},
      {index: {}},
      {index: {reviewed: 'Checked on {day}, by day'}},
      {about: {registration: '{number} of {body}'}},
    ],
    [
      {index: {reviewed: 'Checked'}},
      {index: {reviewed: 'Checked on {days}'}},
      {site: {name: 'A library {constructor}'}},
      {about: {registration: '{number}'}},
    ],
  ),
  ...formCases('siteWords', 'language', ['es', 'en-GB'], ['vi', 'Spanish', 'es_MX']),
  ...formCases('openingSpan', 'opens', ['00:00', '16:59'], ['9:00', '24:00', '09.00', '17:00']),
  ...formCases('openingSpan', 'closes', ['09:01', '23:59'], ['24:00', '5 pm', '09:00', '08:00']),
  ...formCases(
    'clinic',
    'openingHours',
    [
      [],
      [openingSpan, {...openingSpan, _key: 'x', opens: '17:00', closes: '18:00'}],
      [openingSpan, {...openingSpan, _key: 'x', days: ['sunday']}],
    ],
    [
      [
        openingSpan,
        {...openingSpan, _key: 'x', days: ['sunday', 'monday'], opens: '16:59', closes: '18:00'},
      ],
    ],
  ),
  ...formCases('clinic', 'languages', [['es', 'zh-Hant']], [['Spanish'], ['es_MX']]),
  ...formCases('clinic', 'phone', ['+1 217 555 0100', '(0217) 5550'], ['on request', '+']),
  ...schemeCases('link', 'href', linkSchemes),
  ...formCases(
    'link',
    'href',
    [
      'mailto:us@library.example?subject=Pain',
      'mailto:a@b.example,c@d.example?body=a%0D%0Ab',
      'tel:+1-217-555-0100',
    ],
    [
      'mailto:',
      'mailto: ',
      'mailto:%20?subject=Pain',
      'MAILTO:',
      'mailto:@',
      'mailto:bob',
      'mailto:a@b.example%0d%0aBcc:c@d.example',
      'tel:',
      'tel:+',
      'tel:?1',
      'https://www.nhs.uk@evil.example/',
      'https://user:password@example.org/',
    ],
  ),
  ...schemeCases('citedWork', 'url', webSchemes),
  ...schemeCases('clinic', 'website', webSchemes),
  ...schemeCases('siteSettings', 'url', siteSchemes),
  ...Object.entries(fieldOfScope).map(([scope, field]) => ({
    name: `a disclaimer for ${scope} that names none`,
    document: holding('disclaimer', {scope, [field]: []}),
    valid: false,
  })),
]

test.each([
  ...Object.keys(holders).map((type) => ({
    name: `the plain ${type}`,
    document: holding(type, {}),
    valid: true,
  })),
  ...limitCases,
  ...optionCases,
  ...allForms,
])('Studio and pipeline agree on $name: valid is $valid', async ({document, valid}) => {
  const inStudio = await studio.problemsOf(document)
  const inPipeline = pipelineProblems(document)
  expect(
    {studio: inStudio.length === 0, pipeline: inPipeline.length === 0},
    JSON.stringify({inStudio, inPipeline}),
  ).toEqual({studio: valid, pipeline: valid})
})
