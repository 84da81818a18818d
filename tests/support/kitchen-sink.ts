// A library whose main article has every block, mark, style and list of the model. Its words are hard to
// render: text that looks like markup, quotes, other scripts, headings with the names of page parts.

import {createHash} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {isAdministrative, type PageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {SignOffKind} from '../../review/sign-off-kind.ts'
import {englishWords} from '../../schemas/data/interface-words.ts'
import {
  administrator,
  article as plainArticle,
  author as plainAuthor,
  clinic as plainClinic,
  condition as plainCondition,
  deputy,
  disclaimer,
  faq as plainFaq,
  keyed,
  makeDecision,
  paragraph,
  reference,
  reviewer as plainReviewer,
  richTable,
  settings as plainSettings,
  slug,
  therapy as plainTherapy,
  siteWords as plainSiteWords,
  warningSigns as plainWarningSigns,
  work as plainWork,
} from './library.ts'

/** Texts that validation allows. A page must show exactly these characters. */
export const hostileTexts = [
  `"quotes" & <3 = 'x' > y`,
  '"><',
  '</script',
  '<img src=x onerror=alert(1) ',
  "' onmouseover='alert(1)",
  'R&D; AT&T, p<0.05, 5 > 4',
  '${7*7} {{ 7 }} %3Cscript%3E',
  'ألم الظهر، שלום\u200F, می\u200Cخواهم',
  'Émile 👩🏽‍⚕️ 日本語 𝔘𝔫𝔦',
  'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4),
] as const

/** All of them in one text, for the places of a page that show it. */
const hostile = hostileTexts.join(' ')
const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

function link(_key: string, href: string) {
  return {_type: 'link', _key, href}
}

function internalLink(_key: string, to: string) {
  return {
    _type: 'internalLink',
    _key,
    reference: reference(to),
  }
}

function citation(_key: string, of: string) {
  return {_type: 'citation', _key, reference: reference(of)}
}

/** A paragraph of several spans. Each is a text and its marks. */
function runs(_key: string, spans: [string, ...string[]][], markDefs: object[] = []) {
  return {
    _type: 'block',
    _key,
    style: 'normal',
    markDefs,
    children: spans.map(([text, ...marks], index) => ({
      _type: 'span',
      _key: `${_key}-${index}`,
      text,
      marks,
    })),
  }
}

function heading(_key: string, style: 'h2' | 'h3' | 'h4', text: string) {
  return paragraph(_key, text, {style})
}

function item(_key: string, listItem: 'bullet' | 'number', level: number, text: string) {
  return {
    ...paragraph(_key, text),
    listItem,
    level,
  }
}

/** A plan in site settings for the texts of a scope. */
export function planRule(_key: string, scope: object, requirements: object[]) {
  return {
    _type: 'planRule',
    _key,
    ...scope,
    requirements: requirements.map((requirement, index) => ({
      _type: 'planRequirement',
      _key: `${index}`,
      ...requirement,
    })),
  }
}

function row(_key: string, ...cells: string[]) {
  return {_type: 'row', _key, cells}
}

const picture = await sharp({
  create: {width: 80, height: 60, channels: 3, background: {r: 11, g: 92, b: 99}},
})
  .png()
  .toBuffer()

/** The id that a lake gives to the picture on upload. */
const PICTURE_ID = `image-${createHash('sha1').update(picture).digest('hex')}-80x60-png`

export function figure(_key: string, more: object = {}) {
  return {
    _type: 'figure',
    _key,
    asset: reference(PICTURE_ID),
    alt: `A plain teal square" onerror="alert(1)`,
    ...more,
  }
}

const author: StoredDocument = {
  ...plainAuthor,
  name: `Ada "A" O'Author & Daughters <3`,
  credentials: 'PhD, FAKE & Co',
  affiliation: 'Clinic "Up & Down"',
  interests: 'Owns shares in "Sugar & Water" <3',
}

const reviewer: StoredDocument = {...plainReviewer, interests: 'None declared'}

const specialist: StoredDocument = {
  ...reviewer,
  _id: 'specialist',
  name: 'Sam "S" Specialist & <3',
  roles: ['reviewer'],
  fields: ['painMedicine', 'nursing'],
  registration: {body: 'Board "A & B" <3', number: 'No. <123>', validFrom: '2020-01-31'},
  credentials: 'MD, PhD',
  jobTitle: 'Consultant & "lead"',
  affiliation: `Hospital of ${LONG_WORD}`,
  bio: 'Has treated pain for years.',
  interests: 'Advises "Needles & Co" <3',
  userId: 'secret-account',
}

const editor: StoredDocument = {
  ...reviewer,
  _id: 'editor',
  name: 'Eve Editor',
  roles: ['editor'],
  credentials: undefined,
}

const lawyer: StoredDocument = {
  ...reviewer,
  _id: 'lawyer',
  name: 'Lou Lawyer',
  roles: ['legalReviewer'],
  credentials: 'JD',
  registration: {
    body: 'State bar',
    number: '7654321',
    validFrom: '2020-01-31',
    validUntil: '2029-01-31',
  },
}

const panelReader: StoredDocument = {
  ...reviewer,
  _id: 'panel-reader',
  name: 'Pat Panel',
  roles: ['panelReader'],
  credentials: undefined,
  interests: undefined,
}

/** Whose words the page of the fullest article has, and which. The first of them is due first. */
export const signers: readonly {person: StoredDocument; kind: SignOffKind}[] = [
  {person: reviewer, kind: 'clinical'},
  {person: specialist, kind: 'clinical'},
  {person: editor, kind: 'editorial'},
  {person: lawyer, kind: 'legal'},
  {person: panelReader, kind: 'readerPanel'},
]

const settings: StoredDocument = {
  ...plainSettings,
  title: 'Test & "library"',
  feedbackEmail: 'feedback@library.example',
  signOff: [
    planRule('condition', {conditions: [keyed('condition')]}, [
      {kind: 'clinical', people: 2},
      {kind: 'clinical', people: 1, field: 'painMedicine'},
      {kind: 'legal', people: 1},
      {kind: 'readerPanel', people: 1},
    ]),
    planRule('therapy', {therapies: [keyed('therapy')]}, [{kind: 'editorial', people: 1}]),
  ],
}

const work: StoredDocument = {
  ...plainWork,
  title: 'A trial of x < y & "something" else',
  pmid: '12345678',
}

const other: StoredDocument = {
  ...plainWork,
  _id: 'other-work',
  type: 'webpage',
  title: 'Another trial',
  doi: undefined,
  url: 'https://example.org/paper?a=1&b="2"',
}

const faq: StoredDocument = {
  ...plainFaq,
  formerSlugs: ['is-it-sore'],
  changeNote: 'It says "how long" & <3.',
  therapies: [keyed('therapy')],
  question: `Does it hurt if p<0.05 & you say "ouch"?`,
  answer: [
    runs(
      'f1',
      [['It can be sore, see '], ['the trial', 'c1', 'strong'], ['.']],
      [citation('c1', 'other-work')],
    ),
    item('f2', 'bullet', 1, 'for a day'),
    item('f3', 'number', 2, 'or two'),
    {_type: 'warningSignsEmbed', _key: 'f4', warningSigns: reference('warning-signs')},
  ],
}

/** Its address could also be the id of a part of a page. */
const awkwardFaq: StoredDocument = {
  ...plainFaq,
  _id: 'awkward-faq',
  question: 'What is important information?',
  slug: slug('important-information'),
  answer: [paragraph('a1', hostile)],
}

const therapy: StoredDocument = {
  ...plainTherapy,
  formerSlugs: ['sugar-water'],
  changeNote: 'Risks > 1 are "named".\nTheir sources are new.',
  evidenceSetting: 'withOtherCare',
  aliases: ['Sugar & water', LONG_WORD],
  summarySources: [keyed('other-work')],
  description: [
    heading('t0', 'h3', 'How it is given'),
    paragraph('t1', hostile),
    figure('t2', {words: 'A label in a therapy', caption: 'In a therapy'}),
    {_type: 'warningSignsEmbed', _key: 't3', warningSigns: reference('warning-signs')},
  ],
  sideEffects: ['Soreness > 2 days', LONG_WORD],
  commonSideEffects: [
    {
      _type: 'sideEffect',
      _key: 's1',
      effect: 'A bruise & "more"',
      frequency: 'common',
      sources: [keyed('other-work')],
    },
    {_type: 'sideEffect', _key: 's2', effect: 'A hiccup', frequency: 'notKnown'},
  ],
  seriousRisks: [
    {
      _type: 'seriousRisk',
      _key: 'r1',
      risk: 'An infection & <3',
      frequency: 'rare',
      sources: [keyed('other-work')],
    },
    {_type: 'seriousRisk', _key: 'r2', risk: 'Lasting "damage"', frequency: 'notKnown'},
  ],
  seo: {_type: 'seo', title: 'Sugar & "water"', description: 'What it is < what it does'},
}

const warningSigns: StoredDocument = {
  ...plainWarningSigns,
  title: 'Signs after "an injection" <3',
  now: {_type: 'signGroup', action: 'Call 911 & say "help".', signs: ['Chest <pain>', LONG_WORD]},
  today: {_type: 'signGroup', action: 'Call the clinic.', signs: ['A fever over 38 °C']},
  soon: {_type: 'signGroup', action: 'Make an appointment.', signs: ['Pain that "stays"']},
  therapies: [keyed('therapy')],
}

const siteWords: StoredDocument = {
  ...plainSiteWords,
  title: 'The "kitchen" & <sink',
  description: 'All that "a library" can show.\nIn two lines & <more',
  words: englishWords,
}

const elsewhere: StoredDocument = {
  ...plainArticle,
  _id: 'elsewhere',
  title: `Another page: ${LONG_WORD}`,
  slug: slug('elsewhere'),
  body: [paragraph('e1', 'A page with no heading, no therapy and no source.')],
  therapies: undefined,
}

const withdrawn: StoredDocument = {
  ...elsewhere,
  _id: 'gone',
  title: 'Gone',
  slug: slug('gone'),
  formerSlugs: ['going'],
}

const onTop: StoredDocument = {
  ...disclaimer,
  _id: 'on-top',
  title: 'Not approved & "off-label" <3',
  body: [paragraph('d1', hostile)],
  scope: 'conditions',
  conditions: [keyed('condition')],
  placement: 'top',
  priority: 90,
}

const onWeb: StoredDocument = {
  ...onTop,
  _id: 'on-web',
  title: 'On the website',
  scope: 'channels',
  channels: ['web'],
  placement: 'end',
}

const clinic: StoredDocument = {
  ...plainClinic,
  name: 'Clinic "Up & Down"',
  address: {
    street: '1 Main & Side Street',
    city: 'Springfield',
    region: 'IL',
    postalCode: '62701',
    country: 'US',
  },
  website: 'https://clinic.example/?a=1&b=2',
  openingHours: [
    {_type: 'openingSpan', _key: 'a', days: ['monday'], opens: '08:00', closes: '12:00'},
    {_type: 'openingSpan', _key: 'b', days: ['monday', 'friday'], opens: '13:00', closes: '17:30'},
  ],
  openingNote: 'Closed "now & then" <3',
  languages: ['es', 'ar'],
  accessibility: ['hearingLoop', 'quietRoom'],
}

const condition: StoredDocument = {...plainCondition, name: 'Back pain & "stiffness"'}

/** Only for editors, so no page may show it. The documents after it must still be released. */
const glossaryTerm: StoredDocument = {
  _id: 'glossary-term',
  _type: 'glossaryTerm',
  _createdAt: '2026-01-05T09:00:00Z',
  _updatedAt: '2026-01-05T09:00:00Z',
  _rev: 'r1',
  term: 'analgesic',
  plain: 'painkiller',
}

export const kitchenSinkBody = [
  runs(
    'p1',
    [
      ['Plain, '],
      ['strong', 'strong'],
      [' and '],
      ['emphasised', 'em'],
      [', both', 'strong', 'em'],
      [', H'],
      ['2', 'sub'],
      ['O, x'],
      ['2', 'sup'],
      [', '],
      ['a link', 'l1'],
      [' '],
      ['in bold', 'l1', 'strong'],
      [', '],
      ['a paid link', 'l2'],
      [', '],
      ['a treatment', 'i1'],
      [', '],
      ['a question', 'i2'],
      [', '],
      ['another page', 'i3'],
      [', '],
      ['a claim', 'c1'],
      [' and '],
      ['a claim with two sources', 'c1', 'c2'],
      [', '],
      ['a linked claim', 'l1', 'c2'],
      [', '],
      ['a bold, ', 'l1', 'strong'],
      ['cited', 'l1', 'strong', 'c1'],
      [' and linked run', 'l1', 'strong'],
      [', '],
      ['a cited way to another page', 'i3', 'c1'],
      ['. A line\nbroken in two.'],
    ],
    [
      link('l1', `https://example.org/?a=1&b="2"&c='3'#<here>`),
      {...link('l2', 'https://shop.example/?a=1&b=2'), commercial: true},
      internalLink('i1', 'therapy'),
      internalLink('i2', 'faq'),
      internalLink('i3', 'elsewhere'),
      citation('c1', 'work'),
      citation('c2', 'other-work'),
    ],
  ),
  runs(
    'p2',
    hostileTexts.map((text): [string] => [text]),
  ),
  runs('p3', [['<script'], ['>alert(1)</script'], ['>']]),
  heading('h1', 'h2', 'Contents'),
  heading('h2', 'h3', 'Contents'),
  heading('h3', 'h4', 'Reference 1'),
  paragraph('p4', 'Headings called like parts of the page.'),
  heading('h4', 'h2', 'Main'),
  paragraph('p5', 'See below.'),
  heading('h5', 'h2', 'Important information'),
  paragraph('p6', 'See below.'),
  heading('h6', 'h2', '???'),
  paragraph('p7', 'A heading that has no letters.'),
  heading('h7', 'h2', 'العنوان'),
  paragraph('p8', 'A quotation & its "marks".', {style: 'blockquote'}),
  heading('h8', 'h2', hostile),
  item('u1', 'bullet', 1, 'One'),
  item('u2', 'bullet', 2, 'One and a half'),
  item('u3', 'number', 3, 'Deep'),
  item('u4', 'bullet', 1, 'Two'),
  item('o1', 'number', 1, 'First'),
  item('o2', 'number', 2, 'First and a half'),
  item('o3', 'bullet', 2, 'Unnumbered'),
  item('o4', 'number', 1, hostile),
  item('o5', 'number', 1, ' '),
  item('o6', 'number', 1, 'After an empty step'),
  heading('e1', 'h3', ''),
  ...['note', 'seeDoctor', 'urgent'].map((tone) => ({
    _type: 'callout',
    _key: tone,
    tone,
    title: `Title & "tone" <3 ${tone}`,
    body: [
      paragraph(`${tone}1`, hostile),
      item(`${tone}2`, 'bullet', 1, 'A point'),
      runs(`${tone}3`, [['A source', 'c1']], [citation('c1', 'work')]),
    ],
  })),
  {
    _type: 'table',
    _key: 'table',
    caption: 'Doses & "amounts"',
    rows: [
      row('r1', 'Medicine', 'Dose < 5 mg', LONG_WORD),
      row('r2', 'Paracetamol\n& "co"', '</td', ''),
      row('r3', LONG_WORD, '<5 mg', hostile),
    ],
  },
  richTable(
    'rich',
    [
      [
        'Medicine',
        [
          runs('p1', [
            ['Dose in ', 'em'],
            ['mg', 'strong', 'em'],
          ]),
        ],
      ],
      [
        [
          runs(
            'p1',
            [['Paracetamol, '], ['in a trial', 'c1', 'l1'], [' of 40 people']],
            [citation('c1', 'work'), link('l1', 'https://example.org/')],
          ),
        ],
        [
          paragraph('p1', hostile),
          paragraph('p2', 'Twice a day'),
          item('p3', 'bullet', 1, 'With food'),
        ],
      ],
      ['Others', [runs('p1', [['See '], ['the page', 'i1']], [internalLink('i1', 'therapy')])]],
    ],
    {caption: 'Doses in cells that hold text', sources: [keyed('work')]},
  ),
  figure('figure', {
    words: 'A label & <3\nAnother "label"',
    caption: 'A caption & <3',
    sources: [keyed('other-work')],
    credit: 'Drawn by "us" & them',
  }),
  figure('cropped', {
    crop: {_type: 'sanity.imageCrop', top: 0.1, bottom: 0.2, left: 0.25, right: 0.25},
    hotspot: {_type: 'sanity.imageHotspot', x: 0.5, y: 0.5, width: 0.4, height: 0.4},
  }),
  {_type: 'faqEmbed', _key: 'faq', faq: reference('faq')},
  {_type: 'faqEmbed', _key: 'faqAgain', faq: reference('faq')},
  {_type: 'therapyEmbed', _key: 'therapy', therapy: reference('therapy')},
  {_type: 'warningSignsEmbed', _key: 'signs', warningSigns: reference('warning-signs')},
  heading('h9', 'h2', 'What studies found'),
  paragraph('p9', 'They disagree.'),
  heading('h10', 'h2', 'Risks'),
  paragraph('p10', 'An injection can hurt.'),
  heading('h11', 'h2', 'Other choices'),
  paragraph('p11', 'You can wait and see.'),
]

export const kitchenSinkArticle: StoredDocument = {
  ...plainArticle,
  title: `Everything & "more" <3 </script ألم`,
  slug: slug('everything'),
  formerSlugs: ['all-of-it', 'a-little-of-it'],
  changeNote: 'The doses & <img src=x onerror=alert(1) are right now.',
  summary: `What is "it"? </script & p<0.05 are words here. It's a test of a summary.`,
  body: kitchenSinkBody,
  summarySources: [keyed('work')],
  images: [figure('lead', {words: 'A label above', caption: 'Above the text'})],
  conditions: [keyed('condition')],
  faqs: [keyed('faq'), keyed('awkward-faq')],
  firstPublished: '2021-01-31',
  lastModified: '2021-02-03',
  seo: {_type: 'seo', title: 'All & "more"', description: 'For search engines & <3'},
}

/** The fullest page of each type. */
export const fullPages: Readonly<Record<PageType, StoredDocument>> = {
  article: kitchenSinkArticle,
  therapyType: therapy,
  faq,
}

const governed = [
  settings,
  author,
  ...signers.map(({person}) => person),
  administrator,
  deputy,
  condition,
  clinic,
  siteWords,
  work,
  other,
  disclaimer,
  onTop,
  onWeb,
  warningSigns,
  faq,
  awkwardFaq,
  therapy,
  elsewhere,
  withdrawn,
  kitchenSinkArticle,
]

/** Every word that the plans of this library can ask for. A text does not need all of them. */
export function wordsFor(document: StoredDocument): StoredDocument[] {
  if (isAdministrative(document._type)) return [makeDecision(document)]
  return signers.map(({person, kind}, day) => ({
    ...makeDecision(document, 'approved', {
      by: person._id,
      decidedAt: `2026-10-0${day + 1}T10:00:00Z`,
    }),
    kind,
  }))
}

/** The whole library, approved, except for one page that is withdrawn. */
export const kitchenSink: readonly StoredDocument[] = [
  glossaryTerm,
  ...governed,
  ...governed.flatMap(wordsFor),
  makeDecision(withdrawn, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'}),
]

/** Writes documents as an unpacked dataset, with the picture of the kitchen sink. */
export function writeKitchenSink(
  folder: string,
  documents: readonly StoredDocument[] = kitchenSink,
): string {
  mkdirSync(join(folder, 'images'), {recursive: true})
  writeFileSync(join(folder, 'images', 'picture.png'), picture)
  writeFileSync(
    join(folder, 'data.ndjson'),
    documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
  )
  return folder
}
