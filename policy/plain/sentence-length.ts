// Asks for sentences that can be read in one breath.
import {flawIn, type Rule} from '../rule.ts'
import {runningSentences, wordsOf} from './readability.ts'
import {isForProfessionals} from './subject.ts'

const FOR_EVERYBODY = 25
const FOR_PROFESSIONALS = 35

export const sentenceLength: Rule = {
  id: 'plain/sentence-length',
  title: 'Sentences of 25 words at most',
  severity: 'warning',
  rationale:
    'Who reads slowly, is ill or afraid has lost the beginning of a long sentence by its end. UK ' +
    'government and NHS writers split sentences of more than 25 words; health professionals are ' +
    'allowed 35 here.',
  sources: [
    {
      title: 'GOV.UK: Sentence length: why 25 words is our limit',
      url: 'https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/',
    },
    {
      title: 'NHS digital service manual: How we write',
      url: 'https://service-manual.nhs.uk/content/how-we-write',
    },
  ],
  examples: {
    passes: [
      'A visit lasts half an hour or less. It takes longer if blood must be taken first.',
      'You get several small injections in one visit, and you can go home the same day.',
    ],
    fails: [
      'A visit lasts half an hour or less, although it takes longer if blood, bone marrow or fat ' +
        'must be taken from you first, and you should ask how much time to plan.',
    ],
  },
  *check({document, passages}) {
    const allowed = isForProfessionals(document) ? FOR_PROFESSIONALS : FOR_EVERYBODY
    for (const {passage, sentence} of runningSentences(passages)) {
      // In fewer letters, so many words would have to be as short as “it is”.
      if (sentence.text.length < 4 * allowed) continue
      const {length} = wordsOf(sentence.text)
      if (length <= allowed) continue
      yield flawIn(
        passage,
        sentence,
        {start: 0, end: sentence.text.length},
        {
          message: `has ${length} words in one sentence`,
          hint: `Split it where a new thought begins: ${allowed} words are the most that read well.`,
        },
      )
    }
  },
}
