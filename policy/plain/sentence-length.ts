// Sentences must be short enough to read in one breath.

import {flawIn, type LimitedRule} from '../rule.ts'
import {runningSentences, wordsOf} from './readability.ts'
import {isForProfessionals} from './subject.ts'

/** How many words longer a sentence for health professionals may be. */
const FOR_PROFESSIONALS = 10

export const sentenceLength: LimitedRule = {
  id: 'plain/sentence-length',
  title: 'Sentences that can be read in one breath',
  severity: 'warning',
  reads: 'English',
  limit: {what: 'words in a sentence', usual: 25, min: 10, max: 60},
  rationale:
    'People who read slowly, or who are ill or afraid, forget the beginning of a long sentence before ' +
    'they reach its end. UK government and NHS writers split sentences of more than 25 words. In a ' +
    'text for health professionals, a sentence may have ten more.',
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
  *check({document, passages}, _context, limit) {
    const allowed = limit + (isForProfessionals(document) ? FOR_PROFESSIONALS : 0)
    for (const {passage, sentence} of runningSentences(passages)) {
      // A quick test: a sentence with fewer letters is almost never too long.
      if (sentence.text.length < 4 * allowed) continue
      const {length} = wordsOf(sentence.text)
      if (length <= allowed) continue
      yield flawIn(
        passage,
        sentence,
        {start: 0, end: sentence.text.length},
        {
          message: `has ${length} words in one sentence`,
          hint: `Split it where a new thought begins. The limit here is ${allowed} words.`,
        },
      )
    }
  },
}
