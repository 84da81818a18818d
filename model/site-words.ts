import {z} from 'zod'
import {englishWords as en, placesProblem, tableProblem} from '../schemas/data/interface-words.ts'
import {limits} from '../schemas/data/limits.ts'
import {answers, documentId, language, line, words} from './fields.ts'

/** The names of the words in a part of the interface. */
function namesOf<Words extends object>(english: Words) {
  return Object.keys(english).filter((name): name is keyof Words & string =>
    Object.hasOwn(english, name),
  )
}

/** Some words of a part of the interface. Each has the same places for values as the English one. */
function some<Words extends Readonly<Record<string, string>>>(english: Words) {
  return z
    .partialRecord(z.enum(namesOf(english)), line)
    .check(({value, issues}) => {
      for (const [name, words] of Object.entries(english)) {
        const text: unknown = Reflect.get(value, name)
        const found = typeof text === 'string' ? placesProblem(words, text) : undefined
        if (!found) continue
        const {problem: message, hint} = found
        issues.push({code: 'custom', input: text, path: [name], message, params: {hint}})
      }
    })
    .optional()
}

/** A library's words around texts in one language, as schemas/documents/site-words.ts defines them. */
export const siteWords = z
  .strictObject({
    _id: documentId,
    _type: z.literal('siteWords'),
    language,
    title: line.max(limits['siteWords.title'].max).optional(),
    description: words.optional(),
    words: z
      .strictObject({
        site: some(en.site),
        index: some(en.index),
        conditions: some(en.conditions),
        questions: some(en.questions),
        page: some(en.page),
        forms: some(en.forms),
        audience: some(en.audience),
        article: some(en.article),
        therapy: some(en.therapy),
        evidence: some(en.evidence),
        evidenceLevel: some(en.evidenceLevel),
        evidenceMeaning: some(en.evidenceMeaning),
        evidenceSetting: some(en.evidenceSetting),
        frequency: some(en.frequency),
        reviewedBy: some(en.reviewedBy),
        about: some(en.about),
        helpful: some(en.helpful),
        answered: some(en.answered),
        notice: some(en.notice),
        machines: some(en.machines),
        callout: some(en.callout),
        urgency: some(en.urgency),
        citation: some(en.citation),
        workStatus: some(en.workStatus),
        figure: some(en.figure),
        link: some(en.link),
        search: some(en.search),
        pageType: some(en.pageType),
        titles: some(en.titles),
        clinics: some(en.clinics),
        nearMe: some(en.nearMe),
        accessibility: some(en.accessibility),
      })
      .optional(),
    answers: answers.optional(),
  })
  .check(({value, issues}) => {
    const {words: input = {}} = value
    const found = tableProblem(value.language, input)
    if (!found) return
    const {problem: message, hint} = found
    issues.push({code: 'custom', input, path: ['words'], message, params: {hint}})
  })
