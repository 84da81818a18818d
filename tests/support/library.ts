// A small library without errors: one document of each kind, all approved. A test changes only the
// documents that it is about.

import {isAdministrative} from '../../review/governed.ts'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'

const times = {_createdAt: '2026-01-05T09:00:00Z', _updatedAt: '2026-01-05T09:00:00Z', _rev: 'r1'}

/** The day on which tests export, soon after the approvals here and in the sample content. */
export const TODAY = '2026-11-15'

/** A reference as a field holds it. */
export function reference(_ref: string) {
  return {_type: 'reference', _ref}
}

/** A reference in an array. Its key is the id. */
export function keyed(_ref: string) {
  return {_key: _ref, ...reference(_ref)}
}

/** The address of a page. */
export function slug(current: string) {
  return {_type: 'slug', current}
}

/** A paragraph of one span, with optional marks. */
export function paragraph(
  _key: string,
  text: string,
  {
    marks = [],
    markDefs = [],
    style = 'normal',
  }: {marks?: string[]; markDefs?: object[]; style?: string} = {},
) {
  return {
    _type: 'block',
    _key,
    style,
    markDefs,
    children: [{_type: 'span', _key: `${_key}s`, text, marks}],
  }
}

/** A cell of a table with blocks of text. */
export function tableCell(_key: string, ...value: object[]) {
  return {_type: 'tableCell', _key, value}
}

/** A table whose cells hold text: words, or blocks. */
export function richTable(
  _key: string,
  rows: readonly (readonly (string | readonly object[])[])[],
  more: object = {},
) {
  return {
    _type: 'richTable',
    _key,
    caption: 'Doses',
    rows: rows.map((cells, row) => ({
      _type: 'tableRow',
      _key: `r${row + 1}`,
      cells: cells.map((cell, index) =>
        tableCell(`c${index + 1}`, ...(typeof cell === 'string' ? [paragraph('p1', cell)] : cell)),
      ),
    })),
    ...more,
  }
}

export const settings: StoredDocument = {
  _id: 'siteSettings',
  _type: 'siteSettings',
  ...times,
  title: 'Test library',
  description: 'A library for tests.',
  publisher: 'Countersign tests',
  url: 'https://library.example',
  language: 'en-US',
}

/** Some words around texts in the language of the site. */
export const siteWords: StoredDocument = {
  _id: 'words',
  _type: 'siteWords',
  ...times,
  language: 'en-US',
  words: {index: {reviewed: 'Looked at on {day}'}, page: {references: 'Where this is from'}},
}

export const author: StoredDocument = {
  _id: 'author',
  _type: 'person',
  ...times,
  name: 'Ada Author',
  roles: ['author'],
  interests: 'None declared.',
}

export const reviewer: StoredDocument = {
  _id: 'reviewer',
  _type: 'person',
  ...times,
  name: 'Rae Reviewer',
  roles: ['reviewer'],
  credentials: 'MD',
  interests: 'None declared.',
}

/** Approves the people and the settings. */
export const administrator: StoredDocument = {
  _id: 'administrator',
  _type: 'person',
  ...times,
  name: 'Amy Administrator',
  roles: ['administrator'],
  interests: 'None declared.',
}

/** Approves the page of the administrator. */
export const deputy: StoredDocument = {
  ...administrator,
  _id: 'deputy',
  name: 'Dev Deputy',
}

export const work: StoredDocument = {
  _id: 'work',
  _type: 'citedWork',
  ...times,
  type: 'article-journal',
  title: 'A trial of something',
  author: [{_type: 'name', _key: 'a', family: 'Doe', given: 'JQ'}],
  containerTitle: 'J Test',
  issued: 2020,
  doi: '10.1234/test',
}

export const disclaimer: StoredDocument = {
  _id: 'disclaimer',
  _type: 'disclaimer',
  ...times,
  title: 'For information only',
  body: [paragraph('d1', 'This page does not replace advice from a health professional.')],
  scope: 'always',
  priority: 50,
  language: 'en-US',
  reviewInterval: 12,
}

export const faq: StoredDocument = {
  _id: 'faq',
  _type: 'faq',
  ...times,
  question: 'Does it hurt?',
  slug: slug('does-it-hurt'),
  answer: [paragraph('f1', 'Ask the nurse what to do about soreness.')],
  language: 'en-US',
  reviewInterval: 24,
}

export const therapy: StoredDocument = {
  _id: 'therapy',
  _type: 'therapyType',
  ...times,
  name: 'Dextrose prolotherapy',
  slug: slug('dextrose'),
  summary: 'Injections of sugar water near the joints and ligaments of the back.',
  description: [paragraph('t1', 'A doctor injects a sugar solution.')],
  administration: [paragraph('t2', 'It is given in several visits.')],
  sideEffects: ['Soreness'],
  seriousRisks: [{_type: 'seriousRisk', _key: 'r', risk: 'An infection', frequency: 'notKnown'}],
  evidenceLevel: 'conflicting',
  evidence: [paragraph('t3', 'Studies disagree.')],
  regulatoryStatus: 'Used off-label in the United States.',
  language: 'en-US',
  reviewInterval: 24,
}

export const article: StoredDocument = {
  _id: 'article',
  _type: 'article',
  ...times,
  title: 'What is prolotherapy?',
  slug: slug('what-is-prolotherapy'),
  summary: 'Prolotherapy is a course of injections. Studies disagree about whether it helps.',
  body: [
    paragraph('b1', 'What studies found', {style: 'h2'}),
    paragraph('b2', 'One review found that studies disagree.', {
      marks: ['c1'],
      markDefs: [{_type: 'citation', _key: 'c1', reference: reference('work')}],
    }),
    {_type: 'faqEmbed', _key: 'b3', faq: reference('faq')},
    {_type: 'therapyEmbed', _key: 'b4', therapy: reference('therapy')},
    paragraph('b5', 'Risks', {style: 'h2'}),
    paragraph('b6', 'Ask about pain and bleeding.'),
    paragraph('b7', 'Other choices', {style: 'h2'}),
    paragraph('b8', 'You can wait and see.'),
  ],
  audience: 'patients',
  language: 'en-US',
  therapies: [keyed('therapy')],
  authors: [keyed('author')],
  reviewers: [keyed('reviewer')],
  reviewInterval: 24,
}

/** Not part of the library: a page shows it only if the page embeds it. */
export const warningSigns: StoredDocument = {
  _id: 'warning-signs',
  _type: 'warningSigns',
  ...times,
  title: 'Warning signs after an injection',
  now: {_type: 'signGroup', action: 'Call an ambulance.', signs: ['You have chest pain.']},
  language: 'en-US',
  reviewInterval: 12,
}

/** Not part of the library: a page shows it only if the page names it. */
export const condition: StoredDocument = {
  _id: 'condition',
  _type: 'condition',
  ...times,
  name: 'Back pain',
  slug: slug('back-pain'),
  description: 'Pain between the ribs and the hips.',
}

/** Not part of the library: the page of the therapy shows it. */
export const clinic: StoredDocument = {
  _id: 'clinic',
  _type: 'clinic',
  ...times,
  name: 'Hillside Clinic',
  address: {street: '1 Main Street', city: 'Springfield', country: 'US'},
  location: {_type: 'geopoint', lat: 39.78, lng: -89.65},
  phone: '+1 217 555 0100',
  website: 'https://clinic.example/',
  therapies: [keyed('therapy')],
}

/** Who approves a document in these libraries. */
function approverOf({_id, _type}: StoredDocument): string {
  if (!isAdministrative(_type)) return 'reviewer'
  return _id === 'administrator' ? 'deputy' : 'administrator'
}

/** A decision on the current text of a document, by a reviewer or an administrator. */
export function makeDecision(
  document: StoredDocument,
  decision: 'approved' | 'changesRequested' | 'retracted' = 'approved',
  {decidedAt = '2026-10-01T10:00:00Z', by = approverOf(document)} = {},
): StoredDocument {
  return {
    _id: `review-${document._id}-${decidedAt.replaceAll(/\D/g, '')}`,
    _type: 'review',
    ...times,
    subject: {...reference(document._id), _weak: true},
    revision: revisionOf(document),
    decision,
    ...(isAdministrative(document._type) ? {kind: 'administrative'} : {}),
    reviewer: {...reference(by), _weak: true},
    decidedAt,
  }
}

const governed = [
  settings,
  author,
  reviewer,
  administrator,
  deputy,
  work,
  disclaimer,
  faq,
  therapy,
  article,
]

/** Documents with an approval of each. */
export function withApprovals(documents: readonly StoredDocument[]): StoredDocument[] {
  return [...documents, ...documents.map((document) => makeDecision(document))]
}

/** The whole library, approved. */
export const library: readonly StoredDocument[] = withApprovals(governed)

/** The library with a document in place of the one with its id. Approvals stay as they were. */
export function withDocument(
  document: StoredDocument,
  documents: readonly StoredDocument[] = library,
): StoredDocument[] {
  return [...documents.filter(({_id}) => _id !== document._id), document]
}

/** The library with one document replaced, and the new one approved. */
export function withApproved(document: StoredDocument): StoredDocument[] {
  return [
    ...withDocument(document).filter(
      ({subject}) => JSON.stringify(subject) !== JSON.stringify(makeDecision(document).subject),
    ),
    makeDecision(document),
  ]
}
