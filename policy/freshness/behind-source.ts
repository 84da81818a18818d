// A rendition, such as a translation, says what the approved text of its source says now.

import {WHOLE} from '../finding.ts'
import {renditionIn} from '../rendition.ts'
import type {Context, Rule} from '../rule.ts'

const OLD = 'a'.repeat(64)
const NEW = 'b'.repeat(64)

const spanish = {
  _id: 'spanish',
  _type: 'faq',
  language: 'es',
  rendition: {
    _type: 'rendition',
    of: {_type: 'reference', _ref: 'faq'},
    revision: OLD,
    kind: 'translation',
  },
}

function sourceAt(revision: string): Partial<Context> {
  return {
    languages: ['es'],
    sources: new Map([['faq', {type: 'faq', revision, title: 'Does it hurt?'}]]),
  }
}

export const behindSource: Rule = {
  id: 'freshness/behind-source',
  title: 'Translations say what the newest approved text says',
  severity: 'error',
  rationale:
    'If a dose or a warning changes in one language only, readers of the other language get what the library no longer stands for. A library that sets this rule to a warning shows such a page with a notice and a link to the newer text.',
  sources: [
    {
      title: 'Section 1557 of the Affordable Care Act: Language Access Provisions',
      url: 'https://www.hhs.gov/civil-rights/for-individuals/section-1557/index.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A translation of the text that is approved now.',
        document: spanish,
        context: sourceAt(OLD),
      },
    ],
    fails: [
      {
        says: 'A translation of an older text than the one that is approved now.',
        document: spanish,
        context: sourceAt(NEW),
      },
      {
        says: 'A translation of a translation.',
        document: spanish,
        context: {
          languages: ['es'],
          sources: new Map([
            ['faq', {type: 'faq', original: 'first', revision: OLD, title: 'Does it hurt?'}],
          ]),
        },
      },
      {
        says: 'A translation of a document of another type.',
        document: {...spanish, _type: 'disclaimer'},
        context: sourceAt(OLD),
      },
      {
        says: 'A translation of a text that readers do not get.',
        document: spanish,
        context: {languages: ['es']},
      },
    ],
  },
  *check({document}, {sources}) {
    const rendition = renditionIn(document)
    if (!rendition) return
    const source = sources.get(rendition.of)
    if (source === undefined) {
      yield {
        path: 'rendition.of',
        subject: 'This text',
        message: `is a rendition of ${rendition.of}, of which readers get no approved text`,
        hint: 'Have the other document approved, or retract this one.',
      }
    } else if (source.type !== document._type) {
      yield {
        path: 'rendition.of',
        subject: 'This text',
        message: `is a rendition of “${source.title}” (${rendition.of}), which is a document of another type`,
        hint: 'Choose a document of the same type.',
      }
    } else if (source.original !== undefined) {
      yield {
        path: 'rendition.of',
        subject: 'This text',
        message: `is a rendition of “${source.title}” (${rendition.of}), which is a translation itself`,
        hint: `Make it from ${source.original}, and choose that document.`,
      }
    } else if (source.revision !== rendition.revision) {
      yield {
        path: WHOLE,
        subject: 'This text',
        message: `is behind “${source.title}” (${rendition.of}), of which a newer text is approved`,
        hint: 'Bring this text up to date, and enter the newer revision under Rendition.',
      }
    }
  },
}
