// There is one table of words around texts for each language. Pages could not tell which one to use.

import {mainLanguage} from '../../schemas/data/languages.ts'
import {stringOf} from '../references.ts'
import type {Rule} from '../rule.ts'

const spanishWords = {_id: 'words-es', _type: 'siteWords', language: 'es'}

export const wordsPerLanguage: Rule = {
  id: 'renditions/words-per-language',
  title: 'One table of words around texts for each language',
  severity: 'error',
  rationale:
    'With two tables for one language, nobody could tell which words readers get. The table that was approved first stays. A language counts without its country: “es” and “es-US” share one table.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 3.2.4: Consistent identification',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/consistent-identification.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'The only words in Spanish.',
        document: spanishWords,
        context: {tables: [{id: 'words-es', language: 'es'}]},
      },
      {
        says: 'Words in Spanish, in a library that also has words in English.',
        document: spanishWords,
        context: {tables: [{id: 'words-en', language: 'en-US'}]},
      },
    ],
    fails: [
      {
        says: 'A second table of words in Spanish.',
        document: spanishWords,
        context: {tables: [{id: 'first-words', language: 'es-US'}]},
      },
    ],
  },
  *check({document}, {tables}) {
    if (document._type !== 'siteWords') return
    const language = stringOf(document.language)
    const first = tables.find((one) => mainLanguage(one.language) === mainLanguage(language))
    if (!first || first.id === document._id) return
    yield {
      path: 'language',
      subject: 'This table',
      message: `is a second one of words in the same language (${language}); the first one is ${first.id}`,
      hint: 'Add the words to the first one, and retract this one. Or retract the first one.',
    }
  },
}
