// What a page tells search engines, in schema.org's health types (https://schema.org/MedicalWebPage,
// https://schema.org/MedicalTherapy).

import type {Article} from '../../../model/article.ts'
import type {CitedWork} from '../../../model/cited-work.ts'
import type {Faq} from '../../../model/faq.ts'
import type {Person} from '../../../model/person.ts'
import type {TherapyType} from '../../../model/therapy-type.ts'
import {dayOf} from '../../../review/days.ts'
import type {SignOffKind} from '../../../review/sign-off-kind.ts'
import {linksOf} from '../../components/citation/links.ts'
import {vancouver} from '../../components/citation/vancouver.ts'
import type {Library} from '../../page/library.ts'
import {peopleOf, type Page, type Word} from '../../page/page.ts'
import {plainTextOf} from '../../text/raised.ts'
import {publicAddress} from './context.ts'

const CONTEXT = 'https://schema.org'

export function articleData(
  page: Page<Article>,
  authors: readonly Person[],
  address: string,
  library: Library,
): object {
  const {document, approval, therapies, works} = page
  return {
    '@context': CONTEXT,
    '@type': 'MedicalWebPage',
    ...webPage(page, address, library),
    name: document.title,
    headline: document.title,
    description: document.summary,
    datePublished: approval.dates.firstPublished,
    dateModified: approval.dates.lastModified,
    audience: {'@type': audienceTypes[document.audience]},
    author: authors.map(personData),
    about: [
      ...(document.conditions ?? []).map(({_ref}) => ({
        '@type': 'MedicalCondition',
        name: library.get('condition', _ref).name,
      })),
      ...therapies.map(({name}) => ({'@type': 'MedicalTherapy', name})),
    ],
    citation: works.map(workData),
  }
}

const audienceTypes: Record<Article['audience'], string> = {
  patients: 'Patient',
  carers: 'MedicalAudience',
  professionals: 'MedicalAudience',
}

export function therapyData(page: Page<TherapyType>, address: string, library: Library): object {
  const {document, works} = page
  return {
    '@context': CONTEXT,
    '@type': 'MedicalWebPage',
    ...webPage(page, address, library),
    name: document.name,
    description: document.summary,
    mainEntity: {
      '@type': 'MedicalTherapy',
      name: document.name,
      alternateName: document.aliases,
      description: document.summary,
      adverseOutcome: document.sideEffects.map(({effect}) => ({
        '@type': 'MedicalSymptom',
        name: effect,
      })),
    },
    citation: works.map(workData),
  }
}

export function faqData(questions: readonly Page<Faq>[], {settings}: Library): object {
  return {
    '@context': CONTEXT,
    '@type': 'FAQPage',
    inLanguage: settings?.language,
    mainEntity: questions.map(({document: {question, answer}}) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: {'@type': 'Answer', text: plainTextOf(answer)},
    })),
  }
}

function webPage({document, approval, words}: Page, address: string, {settings}: Library) {
  return {
    url: publicAddress(address, settings),
    inLanguage: document.language,
    lastReviewed: dayOf(approval.decision.decidedAt),
    reviewedBy: peopleData(words, ['clinical', 'editorial', 'legal']),
    contributor: peopleData(words, ['readerPanel']),
    publisher: settings && {'@type': 'Organization', name: settings.publisher},
  }
}

/** The people who gave words of some kinds, each once. */
function peopleData(words: readonly Word[], kinds: readonly SignOffKind[]) {
  const people = peopleOf(words.filter(({decision}) => kinds.includes(decision.kind)))
  return people.length === 0 ? undefined : people.map(personData)
}

function personData({name, credentials, jobTitle}: Person) {
  return {
    '@type': 'Person',
    name,
    honorificSuffix: credentials,
    jobTitle,
  }
}

function workData(work: CitedWork) {
  return {
    '@type': 'CreativeWork',
    name: vancouver(work),
    url: linksOf(work)[0]?.href,
  }
}
