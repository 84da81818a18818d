// A rendition, such as a translation, says what the approved text of its source says now.

import {EXAMPLE_REVISION, exampleRendition, exampleSource} from '../examples/renditions.ts'
import {WHOLE} from '../finding.ts'
import {isUpToDate, renditionIn} from '../rendition.ts'
import type {Rule} from '../rule.ts'

const NEWER = 'b'.repeat(64)

export const behindSource: Rule = {
  id: 'freshness/behind-source',
  title: 'Translations say what the newest approved text says',
  severity: 'error',
  rationale:
    'If a dose or a warning changes in one language only, readers of the other language get what the library no longer stands for. A reviewer of the source who sees that only its form changed, such as a comma, says so, and its translations stay. A library that sets this rule to a warning shows such a page with a notice and a link to the newer text.',
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
        document: exampleRendition,
        context: exampleSource(),
      },
      {
        says: 'A translation of an older text, of which only the form has changed since.',
        document: exampleRendition,
        context: exampleSource({revision: NEWER, sameMessage: ['c'.repeat(64), EXAMPLE_REVISION]}),
      },
    ],
    fails: [
      {
        says: 'A translation of an older text than the one that is approved now.',
        document: exampleRendition,
        context: exampleSource({revision: NEWER}),
      },
      {
        says: 'A translation of a text that is older than the last change of the message.',
        document: exampleRendition,
        context: exampleSource({revision: NEWER, sameMessage: ['c'.repeat(64)]}),
      },
    ],
  },
  *check({document}, {sources}) {
    const rendition = renditionIn(document)
    const source = rendition && sources.get(rendition.of)
    if (!source || isUpToDate(rendition, source)) return
    yield {
      path: WHOLE,
      subject: 'This text',
      message: `is behind “${source.title}” (${rendition.of}), of which a newer text is approved`,
      hint: 'Bring this text up to date, and enter the newer revision under Rendition.',
    }
  },
}
