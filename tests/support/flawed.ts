// A few documents that the content model allows and in which every editorial rule finds something.
// They are added to the small library in two languages. A block has the name of the rule that finds it.

import {daysAfter, monthsAfter} from '../../review/days.ts'
import {LONGEST_INTERVAL} from '../../review/due.ts'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {figure} from './kitchen-sink.ts'
import {
  article as plainArticle,
  author as plainAuthor,
  disclaimer as plainDisclaimer,
  faq as plainFaq,
  keyed,
  makeDecision,
  paragraph,
  reference,
  reviewer as plainReviewer,
  slug,
  therapy as plainTherapy,
  siteWords,
  warningSigns as plainWarningSigns,
  work as plainWork,
} from './library.ts'
import {bilingualSettings, spanishFaq} from './translations.ts'

/** A paragraph that is one link. */
function linked(_key: string, text: string, link: object) {
  return paragraph(_key, text, {marks: ['m'], markDefs: [{_key: 'm', ...link}]})
}

/** Makes a rule stricter than usual. */
const settings: StoredDocument = {
  ...bilingualSettings,
  rules: [
    {
      _type: 'ruleSetting',
      _key: 'passive',
      rule: 'plain/passive',
      level: 'error',
      reason: 'Readers told us that they want to know who does what.',
    },
  ],
}

const glossaryTerm: StoredDocument = {
  _id: 'flawed-term',
  _type: 'glossaryTerm',
  term: 'bolus',
  plain: 'single large dose',
}

/** The author and the reviewer declare no interests. */
const author: StoredDocument = {...plainAuthor, _id: 'flawed-author', interests: undefined}
const reviewer: StoredDocument = {
  ...plainReviewer,
  _id: 'flawed-reviewer',
  interests: undefined,
  fields: ['es'],
}

const condition: StoredDocument = {
  _id: 'flawed-condition',
  _type: 'condition',
  name: 'Pain  in the lower back',
  slug: slug('flawed-condition'),
  description: 'Pain between the ribs and the hips.',
}

const clinic: StoredDocument = {
  _id: 'flawed-clinic',
  _type: 'clinic',
  name: 'Portland’s Leading Spine Clinic',
  address: {street: '1 Main Street', city: 'Portland', country: 'US'},
  location: {_type: 'geopoint', lat: 45.52, lng: -122.68},
  website: 'https://leading.example',
}

/** No page cites it, it has no DOI by which readers could find it, and its year is a slip. */
const work: StoredDocument = {
  ...plainWork,
  _id: 'flawed-work',
  doi: undefined,
  url: 'https://journal.example/42',
  issued: 1890,
}

/** Its journal has retracted it, and its day of access is a slip. */
const retractedWork: StoredDocument = {
  ...plainWork,
  _id: 'flawed-retracted',
  status: 'retracted',
  accessed: '1890-01-31',
}

/** No editor has looked at it for years. It ends soon. */
const uncheckedWork: StoredDocument = {
  ...plainWork,
  _id: 'flawed-unchecked',
  checkedOn: '2020-01-31',
}

/** Its review is so late that an export withholds it. */
const disclaimer: StoredDocument = {
  ...plainDisclaimer,
  _id: 'flawed-disclaimer',
  title: 'Ask first',
  body: [paragraph('abbreviation', 'You may need an MRI first.')],
  scope: 'therapies',
  therapies: [keyed('flawed-therapy')],
}

/** The pages about the therapy do not show it. */
const warningSigns: StoredDocument = {
  ...plainWarningSigns,
  _id: 'flawed-signs',
  title: 'Warning  signs',
  today: {_type: 'signGroup', action: 'Call your clinic tomorrow.', signs: ['Chest pain']},
  therapies: [keyed('flawed-therapy')],
}

/** No list of warning signs names it, it cites no work for a frequency, and its level does not say of what and disagrees with its text. */
const unlistedTherapy: StoredDocument = {
  ...plainTherapy,
  _id: 'flawed-unlisted',
  name: 'Salt tablets',
  slug: slug('flawed-unlisted'),
  seriousRisks: [{_type: 'seriousRisk', _key: 'r', risk: 'An infection', frequency: 'rare'}],
  evidenceLevel: 'noBenefit',
  evidence: [paragraph('level-agrees', 'Good studies agree that it helps.')],
}

/** No reviewer has decided on it, and it does not list the therapy that it names. */
const newQuestion: StoredDocument = {
  ...plainFaq,
  _id: 'flawed-question',
  question: 'Is it a miracle?',
  answer: [paragraph('unlisted-therapy', 'Ask your doctor about glucose injections.')],
  slug: slug('flawed-question'),
  formerSlugs: ['flawed-question'],
}

/** A translation of a text that no reviewer has approved, in a language that the library does not list. */
const frenchQuestion: StoredDocument = {
  ...plainFaq,
  _id: 'flawed-french',
  question: 'Est-ce un miracle ?',
  language: 'fr',
  rendition: {
    _type: 'rendition',
    of: reference('flawed-question'),
    revision: '0a'.repeat(32),
    kind: 'translation',
    method: 'human',
  },
  slug: slug('flawed-french'),
}

/** A second translation of the approved text, which it is behind, about less than that. */
const spanishQuestion: StoredDocument = {
  ...frenchQuestion,
  _id: 'flawed-spanish',
  question: '¿Es un milagro?',
  language: 'es',
  rendition: {...Object(frenchQuestion.rendition), of: reference('flawed-address')},
  slug: slug('flawed-spanish'),
}

/** No rule about wording reads it. */
const germanQuestion: StoredDocument = {
  ...plainFaq,
  _id: 'flawed-german',
  question: 'Ist es ein Wunder?',
  language: 'de',
  slug: slug('flawed-german'),
}

const approvedQuestion: StoredDocument = {
  ...plainFaq,
  _id: 'flawed-address',
  question: 'Where did this answer go?',
  therapies: [keyed('flawed-therapy')],
  slug: slug('flawed-address'),
}

/** Has no flaw. */
const firstSpanishQuestion: StoredDocument = {
  ...spanishFaq,
  _id: 'flawed-first-spanish',
  question: '¿Dónde está esta respuesta?',
  therapies: approvedQuestion.therapies,
  rendition: {
    ...Object(spanishFaq.rendition),
    of: reference('flawed-address'),
    revision: revisionOf(approvedQuestion),
  },
  slug: slug('flawed-first-spanish'),
}

/** Moved after the approval, without its old address among the former ones. */
const movedQuestion: StoredDocument = {...approvedQuestion, slug: slug('flawed-address-moved')}

const approvedTherapy: StoredDocument = {
  ...plainTherapy,
  _id: 'flawed-therapy',
  name: 'Glucose injections',
  slug: slug('flawed-therapy'),
  description: [
    {
      _type: 'callout',
      _key: 'safety',
      tone: 'note',
      title: 'It is completely safe',
      body: [paragraph('framing', 'It is a non-invasive treatment for sore joints.')],
    },
  ],
  sideEffects: ['Soreness', 'Stiffness  for a day'],
}

/** Edited after the approval. The edit changes what other pages may claim. */
const editedTherapy: StoredDocument = {...approvedTherapy, approvedBy: ['FDA']}

/** Hard words, mostly in the passive voice. */
const hardWords =
  'Degenerative abnormalities are demonstrated by diagnostic imaging in numerous individuals. ' +
  'Considerable heterogeneity of underlying conditions is acknowledged by multidisciplinary ' +
  'organizations. Comprehensive evaluation of individual circumstances is necessitated by ' +
  'potentially significant complications. Physiotherapeutic rehabilitation and psychological ' +
  'interventions are generally recommended. Appropriate documentation is required. ' +
  'Interventional procedures are performed by experienced specialists, whereas psychosocial ' +
  'determinants, occupational considerations and individual preferences are systematically ' +
  'evaluated by interdisciplinary rehabilitation professionals before, during and after any ' +
  'consultation.'

/** Its approval lasts too long, and it shows an answer that no reviewer has approved. */
const article: StoredDocument = {
  ...plainArticle,
  _id: 'flawed-article',
  title: 'What are glucose injections?',
  slug: slug('flawed-article'),
  summary: 'Glucose injections are approved by the FDA. A doctor puts a bolus near a sore joint.',
  images: [
    figure('alternative', {alt: 'IMG_2041.jpg'}),
    figure('image-words', {alt: 'A drawing of the lower spine.'}),
  ],
  body: [
    paragraph('heading-order', 'The fluid', {style: 'h4'}),
    paragraph('efficacy', 'This treatment repairs injured tissue.'),
    paragraph('safety', 'The injection has no side effects.'),
    paragraph('regulatory', 'The visit is short. NICE recommends prolotherapy.'),
    paragraph('uncited', 'Exercise eases back pain.'),
    paragraph('played-down', 'Chest pain is normal.'),
    paragraph('stop-medicine', 'Skip your insulin on the day.'),
    paragraph('by-hand', 'Call the clinic the same day if you have a fever.'),
    paragraph('jargon', 'Take an analgesic if it hurts.'),
    paragraph('spacing', 'Two  spaces are one too many.'),
    paragraph('language', 'Ask your doctor: ماذا عن ألم الظهر.'),
    paragraph('clinic-endorsement', 'We list Portland’s Leading Spine Clinic.'),
    linked('link-text', 'Read more', {_type: 'link', href: 'https://medlineplus.gov/'}),
    linked('insecure', 'Back pain at the NHS', {_type: 'link', href: 'http://www.nhs.uk/'}),
    linked('wrapped', 'Back pain at MedlinePlus', {
      _type: 'link',
      href: 'https://www.google.com/url?q=https://medlineplus.gov/backpain.html&sa=D',
    }),
    linked('commercial-link', 'Their price list', {
      _type: 'link',
      href: 'https://leading.example/prices',
    }),
    linked('lapsed', 'The first visit is short.', {
      _type: 'citation',
      reference: reference('flawed-retracted'),
    }),
    linked('lapses-soon', 'The second visit is long.', {
      _type: 'citation',
      reference: reference('flawed-unchecked'),
    }),
    linked('target', 'Whether it is a miracle', {
      _type: 'internalLink',
      reference: reference('flawed-question'),
    }),
    {
      _type: 'table',
      _key: 'table',
      caption: 'What it costs',
      rows: [
        {_type: 'row', _key: 'head', cells: ['Visit', '']},
        {_type: 'row', _key: 'first', cells: ['The first', 'Ask']},
      ],
    },
    {_type: 'faqEmbed', _key: 'question', faq: reference('flawed-question')},
    paragraph('grade', hardWords),
  ],
  therapies: [keyed('flawed-therapy')],
  authors: [keyed('flawed-author')],
  reviewers: undefined,
  answers: [
    {
      _type: 'answer',
      _key: 'uncited',
      rule: 'evidence/uncited',
      sentence: 'Exercise eases back pain.',
      reason: 'The page that it leads to has the studies.',
    },
  ],
}

/** Two tables for one language. */
const words = {...siteWords, _id: 'flawed-words'}
const otherWords = {...siteWords, _id: 'flawed-words-again'}

interface Stages {
  /** The approved documents, with their approvals. */
  readonly approved: readonly StoredDocument[]
  /** Later edits, published in place of approved documents. */
  readonly since: readonly StoredDocument[]
}

/**
 * The flawed documents.
 *
 * @param today A day as YYYY-MM-DD. On that day reviews are late or soon due.
 */
export function flawedDocuments(today: string): Stages {
  const approval = (document: StoredDocument, decidedOn: string, nextReview: string) => ({
    ...makeDecision(document, 'approved', {decidedAt: `${decidedOn}T10:00:00Z`, by: reviewer._id}),
    nextReview,
  })
  const recently = daysAfter(today, -200)
  const longAgo = monthsAfter(today, -LONGEST_INTERVAL)
  const endingWork = {...uncheckedWork, validUntil: daysAfter(today, 30)}
  return {
    approved: [
      settings,
      glossaryTerm,
      author,
      reviewer,
      condition,
      clinic,
      work,
      retractedWork,
      endingWork,
      disclaimer,
      warningSigns,
      words,
      otherWords,
      unlistedTherapy,
      newQuestion,
      frenchQuestion,
      germanQuestion,
      spanishQuestion,
      firstSpanishQuestion,
      approvedQuestion,
      approvedTherapy,
      article,
      makeDecision(settings, 'approved', {decidedAt: `${recently}T10:00:00Z`}),
      makeDecision(author),
      makeDecision(reviewer),
      approval(condition, recently, daysAfter(today, 100)),
      approval(clinic, recently, daysAfter(today, 100)),
      approval(retractedWork, recently, daysAfter(today, 100)),
      approval(endingWork, recently, daysAfter(today, 100)),
      approval(disclaimer, recently, daysAfter(today, -100)),
      approval(warningSigns, recently, daysAfter(today, 100)),
      approval(words, recently, daysAfter(today, 100)),
      approval(otherWords, recently, daysAfter(today, 100)),
      approval(approvedQuestion, recently, daysAfter(today, 100)),
      approval(firstSpanishQuestion, recently, daysAfter(today, 100)),
      approval(approvedTherapy, recently, daysAfter(today, -10)),
      approval(article, longAgo, daysAfter(today, 10)),
    ],
    since: [movedQuestion, editedTherapy],
  }
}
