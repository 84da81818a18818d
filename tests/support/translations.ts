// The small library of the tests with Spanish translations of some of its documents, all approved.

import type {StoredDocument} from '../../review/revision.ts'
import {translationOf as begun} from '../../studio/renditions/translation.ts'
import {
  article,
  disclaimer,
  faq,
  keyed,
  library,
  paragraph,
  reference,
  reviewer,
  settings,
  slug,
  therapy,
  withApprovals,
} from './library.ts'

/** A document as a translation of another one, as the Studio begins it, with the words of a translator. */
export function translationOf(
  source: StoredDocument,
  fields: Readonly<Record<string, unknown>>,
): StoredDocument {
  return {...begun(source, {id: `${source._id}-es`, language: 'es'}), ...fields}
}

/** Reads Spanish. */
export const bilingual: StoredDocument = {...reviewer, fields: ['es']}

export const bilingualSettings: StoredDocument = {...settings, languages: ['en-US', 'es', 'ar']}

const spanishDisclaimer = translationOf(disclaimer, {
  title: 'Solo para información',
  body: [paragraph('d1', 'Esta página no sustituye el consejo de un profesional de la salud.')],
})

export const spanishFaq = translationOf(faq, {
  question: '¿Duele?',
  slug: slug('duele'),
  answer: [paragraph('f1', 'Pregunte qué hacer si siente dolor después de la inyección.')],
})

export const spanishTherapy = translationOf(therapy, {
  name: 'Proloterapia con dextrosa',
  slug: slug('dextrosa'),
  summary: 'Inyecciones de agua con azúcar cerca de las articulaciones de la espalda.',
  description: [paragraph('t1', 'Un médico inyecta una solución de azúcar.')],
  administration: [paragraph('t2', 'Se administra en varias visitas.')],
  sideEffects: ['Dolor'],
  seriousRisks: [{_type: 'seriousRisk', _key: 'r', risk: 'Una infección', frequency: 'notKnown'}],
  evidence: [paragraph('t3', 'Los estudios no coinciden.')],
  regulatoryStatus: 'Se usa fuera de lo indicado en la etiqueta en los Estados Unidos.',
})

export const spanishArticle = translationOf(article, {
  title: '¿Qué es la proloterapia?',
  slug: slug('que-es-la-proloterapia'),
  summary: 'La proloterapia es una serie de inyecciones. Los estudios no coinciden sobre si ayuda.',
  body: [
    paragraph('b1', 'Lo que encontraron los estudios', {style: 'h2'}),
    paragraph('b2', 'Una revisión encontró que los estudios no coinciden.', {
      marks: ['c1'],
      markDefs: [{_type: 'citation', _key: 'c1', reference: reference('work')}],
    }),
    {_type: 'faqEmbed', _key: 'b3', faq: reference('faq-es')},
    {_type: 'therapyEmbed', _key: 'b4', therapy: reference('therapy-es')},
    paragraph('b5', 'Riesgos', {style: 'h2'}),
    paragraph('b6', 'Pregunte por el dolor y el sangrado.'),
    paragraph('b7', 'Otras opciones', {style: 'h2'}),
    paragraph('b8', 'Usted puede esperar y ver.'),
  ],
  therapies: [keyed('therapy-es')],
})

const translated = [
  bilingualSettings,
  bilingual,
  spanishDisclaimer,
  spanishFaq,
  spanishTherapy,
  spanishArticle,
]

/** The library in English and Spanish. Some documents may be replaced, and are approved too. */
export function bilingualLibrary(...replaced: readonly StoredDocument[]): StoredDocument[] {
  const given = [...translated, ...replaced]
  const latest = new Map(given.map((document) => [document._id, document]))
  const others = library.filter(({_id, _type, subject}) => {
    const about = _type === 'review' ? JSON.stringify(subject) : JSON.stringify(reference(_id))
    return ![...latest.keys()].some((id) => about.includes(`"_ref":"${id}"`))
  })
  return [...others, ...withApprovals([...latest.values()])]
}
