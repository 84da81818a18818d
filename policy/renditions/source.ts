// A text in another language than that of the site says which text it translates, and that one can be translated.

import {mainLanguage} from '../../schemas/data/languages.ts'
import {renderedTypes} from '../../schemas/data/renditions.ts'
import {exampleRendition, exampleSource} from '../examples/renditions.ts'
import {stringOf} from '../references.ts'
import {renditionIn} from '../rendition.ts'
import type {Rule} from '../rule.ts'

const {rendition: _, ...withoutSource} = exampleRendition

export const renditionSource: Rule = {
  id: 'renditions/source',
  title: 'A text in another language names the text that it translates',
  severity: 'error',
  rationale:
    'A translation carries the disclaimers, warning signs and clinics of its source, and is withheld when the source moves on. A text that names no source escapes all of that. A library in which some texts were first written in another language can set this rule to a warning.',
  sources: [
    {
      title: 'Section 1557 of the Affordable Care Act: Language Access Provisions',
      url: 'https://www.hhs.gov/civil-rights/for-individuals/section-1557/index.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A Spanish text that names the approved English text.',
        document: exampleRendition,
        context: exampleSource(),
      },
      {
        says: 'A text in the language of the site.',
        document: {...withoutSource, language: 'en-GB'},
        context: {languages: ['en-US', 'en-GB', 'es']},
      },
    ],
    fails: [
      {
        says: 'A Spanish text that names no source.',
        document: withoutSource,
        context: exampleSource(),
      },
      {
        says: 'A translation of a document of another type.',
        document: {...exampleRendition, _type: 'disclaimer'},
        context: exampleSource(),
      },
      {
        says: 'An easy-read text in another language than its source.',
        document: {
          ...exampleRendition,
          rendition: {...Object(exampleRendition.rendition), kind: 'easyRead'},
        },
        context: exampleSource(),
      },
      {
        says: 'A translation of a text that is a rendition itself.',
        document: exampleRendition,
        context: exampleSource({follows: 'first'}),
      },
    ],
  },
  *check({document}, {languages, sources}) {
    const subject = 'This text'
    const rendition = renditionIn(document)
    if (!rendition) {
      const language = stringOf(document.language)
      const [site = ''] = languages
      const isForeign = language !== '' && mainLanguage(language) !== mainLanguage(site)
      if (isForeign && renderedTypes.some((type) => type === document._type)) {
        yield {
          path: 'rendition',
          subject,
          message: `is in another language (${language}) than the site (${site}), and does not say what it translates`,
          hint: 'Enter its source under Rendition. To begin a translation, use “Translate” on the source.',
        }
      }
      return
    }
    const path = 'rendition.of'
    const source = sources.get(rendition.of)
    if (source === undefined) return
    if (source.type !== document._type) {
      yield {
        path,
        subject,
        message: `is a rendition of “${source.title}” (${rendition.of}), which is a document of another type`,
        hint: 'Choose a document of the same type.',
      }
    } else if (source.follows !== undefined) {
      yield {
        path,
        subject,
        message: `is a rendition of “${source.title}” (${rendition.of}), which is a rendition itself`,
        hint: `Make it from ${source.follows}, and choose that document.`,
      }
    } else if (
      rendition.form !== undefined &&
      mainLanguage(stringOf(document.language)) !== mainLanguage(source.language)
    ) {
      yield {
        path: 'rendition.kind',
        subject,
        message: `is in another language than “${source.title}” (${rendition.of}), and is no translation of it`,
        hint: 'Choose the kind “Translation”, or write it in the language of its source.',
      }
    }
  },
}
