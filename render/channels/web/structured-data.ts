// What a page tells search engines, in schema.org's health types (https://schema.org/MedicalWebPage,
// https://schema.org/MedicalTherapy).

import type {
  CreativeWork,
  FAQPage,
  MedicalAudience,
  MedicalCondition,
  MedicalTherapy,
  MedicalWebPage,
  Patient,
  Person as SchemaPerson,
  WithContext,
} from 'schema-dts'
import type {Article} from '../../../model/article.ts'
import type {CitedWork} from '../../../model/cited-work.ts'
import type {Clinic} from '../../../model/clinic.ts'
import type {Faq} from '../../../model/faq.ts'
import type {Person} from '../../../model/person.ts'
import type {TherapyType} from '../../../model/therapy-type.ts'
import {dayOf} from '../../../review/days.ts'
import type {SignOffKind} from '../../../review/sign-off-kind.ts'
import {dayOptions, titleOf} from '../../../schemas/data/options.ts'
import {linksOf} from '../../components/citation/links.ts'
import {vancouver} from '../../components/citation/vancouver.ts'
import {must, type Edition, type Library} from '../../page/library.ts'
import {peopleOf, type Page, type Word} from '../../page/page.ts'
import {plainTextOf} from '../../text/raised.ts'
import {offersOf} from './clinics/entry.ts'
import {publicAddress} from './context.ts'

const CONTEXT = 'https://schema.org'

export function articleData(
  page: Page<Article>,
  authors: readonly Person[],
  address: string,
  library: Library,
): WithContext<MedicalWebPage> {
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
    audience: audiences[document.audience],
    author: authors.map(personData),
    about: [
      ...(document.conditions ?? []).map(({_ref}): MedicalCondition => ({
        '@type': 'MedicalCondition',
        name: must(library.conditionIn(document.language, _ref), _ref).name,
      })),
      ...therapies.map(({name}): MedicalTherapy => ({'@type': 'MedicalTherapy', name})),
    ],
    citation: works.map(workData),
  }
}

const audiences: Readonly<Record<Article['audience'], Patient | MedicalAudience>> = {
  patients: {'@type': 'Patient'},
  carers: {'@type': 'MedicalAudience'},
  professionals: {'@type': 'MedicalAudience'},
}

export function therapyData(
  page: Page<TherapyType>,
  address: string,
  library: Library,
): WithContext<MedicalWebPage> {
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

export function faqData(
  questions: readonly Page<Faq>[],
  {settings}: Library,
): WithContext<FAQPage> {
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

/** A list of clinics (https://schema.org/MedicalClinic). */
export function clinicsData(
  clinics: readonly Clinic[],
  edition: Edition,
  library: Library,
): object {
  const {title} = library.words(edition.language).clinics
  return {
    '@context': CONTEXT,
    '@type': 'ItemList',
    name: title,
    numberOfItems: clinics.length,
    itemListElement: clinics.map((clinic, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: clinicData(clinic, edition, library),
    })),
  }
}

function clinicData(clinic: Clinic, edition: Edition, library: Library) {
  const {name, address, location, phone, website, languages, accessibility} = clinic
  const words = library.words(edition.language)
  return {
    '@type': 'MedicalClinic',
    name,
    url: website,
    telephone: phone,
    address: {
      '@type': 'PostalAddress',
      streetAddress: address.street,
      addressLocality: address.city,
      addressRegion: address.region,
      postalCode: address.postalCode,
      addressCountry: address.country,
    },
    geo: {'@type': 'GeoCoordinates', latitude: location.lat, longitude: location.lng},
    openingHoursSpecification: clinic.openingHours?.map(({days, opens, closes}) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days.map((day) => `${CONTEXT}/${titleOf(dayOptions, day)}`),
      opens,
      closes,
    })),
    // Schema.org has languages for the ways to reach a clinic, not for the clinic.
    contactPoint: languages && {
      '@type': 'ContactPoint',
      telephone: phone,
      availableLanguage: languages,
    },
    amenityFeature: accessibility?.map((feature) => ({
      '@type': 'LocationFeatureSpecification',
      name: words.accessibility[feature],
      value: true,
    })),
    availableService: offersOf(clinic, edition, library).map(({card}) => ({
      '@type': 'MedicalTherapy',
      name: card.title,
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
    ...(settings ? {publisher: {'@type': 'Organization' as const, name: settings.publisher}} : {}),
  }
}

/** The people who gave words of some kinds, each once. */
function peopleData(words: readonly Word[], kinds: readonly SignOffKind[]) {
  const people = peopleOf(words.filter(({decision}) => kinds.includes(decision.kind)))
  return people.length === 0 ? undefined : people.map(personData)
}

function personData({name, credentials, jobTitle}: Person): SchemaPerson {
  return {
    '@type': 'Person',
    name,
    honorificSuffix: credentials,
    jobTitle,
  }
}

function workData(work: CitedWork): CreativeWork {
  return {
    '@type': 'CreativeWork',
    name: vancouver(work),
    url: linksOf(work)[0]?.href,
  }
}
