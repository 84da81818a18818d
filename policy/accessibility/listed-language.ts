// Pages are in the languages of the library.

import {stringOf} from '../references.ts'
import type {Rule} from '../rule.ts'

export const listedLanguage: Rule = {
  id: 'accessibility/listed-language',
  title: 'Texts in the languages of the library',
  severity: 'error',
  rationale:
    'The site settings list the languages for which the library has reviewers. A page in another language has no words around it that its readers understand.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 3.1.1: Language of page',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-page.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A page in Spanish, in a library that lists Spanish.',
        document: {_id: 'spanish', _type: 'faq', language: 'es'},
        context: {languages: ['en-US', 'es']},
      },
    ],
    fails: [
      {
        says: 'A page in Spanish, in a library that lists English only.',
        document: {_id: 'spanish', _type: 'faq', language: 'es'},
        context: {languages: ['en-US']},
      },
    ],
  },
  *check({document}, {languages}) {
    const language = stringOf(document.language)
    if (language === '' || languages.includes(language)) return
    yield {
      path: 'language',
      subject: `The language ${language}`,
      message: 'is not a language of this library',
      hint: `Choose one of ${languages.join(', ')}, or add the language to the site settings.`,
    }
  },
}
