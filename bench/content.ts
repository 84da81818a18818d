// Makes the documents that articles use: people, works, therapies, questions, disclaimers, settings.
// They are the same for any number of articles.

import type {Article} from '../model/article.ts'
import type {CitedWork} from '../model/cited-work.ts'
import type {Condition} from '../model/condition.ts'
import type {Disclaimer} from '../model/disclaimer.ts'
import type {Faq} from '../model/faq.ts'
import type {PlainHealthText} from '../model/health-text.ts'
import type {Person} from '../model/person.ts'
import type {SiteSettings} from '../model/site-settings.ts'
import type {TherapyType} from '../model/therapy-type.ts'
import {evidenceLevels} from '../schemas/data/evidence-levels.ts'
import {phrase, sentence, sentences} from './prose.ts'
import {Random} from './random.ts'

export type ContentDocument =
  | Article
  | CitedWork
  | Condition
  | Disclaimer
  | Faq
  | Person
  | SiteSettings
  | StoredTherapy

/** All documents that articles may refer to. */
export interface SharedContent {
  readonly settings: SiteSettings
  readonly authors: readonly Person[]
  readonly reviewers: readonly Person[]
  readonly administrators: readonly Person[]
  readonly conditions: readonly Condition[]
  readonly works: readonly CitedWork[]
  readonly therapies: readonly StoredTherapy[]
  readonly faqs: readonly Faq[]
  readonly disclaimers: readonly Disclaimer[]
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({length: count}, (_, index) => make(index))
}

/** A reference in an array. Its key is the id of its target. */
export function pointTo({_id}: {readonly _id: string}) {
  return {
    _type: 'reference' as const,
    _key: _id,
    _ref: _id,
  }
}

/** A text of this many plain paragraphs. */
export function plainText(random: Random, paragraphs: number): PlainHealthText {
  return times(paragraphs, (index) => ({
    _type: 'block',
    _key: `p${index}`,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 's0', text: sentences(random, 2), marks: []}],
  }))
}

/** Makes the shared documents. */
export function sharedContent(): SharedContent {
  const random = new Random(1)
  const therapies = times(10, (index) => therapy(random, index))
  return {
    settings: {
      _id: 'siteSettings',
      _type: 'siteSettings',
      title: 'Bench health library',
      description: 'Made-up articles, to find out how fast a library of this size comes out.',
      publisher: 'Countersign',
      url: 'https://library.example.org',
      language: 'en-US',
      feedbackEmail: 'feedback@example.org',
    },
    authors: times(4, (index) => person('author', index)),
    reviewers: times(3, (index) => person('reviewer', index)),
    administrators: times(2, (index) => person('administrator', index)),
    conditions: times(8, (index) => ({
      _id: `condition-${index}`,
      _type: 'condition',
      name: `Condition ${index}`,
      slug: {_type: 'slug', current: `condition-${index}`},
      description: sentence(random),
    })),
    works: times(200, (index) => work(random, index)),
    therapies,
    faqs: times(50, (index) => ({
      _id: `faq-${index}`,
      _type: 'faq',
      question: `How long does ${phrase(random)} last, case ${index}?`,
      slug: {_type: 'slug', current: `question-${index}`},
      answer: plainText(random, 2),
      therapies: [pointTo(random.pick(therapies))],
      language: 'en-US',
      reviewInterval: 24,
    })),
    disclaimers: disclaimers(random, therapies),
  }
}

function person(role: 'author' | 'reviewer' | 'administrator', index: number): Person {
  return {
    _id: `${role}-${index}`,
    _type: 'person',
    name: `Robin ${role === 'author' ? 'Writer' : 'Reader'} ${index}`,
    roles: [role],
    credentials: role === 'author' ? 'MSc' : 'MD, PhD',
    jobTitle: role === 'author' ? 'Medical writer' : 'Physician',
    affiliation: 'Example Clinic',
    interests: 'None declared.',
  }
}

function work(random: Random, index: number): CitedWork {
  return {
    _id: `work-${index}`,
    _type: 'citedWork',
    type: 'article-journal',
    title: `${phrase(random)}: a randomized trial, part ${index}`,
    author: times(3, (author) => ({
      _type: 'name',
      _key: `a${author}`,
      family: `Family${index + author}`,
      given: 'AB',
    })),
    containerTitle: 'Journal of Example Medicine',
    issued: 2000 + random.below(25),
    volume: String(1 + random.below(60)),
    issue: String(1 + random.below(12)),
    page: `${100 + index}-${109 + index}`,
    doi: `10.5555/bench.${index}`,
  }
}

/** A therapy as it is stored: its side effects are plain lines. */
export type StoredTherapy = Omit<TherapyType, 'sideEffects'> & {readonly sideEffects: string[]}

function therapy(random: Random, index: number): StoredTherapy {
  return {
    _id: `therapy-${index}`,
    _type: 'therapyType',
    name: `Therapy ${index}`,
    slug: {_type: 'slug', current: `therapy-${index}`},
    aliases: [`T${index}`],
    summary: sentences(random, 2),
    description: plainText(random, 3),
    administration: plainText(random, 2),
    sideEffects: [`soreness ${index}`, 'swelling', 'tiredness'],
    seriousRisks: [
      {_type: 'seriousRisk', _key: 'r', risk: `infection ${index}`, frequency: 'notKnown'},
    ],
    evidenceLevel: evidenceLevels[index % evidenceLevels.length] ?? 'limited',
    evidence: plainText(random, 2),
    regulatoryStatus: sentence(random),
    language: 'en-US',
    reviewInterval: 24,
  }
}

function disclaimers(random: Random, therapies: readonly StoredTherapy[]): Disclaimer[] {
  const common = {_type: 'disclaimer', language: 'en-US', reviewInterval: 12} as const
  return [
    {
      ...common,
      _id: 'disclaimer-general',
      title: 'This page does not replace a doctor',
      body: plainText(random, 1),
      scope: 'always',
      priority: 50,
    },
    {
      ...common,
      _id: 'disclaimer-therapy',
      title: 'About these treatments',
      body: plainText(random, 1),
      scope: 'therapies',
      therapies: therapies.slice(0, 3).map(pointTo),
      priority: 70,
    },
    {
      ...common,
      _id: 'disclaimer-evidence',
      title: 'The evidence is thin',
      body: plainText(random, 1),
      scope: 'evidence',
      evidenceLevels: ['conflicting', 'insufficient'],
      priority: 60,
    },
  ]
}
