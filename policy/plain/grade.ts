// Text must be easy to read. A formula estimates the school grade that a reader needs.

import {exampleText} from '../examples/text.ts'
import type {Flaw, LimitedRule} from '../rule.ts'
import {readabilityOf, runningSentences} from './readability.ts'
import {isForProfessionals, mainText} from './subject.ts'

/** How many grades harder a text for health professionals may be. */
const FOR_PROFESSIONALS = 4

/** In a shorter text, a single long word can change the grade. */
const enough = {words: 100, sentences: 5}

function forPatients(text: string) {
  return {_id: 'text', _type: 'article', audience: 'patients', body: exampleText(text)}
}

const easy =
  'Back pain is common. For most people it gets better in a few weeks. Keep moving as much as you ' +
  'can. Short walks help many people. You do not need to rest in bed. If you take pain medicine, ' +
  'read the label first. Ask your doctor if you are not sure which one to take. Call your doctor ' +
  'if the pain gets worse, or if it goes down your leg. Most people do not need a scan. A scan ' +
  'often shows small changes that come with age. They may have nothing to do with your pain. Your ' +
  'doctor will talk with you and look at how you move. That tells more than a picture does.'

const hard =
  'Chronic lumbar pain is characterized by considerable heterogeneity of underlying pathology. ' +
  'Conservative management, including physiotherapeutic rehabilitation and psychological ' +
  'interventions, is generally recommended as the initial therapeutic approach. Pharmacological ' +
  'treatment may be considered subsequently, notwithstanding its limited demonstrated ' +
  'effectiveness. Interventional procedures are associated with potentially significant ' +
  'complications and necessitate comprehensive evaluation of individual circumstances. ' +
  'Multidisciplinary assessment facilitates identification of psychosocial determinants that ' +
  'contribute to the persistence of symptoms. Patients experiencing progressive neurological ' +
  'deterioration require immediate specialist consultation. Diagnostic imaging demonstrates ' +
  'degenerative abnormalities in numerous asymptomatic individuals, and its interpretation ' +
  'consequently necessitates appropriate clinical correlation with examination findings. ' +
  'Evidence concerning regenerative injections remains inconclusive.'

export const readingGrade: LimitedRule = {
  id: 'plain/grade',
  title: 'A reading grade that most people can manage',
  severity: 'warning',
  reads: 'English',
  // A US school grade equals the years of school.
  limit: {what: 'years of school', usual: 8, min: 4, max: 12},
  rationale:
    'The American Medical Association asks for grade 6 in texts for patients, the National ' +
    'Institutes of Health for grade 8 at most. Both mean the grade by Flesch–Kincaid, which this rule ' +
    'computes. A text for health professionals may be four grades harder.',
  sources: [
    {
      title: 'MedlinePlus: How to write easy-to-read health materials',
      url: 'https://medlineplus.gov/etr.html',
    },
    {
      title:
        'Badarudeen and Sabharwal: Assessing readability of patient education materials (2010)',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3049622/',
    },
  ],
  examples: {
    passes: [
      {
        says: 'short sentences in everyday words',
        document: forPatients(easy),
      },
    ],
    fails: [
      {
        says: 'the same content in the words of a journal',
        document: forPatients(hard),
      },
    ],
  },
  *check({document, passages}, _context, limit): Iterable<Flaw> {
    const readability = readabilityOf(passages)
    if (readability.words < enough.words || readability.sentences < enough.sentences) return
    const allowed = limit + (isForProfessionals(document) ? FOR_PROFESSIONALS : 0)
    const grade = readability.grade.toFixed(1)
    // Compared as it is shown: a grade of 8.0 is not over 8.
    if (Number(grade) <= allowed) return
    const longest = runningSentences(passages)
      .map(({sentence}) => sentence.text)
      .reduce((a, b) => (b.length > a.length ? b : a))
    yield {
      path: mainText(document),
      subject: 'The reading grade',
      message: `is ${grade}, over ${allowed} (Flesch–Kincaid)`,
      hint: `Write shorter sentences and everyday words. Start with the longest: “${beginningOf(longest)}”.`,
    }
  },
}

function beginningOf(sentence: string): string {
  const words = sentence.split(/\s+/)
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : sentence
}
