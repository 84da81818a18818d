// The app channel: a JSON bundle per document and an index, for build jobs of apps and portals.

import type {Article} from '../../../model/article.ts'
import type {CitedWork} from '../../../model/cited-work.ts'
import type {Clinic} from '../../../model/clinic.ts'
import {placementOf} from '../../../model/disclaimer.ts'
import type {Faq} from '../../../model/faq.ts'
import type {Figure, HealthText, PlainHealthText} from '../../../model/health-text.ts'
import type {Person} from '../../../model/person.ts'
import type {TherapyType} from '../../../model/therapy-type.ts'
import {dayOf} from '../../../review/days.ts'
import {nextReviewOf} from '../../../review/due.ts'
import type {RequirementProgress} from '../../../review/plan.ts'
import {numbersOf} from '../../components/citation/citation.ts'
import {noticeOf} from '../../components/citation/notice.ts'
import {vancouver} from '../../components/citation/vancouver.ts'
import {folders} from '../../page/addresses.ts'
import type {RenderContext} from '../../page/context.ts'
import {evidenceInWords} from '../../page/evidence.ts'
import {imageOf, imagePath, variantsOf, type ImageUse} from '../../page/images.ts'
import {
  must,
  type Edition,
  type Library,
  type PageAddress,
  type PageCard,
  type Said,
} from '../../page/library.ts'
import {
  aheadOf,
  clinicsOffering,
  closingQuestions,
  figuresIn,
  firstPictureOf,
  newerThan,
  publishedElsewhere,
  wordsFor,
  type Page,
  type PageDocument,
  type Word,
} from '../../page/page.ts'
import {renderHtml} from '../../text/html.ts'
import {renderText} from '../../text/plain-text.ts'
import {sitePart, type Channel, type ChannelFile} from '../channel.ts'
import {redirectsFile} from '../redirects.ts'
import type {
  ArticleBundle,
  ClinicsBundle,
  FaqBundle,
  HeldBundle,
  IndexBundle,
  PageBundle,
  TherapyBundle,
  WithdrawnBundle,
} from './contract.ts'

export const app: Channel = {
  name: 'app',
  renderPage: (page, library) => ({
    files: [
      jsonFile(
        pathOf(must(library.card(page.document._id), page.document._id)),
        bundle(page, library),
      ),
    ],
    images: imagesOn(page.document, library),
  }),
  site: [
    sitePart('index', (library) => [jsonFile('index.json', index(library))]),
    sitePart('clinics', (library) => [jsonFile('clinics.json', clinicsBundle(library))]),
    sitePart('redirects', (library) => [
      redirectsFile(library.redirects.map(({from, to}) => ({from: pathOf(from), to: pathOf(to)}))),
    ]),
    sitePart('notices', (library) => [
      ...library.withdrawn.map((card) => jsonFile(pathOf(card), withdrawn(card))),
      ...library.held.map((card) => jsonFile(pathOf(card), heldNotice(card))),
    ]),
  ],
}

function jsonFile(path: string, content: object): ChannelFile {
  return {path, content: `${jsonOf(content)}\n`}
}

/**
 * The JSON of an object, made field by field. V8 is slower with all that follows a character beyond Latin-1, such as
 * the dash in a reference, and most fields have none.
 */
function jsonOf(content: object): string {
  const fields = Object.entries(content).map(([name, value]: [string, unknown]) =>
    value === undefined ? undefined : `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  )
  return `{${fields.filter((field) => field !== undefined).join(',')}}`
}

/** The address of a page's bundle, relative to the folder of the channel. */
export function pathOf({type, slug, folder}: PageAddress): string {
  return `${folder}${folders[type]}/${slug}.json`
}

function imagesOn(document: PageDocument, library: Library): ImageUse[] {
  return figuresIn(document).map((figure) => imageOf(figure, library))
}

function bundle(page: Page, library: Library): PageBundle {
  const {language} = page.document
  const context: RenderContext = {
    library,
    language,
    words: library.words(language),
    numbers: page.numbers,
    texts: page.texts,
    addressOf: pathOf,
    imageAddress: (path) => path,
    firstPicture: firstPictureOf(page.document),
  }
  const {document} = page
  switch (document._type) {
    case 'article':
      return articleOf(document, page, context)
    case 'therapyType':
      return therapyOf(document, page, context)
    case 'faq':
      return faqOf(document, page, context)
  }
}

function common(page: Page, context: RenderContext) {
  const {document, approval, words, disclaimers, works, approvals} = page
  const {decision, signOff} = approval
  const {library} = context
  return {
    contract: 1 as const,
    status: 'approved' as const,
    id: document._id,
    slug: document.slug.current,
    language: document.language,
    translations: translationsOf(document._id, library),
    behind: aheadOf(page, library) && (true as const),
    title: must(library.card(document._id), document._id).title,
    revision: decision.revision,
    changeNote: document.changeNote,
    review: {
      lastReviewed: dayOf(decision.decidedAt),
      nextReviewDue: nextReviewOf(decision, document.reviewInterval),
      reviewedBy: personOf(library.get('person', decision.reviewer)),
      signOff: signOff.requirements.map((requirement) => requirementOf(requirement, words)),
      urgent: signOff.state === 'urgent' ? (true as const) : undefined,
    },
    disclaimers: disclaimers.map((disclaimer) => ({
      id: disclaimer._id,
      title: disclaimer.title,
      body: textOf(disclaimer.body, context),
      placement: placementOf(disclaimer),
    })),
    references: works.map((work, position) => ({
      number: position + 1,
      ...referenceTo(work, context),
    })),
    approvals: approvals.map(approvalOf),
  }
}

function referenceTo(work: CitedWork, {library, words}: RenderContext) {
  const {status} = work
  const newer = newerThan(work, library)
  return {
    ...workOf(work),
    status: status === 'current' ? undefined : status,
    notice: noticeOf(work, newer, words),
    newer: newer && workOf(newer),
  }
}

function workOf(work: CitedWork) {
  const {_id: id, doi, pmid, url, accessed} = work
  return {id, citation: vancouver(work), doi, pmid, url, accessed}
}

function articleOf(document: Article, page: Page, context: RenderContext): ArticleBundle {
  const {library} = context
  const {title, summary, summarySources, seo} = document
  return {
    ...common(page, context),
    type: 'article',
    summary,
    summaryReferences: summarySources && numbersOf(summarySources, context),
    seo: {title: seo?.title ?? title, description: seo?.description ?? summary},
    audience: document.audience,
    firstPublished: page.approval.dates.firstPublished,
    firstPublishedElsewhere: publishedElsewhere({...page, document}),
    lastModified: page.approval.dates.lastModified,
    authors: document.authors.map(({_ref}) => personOf(library.get('person', _ref))),
    conditions: (document.conditions ?? []).map(({_ref}) => {
      const {name, description} = must(library.conditionIn(document.language, _ref), _ref)
      return {id: _ref, name, description}
    }),
    therapies: page.therapies.map((therapy) => ({
      ...linkTo(therapy._id, library),
      summary: therapy.summary,
      summaryReferences: therapy.summarySources && numbersOf(therapy.summarySources, context),
      ...therapyFacts(therapy, context),
    })),
    images: figuresIn(document).map((figure) => imageIn(figure, context)),
    body: textOf(document.body, context),
    questions: closingQuestions(document, library).map(({_id, answer}) => ({
      ...linkTo(_id, library),
      answer: textOf(answer, context, 3),
    })),
  }
}

function therapyOf(document: TherapyType, page: Page, context: RenderContext): TherapyBundle {
  const {name, summary, summarySources, seo} = document
  const clinics = clinicsOffering(document, context.library)
  return {
    ...common(page, context),
    type: 'therapyType',
    summary,
    summaryReferences: summarySources && numbersOf(summarySources, context),
    seo: {title: seo?.title ?? name, description: seo?.description ?? summary},
    ...therapyFacts(document, context),
    description: textOf(document.description, context, 2),
    administration: textOf(document.administration, context, 2),
    evidence: textOf(document.evidence, context, 2),
    regulatoryStatus: document.regulatoryStatus,
    sideEffects: document.sideEffects.map(({effect}) => effect),
    commonSideEffects: document.sideEffects.map(({effect, frequency, sources}) => ({
      effect,
      frequency,
      howOften: frequency && context.words.frequency[frequency],
      references: numbersOf(sources, context),
    })),
    seriousRisks: document.seriousRisks?.map(({risk, frequency, sources}) => ({
      risk,
      frequency,
      howOften: context.words.frequency[frequency],
      references: numbersOf(sources, context),
    })),
    clinicsNotice: context.words.therapy.clinicsNotice,
    clinics: clinics.map(clinicOf),
  }
}

function clinicOf(clinic: Clinic) {
  const {_id, name, address, location, phone, website} = clinic
  const {openingHours, openingNote, languages, accessibility} = clinic
  return {
    id: _id,
    name,
    address,
    location: {lat: location.lat, lng: location.lng},
    phone,
    website,
    openingHours: openingHours?.map(({days, opens, closes}) => ({days, opens, closes})),
    openingNote,
    languages,
    accessibility,
  }
}

/** All clinics, from which an app can make a finder. */
function clinicsBundle(library: Library): ClinicsBundle {
  return {
    contract: 1,
    notices: library.editions.map(({language}) => ({
      language,
      text: library.words(language).clinics.notice,
    })),
    clinics: library.all('clinic').map((clinic) => {
      const {decision} = must(library.approval(clinic._id), clinic._id)
      return {
        ...clinicOf(clinic),
        revision: decision.revision,
        lastReviewed: dayOf(decision.decidedAt),
        therapies: therapiesOf(clinic, library).map((card) => ({
          ...linkOf(card),
          language: card.language,
        })),
        approvals: wordsFor(clinic._id, library).map(approvalOf),
      }
    }),
  }
}

/** The pages of the therapies that a clinic offers, in all languages, each once. */
function therapiesOf({therapies = []}: Clinic, library: Library): PageCard[] {
  const cards = therapies.flatMap(({_ref}) => [
    ...[library.card(_ref)].filter((card) => card !== undefined),
    ...library.translationsOf(_ref),
  ])
  return [...new Map(cards.map((card) => [card.id, card])).values()]
}

function faqOf(document: Faq, page: Page, context: RenderContext): FaqBundle {
  return {
    ...common(page, context),
    type: 'faq',
    therapies: page.therapies.map(({_id}) => linkTo(_id, context.library)),
    answer: textOf(document.answer, context, 2),
  }
}

function index(library: Library): IndexBundle {
  const {cards, withdrawn: gone, held} = library
  return {
    contract: 1,
    site: siteOf(library),
    pages: [...cards.values()].map((card) => ({
      ...linkOf(card),
      language: card.language,
      summary: card.summary,
      lastReviewed: dayOf(card.decidedAt),
    })),
    withdrawn: gone.map(untitledLink),
    held: held.length === 0 ? undefined : held.map(untitledLink),
  }
}

/** What the site tells about itself. */
function siteOf(library: Library): IndexBundle['site'] {
  const {settings, editions} = library
  if (!settings) return undefined
  const {publisher, language, url} = settings
  const {title, description} = library.site(language)
  const others = editions.slice(1).flatMap((edition) => {
    const {title, description} = ownSiteTexts(edition, library)
    return title === undefined && description === undefined
      ? []
      : [{language: edition.language, title, description}]
  })
  return {
    title: title.words,
    description: description?.words ?? settings.description,
    publisher,
    language,
    url,
    otherLanguages: others.length === 0 ? undefined : others,
  }
}

/** What the site tells about itself in the words of a language, as far as it does. */
function ownSiteTexts({language}: Edition, library: Library) {
  const {title, description} = library.site(language)
  const own = (said: Said | undefined): string | undefined =>
    said?.language === language ? said.words : undefined
  return {title: own(title), description: own(description)}
}

/** The page in other languages; undefined if there are none. */
function translationsOf(id: string, library: Library) {
  const cards = library.translationsOf(id)
  return cards.length === 0
    ? undefined
    : cards.map((card) => ({...linkOf(card), language: card.language}))
}

/** A link to a notice, which does not show the title of the page. */
function untitledLink(card: PageCard) {
  const {id, type, slug} = card
  return {id, type, slug, path: pathOf(card)}
}

function heldNotice({id, type, slug}: PageCard): HeldBundle {
  return {contract: 1, status: 'held', id, type, slug}
}

function withdrawn({id, type, slug, decidedAt}: PageCard): WithdrawnBundle {
  return {
    contract: 1,
    status: 'withdrawn',
    id,
    type,
    slug,
    withdrawnAt: decidedAt,
  }
}

/** @param above The rank of the heading above the text on its page. */
function textOf(text: HealthText | PlainHealthText, context: RenderContext, above = 1) {
  return {
    portableText: text,
    html: renderHtml(text, context, above),
    text: renderText(text, context),
  }
}

/** A requirement, with those of a page's words that meet it. */
function requirementOf(
  {kind, people, field, words: given}: RequirementProgress,
  words: readonly Word[],
) {
  const meeting = words.filter(({decision}) => given.some(({id}) => id === decision.id))
  return {
    kind,
    people,
    field,
    words: meeting.map(({decision: {decidedAt}, reviewer}) => ({
      reviewer: personOf(reviewer),
      decidedAt,
    })),
  }
}

function personOf(person: Person) {
  const {_id, name, credentials, jobTitle, affiliation, interests, registration} = person
  return {
    id: _id,
    name,
    credentials,
    jobTitle,
    affiliation,
    interests,
    registration: registration && {body: registration.body, number: registration.number},
  }
}

function approvalOf({decision, reviewer}: Word) {
  return {
    document: decision.subject,
    revision: decision.revision,
    kind: decision.kind,
    reviewer: personOf(reviewer),
    decidedAt: decision.decidedAt,
  }
}

function linkTo(id: string, library: Library) {
  return linkOf(must(library.card(id), id))
}

function linkOf(card: PageCard) {
  const {id, type, slug, title} = card
  return {id, type, slug, title, path: pathOf(card)}
}

function therapyFacts(therapy: TherapyType, {words}: RenderContext) {
  return {
    aliases: therapy.aliases ?? [],
    evidenceLevel: {
      level: therapy.evidenceLevel,
      setting: therapy.evidenceSetting,
      ...evidenceInWords(therapy, words),
    },
  }
}

function imageIn(figure: Figure, context: RenderContext) {
  const image = imageOf(figure, context.library)
  const {alt, words, caption, sources, credit} = figure
  const variants = variantsOf(image)
  return {
    path: imagePath(image),
    width: image.width,
    height: image.height,
    mimeType: image.asset.mimeType,
    alt,
    words,
    caption,
    references: sources && numbersOf(sources, context),
    credit,
    focus: image.focus,
    variants: variants.length === 0 ? undefined : variants,
  }
}
