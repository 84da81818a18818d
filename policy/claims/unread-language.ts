// The rules about wording read English. A text in another language is judged by fewer rules, and its reviewers should know.

import {mainLanguage, languageTitle} from '../../schemas/data/languages.ts'
import {exampleReference, exampleText} from '../examples/text.ts'
import {stringOf} from '../references.ts'
import {originalOf} from '../rendition.ts'
import type {Rule} from '../rule.ts'

export const unreadLanguage: Rule = {
  id: 'claims/unread-language',
  title: 'A person reads what the rules cannot read',
  severity: 'warning',
  rationale:
    'The rules about claims, risks and plain words know English only. In any other language, the reviewer is the only one who finds such words. A translation needs the word of a reviewer who is qualified in its language, so this rule says nothing of it.',
  sources: [
    {
      title: 'Section 1557 of the Affordable Care Act: Language Access Provisions',
      url: 'https://www.hhs.gov/civil-rights/for-individuals/section-1557/index.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A translation into Spanish.',
        document: {
          _id: 'a',
          _type: 'faq',
          language: 'es',
          answer: exampleText('Sí.'),
          rendition: {of: exampleReference('b'), revision: 'a'.repeat(64), kind: 'translation'},
        },
        context: {languages: ['es']},
      },
      {
        says: 'A text in English.',
        document: {_id: 'a', _type: 'faq', language: 'en-GB', answer: exampleText('Yes.')},
      },
    ],
    fails: [
      {
        says: 'A text in Spanish.',
        document: {_id: 'a', _type: 'faq', language: 'es', answer: exampleText('Sí.')},
        context: {languages: ['es']},
      },
    ],
  },
  *check({document}) {
    const language = stringOf(document.language)
    const main = mainLanguage(language)
    if (main === '' || main === 'en' || originalOf(document) !== undefined) return
    const name = languageTitle(main)
    yield {
      path: 'language',
      subject: 'This text',
      message: `is in ${name}, and the rules about wording read English only`,
      hint: `Ask a reviewer who reads ${name} to look for claims, risks and hard words.`,
    }
  },
}
