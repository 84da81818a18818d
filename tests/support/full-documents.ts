// A valid document of each type that has every object and every list of the type, for tests that change one
// field after the other.

import type {StoredDocument} from '../../review/revision.ts'
import {englishWords} from '../../schemas/data/interface-words.ts'
import {figure} from './kitchen-sink.ts'
import {
  article,
  author,
  clinic,
  condition,
  disclaimer,
  faq,
  keyed,
  makeDecision,
  paragraph,
  reference,
  settings,
  siteWords,
  slug,
  therapy,
  warningSigns,
  work,
} from './library.ts'

/** A block with all its fields, whatever the style of the text. */
const block = {
  ...paragraph('p', 'Some words.', {
    marks: ['strong'],
    markDefs: [
      {_type: 'link', _key: 'l', href: 'https://example.org'},
      {_type: 'internalLink', _key: 'i', reference: reference('faq')},
      {_type: 'citation', _key: 'c', reference: reference('work')},
      {_type: 'foreign', _key: 'f', language: 'es'},
    ],
  }),
  listItem: 'bullet',
  level: 1,
}

const fullFigure = figure('f', {
  words: 'A square',
  caption: 'A square.',
  sources: [keyed('work')],
  credit: 'Ada',
  crop: {_type: 'sanity.imageCrop', top: 0, bottom: 0, left: 0, right: 0},
  hotspot: {_type: 'sanity.imageHotspot', x: 0.5, y: 0.5, width: 1, height: 1},
})

const signsBlock = {
  _type: 'warningSignsEmbed',
  _key: 'w',
  warningSigns: reference('warning-signs'),
}

const fullText = [
  block,
  {_type: 'callout', _key: 'c', tone: 'note', title: 'Good to know', body: [block]},
  fullFigure,
  {
    _type: 'table',
    _key: 't',
    caption: 'Doses',
    rows: ['a', 'b'].map((_key) => ({_type: 'row', _key, cells: ['Medicine']})),
  },
  {
    _type: 'richTable',
    _key: 'rt',
    caption: 'Doses',
    sources: [keyed('work')],
    rows: ['a', 'b'].map((_key) => ({
      _type: 'tableRow',
      _key,
      cells: [{_type: 'tableCell', _key: 'c', value: [block]}],
    })),
  },
  {_type: 'faqEmbed', _key: 'q', faq: reference('faq')},
  {_type: 'therapyEmbed', _key: 'e', therapy: reference('therapy')},
  signsBlock,
]

const signGroup = {
  _type: 'signGroup',
  action: 'Call an ambulance.',
  signs: ['You have chest pain.'],
}

/** What the rules ask of an article on a therapy. */
const parts = ['What studies found', 'Risks', 'Other choices'].flatMap((title, index) => [
  paragraph(`h${index}`, title, {style: 'h2'}),
  paragraph(`p${index}`, 'Some words.'),
])

const answers = [
  {_type: 'answer', _key: 'a', rule: 'plain/jargon', sentence: 'Some words.', reason: 'A name.'},
]
const seo = {_type: 'seo', title: 'A title', description: 'A description.'}
const formerSlugs = ['old']
const country = 'US'
const changeNote = 'The doses are clearer.'
const rendition = {
  _type: 'rendition',
  of: reference('faq'),
  revision: '0a'.repeat(32),
  kind: 'translation',
  method: 'human',
  by: 'Teo Translator',
}

/** By type. */
export const fullDocuments: Readonly<Record<string, StoredDocument>> = {
  article: {
    ...article,
    formerSlugs,
    summarySources: [keyed('work')],
    images: [fullFigure],
    body: [...fullText, ...parts],
    conditions: [keyed('condition')],
    faqs: [keyed('faq')],
    country,
    changeNote,
    rendition,
    answers,
    seo,
  },
  therapyType: {
    ...therapy,
    // The therapy of the library keeps its address when an odd copy has this one.
    slug: slug('full-therapy'),
    formerSlugs,
    aliases: ['Prolo'],
    summarySources: [keyed('work')],
    description: fullText,
    administration: fullText,
    evidence: fullText,
    approvedBy: ['FDA'],
    evidenceSetting: 'alone',
    commonSideEffects: [
      {
        _type: 'sideEffect',
        _key: 's',
        effect: 'A bruise',
        frequency: 'common',
        sources: [keyed('work')],
      },
    ],
    seriousRisks: [
      {
        _type: 'seriousRisk',
        _key: 'r',
        risk: 'An infection',
        frequency: 'rare',
        sources: [keyed('work')],
      },
    ],
    country,
    changeNote,
    rendition,
    answers,
    seo,
  },
  faq: {
    ...faq,
    formerSlugs,
    answer: [block, signsBlock],
    therapies: [keyed('therapy')],
    country,
    changeNote,
    rendition: {...rendition, of: reference('other-faq')},
    answers,
  },
  disclaimer: {
    ...disclaimer,
    body: [block],
    therapies: [keyed('therapy')],
    evidenceLevels: ['limited'],
    conditions: [keyed('condition')],
    channels: ['web'],
    jurisdictions: ['US'],
    rendition,
    answers,
  },
  warningSigns: {
    ...warningSigns,
    now: signGroup,
    today: signGroup,
    soon: signGroup,
    therapies: [keyed('therapy')],
    conditions: [keyed('condition')],
    rendition,
    answers,
  },
  citedWork: {
    ...work,
    url: 'https://journal.example/42',
    accessed: '2026-01-05',
    status: 'current',
    supersededBy: reference('work'),
    validUntil: '2026-12-31',
    checkedOn: '2026-01-05',
  },
  person: {
    ...author,
    fields: ['nursing'],
    registration: {
      body: 'A register',
      number: '1',
      validFrom: '2020-01-01',
      validUntil: '2030-01-01',
    },
    answers,
  },
  condition: {
    ...condition,
    aliases: ['Backache'],
    formerSlugs: ['backache'],
    language: 'en-US',
    rendition,
    answers,
  },
  clinic: {
    ...clinic,
    openingHours: [
      {
        _type: 'openingSpan',
        _key: 'w',
        days: ['monday', 'friday'],
        opens: '09:00',
        closes: '17:00',
      },
    ],
    openingNote: 'Closed on public holidays.',
    languages: ['en', 'es'],
    accessibility: ['hearingLoop'],
    answers,
  },
  siteWords: {
    ...siteWords,
    title: 'A library',
    description: 'What it is.',
    words: englishWords,
    answers,
  },
  glossaryTerm: {
    _id: 'glossary-term',
    _type: 'glossaryTerm',
    term: 'analgesic',
    plain: 'painkiller',
  },
  review: makeDecision(article),
  submission: {
    _id: 'submission',
    _type: 'submission',
    subject: {...reference('article'), _weak: true},
    revision: '0a'.repeat(32),
    reviewers: [{...keyed('reviewer'), _weak: true}],
    requirements: [{_type: 'planRequirement', _key: 'c', kind: 'clinical', people: 1}],
    together: [{...keyed('reference'), _weak: true}],
    submittedAt: '2026-01-05T09:00:00Z',
  },
  siteSettings: {
    ...settings,
    languages: ['en-US', 'es'],
    rules: [
      {
        _type: 'ruleSetting',
        _key: 'r',
        rule: 'plain/sentence-length',
        limit: 20,
        reason: 'Our readers are children.',
      },
    ],
    signOff: [
      {
        _type: 'planRule',
        _key: 'p',
        types: ['article'],
        therapies: [keyed('therapy')],
        conditions: [keyed('condition')],
        audiences: ['patients'],
        requirements: [{_type: 'planRequirement', _key: 'r', kind: 'clinical', people: 1}],
      },
    ],
    answers,
  },
}
