// A text has one translation into each language. Readers would not know which one to believe.

import {exampleRendition, exampleSource} from '../examples/renditions.ts'
import {stringOf} from '../references.ts'
import {renditionIn} from '../rendition.ts'
import type {Rule} from '../rule.ts'

export const onePerLanguage: Rule = {
  id: 'renditions/one-per-language',
  title: 'One translation into each language',
  severity: 'error',
  rationale:
    'Two translations of one text can say different things, and search engines refuse two addresses for one language. The one that was approved first stays.',
  sources: [
    {
      title: 'Google Search Central: Tell Google about localized versions of your page',
      url: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
    },
  ],
  examples: {
    passes: [
      {
        says: 'The only Spanish translation of a text.',
        document: exampleRendition,
        context: exampleSource({translations: [{id: exampleRendition._id, language: 'es'}]}),
      },
    ],
    fails: [
      {
        says: 'A second Spanish translation of a text.',
        document: exampleRendition,
        context: exampleSource({translations: [{id: 'first-spanish', language: 'es'}]}),
      },
    ],
  },
  *check({document}, {sources}) {
    const rendition = renditionIn(document)
    if (!rendition?.isTranslation) return
    const language = stringOf(document.language)
    const source = sources.get(rendition.of)
    const first = source?.translations.find((one) => one.language === language)
    if (!source || !first || first.id === document._id) return
    yield {
      path: 'language',
      subject: 'This text',
      message: `is a second translation of “${source.title}” (${rendition.of}) into ${language}; the first one is ${first.id}`,
      hint: 'Keep one of the two, and retract the other.',
    }
  },
}
